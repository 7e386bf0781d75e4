import { bump } from '../core/maths/scalar.ts';
import { polygon, rect, round } from '../core/paths/path.ts';
import { layerTransform, visibleWorld } from '../core/stage/viewport.ts';
import type { PartState } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { motes, scatter } from './shapes/scatter.ts';
import { backdrop, floor as ground } from './shapes/stage.ts';

/** When guns flash behind the far window, and are heard: shares of the chapter. */
const SHOTS = [0.12, 0.24, 0.33, 0.47, 0.61, 0.74, 0.83];
/** How long one lasts. */
const FLASH = 0.045;

const SLATS = Array.from({ length: 11 }, (_, i) => i);

/** Bars of light: from one to the next, how thick each is while the blinds are open, and how they slant. */
const PITCH = 66;
const THICK = 36;
const SLOPE = 0.16;
/** The two casements they come through: x and width. */
const PANES = [
  [-380, 236],
  [-122, 466],
] as const;
/** Middle of a bar at x = 0. */
const middleOf = (i: number): number => -782 + i * PITCH;

/** One bar of light on the wall, cut by the window's frame. */
const bar = (i: number): string =>
  PANES.map(([x, w]) => {
    const y = middleOf(i);
    const left = y - x * SLOPE;
    const right = y - (x + w) * SLOPE;
    const half = THICK / 2;
    return polygon(x, left - half, x + w, right - half, x + w, right + half, x, left + half);
  }).join('');

/** The slats' shadows, between the bars, and the mullion's: they fall on her too. The bars stand `climb` lower than drawn, `open` times as thick. */
const shadows = (climb: number, open: number): string => {
  const [[left, width], [right, last]] = PANES;
  const ends = [left, right + last] as const;
  let d = '';
  for (const i of SLATS) {
    const foot = (x: number) => climb + middleOf(i) + open * (THICK / 2 - x * SLOPE);
    const next = (x: number) => foot(x) + PITCH - open * THICK;
    const [a, b] = ends;
    d += polygon(a, foot(a), b, foot(b), b, next(b), a, next(a));
  }
  const top = climb + middleOf(0) - 40;
  return d + rect(left + width, top, right - left - width, SLATS.length * PITCH);
};

/** Lower left corner and size of the window across the street. */
const FAR = { y: -330, width: 196, height: 520 };

const star = scatter(4, 9, (noise, i) => {
  const t = (i / 9) * 6.283;
  const r = 26 + noise() * 44;
  const side = (turn: number): [number, number] => [Math.cos(t + turn) * 5, Math.sin(t + turn) * 5];
  return polygon(...side(-0.5), Math.cos(t) * r, Math.sin(t) * r, ...side(0.5));
});
const roofs = scatter(8, 7, (noise, i) => rect(i * 28, -150 - noise() * 110, 29, 250));
/** Frame, mullion, sill, and blinds drawn up. */
const frame = [
  rect(-9, -FAR.height - 9, FAR.width + 18, 9),
  rect(-9, -FAR.height, 9, FAR.height),
  rect(FAR.width, -FAR.height, 9, FAR.height),
  rect(FAR.width / 2 - 3, -FAR.height, 6, FAR.height),
  rect(-20, 0, FAR.width + 40, 12),
  ...[0, 1, 2, 3, 4].map((i) => rect(0, -FAR.height + 7 + i * 15, FAR.width, 10)),
].join('');
const OUTSIDE = ['night', 'flash', 'roofs', 'frame'];

/** Light through blinds climbs her and closes; far away, guns. The only red is hers. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 1408), tone: 'night' },
      { id: 'night', d: rect(0, -FAR.height, FAR.width, FAR.height), tone: 'ground' },
      {
        id: 'flash',
        d: rect(0, -FAR.height, FAR.width, FAR.height),
        tone: 'bone',
        opacity: 0,
      },
      ...SHOTS.map((_, i) => ({ id: `shot${i}`, d: star, tone: 'bone', opacity: 0 })),
      { id: 'roofs', d: roofs, tone: 'coal' },
      { id: 'frame', d: frame, tone: 'iron' },
    ],
    middle: [
      ...SLATS.map((i) => ({ id: `bar${i}`, d: bar(i), tone: 'slat' })),
      ground('ground'),
      {
        id: 'ground',
        d: [0, 1, 2, 3]
          .map((i) =>
            polygon(
              -430 + i * 14,
              -82 + i * 40,
              430 + i * 20,
              -82 + i * 40,
              440 + i * 22,
              -66 + i * 42,
              -440 + i * 14,
              -66 + i * 42,
            ),
          )
          .join(''),
        tone: 'slat',
        opacity: 0.5,
      },
      {
        id: 'dust',
        d: motes(66, 26, [-360, -820, 760, 740]),
        tone: 'bone',
        opacity: 0.4,
        spare: 1,
      },
    ],
    near: [
      { id: 'shadows', d: shadows(0, 1), tone: 'ground', opacity: 0.5 },
      {
        d: SLATS.map((i) =>
          polygon(
            -1800,
            -1020 + i * 14,
            1800,
            -1020 + i * 14,
            1800,
            -1013 + i * 14,
            -1800,
            -1013 + i * 14,
          ),
        ).join(''),
        tone: 'ground',
      },
      { d: rect(-392, -1500, 3, 1090) + rect(392, -1500, 3, 900), tone: 'soot' },
    ],
  },
  tones: { slat: ['iron', 'ash', 0.46] },
  best: 0.8,
  quiet: 'left',
  suits: { dance: 'visual-style', cue: 'gymnopedie-1', transition: 'blindsClose' },
  themes:
    'visual style noir camera cinematograph colour color frame light shot image director film photograph lens style image lumière caméra réalisat stil bild licht kamera regie farbe estilo imagen luz cámara director',
  told: {
    en: 'Bars of light from a venetian blind fall across the dancer, in a long white dress, as she turns very slowly on one foot with the other leg stretched behind her. Red spreads through the white.',
    fr: 'Les barres de lumière d’un store tombent sur la danseuse en longue robe blanche, qui tourne très lentement sur un pied, l’autre jambe tendue derrière elle. Du rouge gagne le blanc.',
    de: 'Lichtstreifen einer Jalousie fallen auf die Tänzerin in einem langen weißen Kleid, die sich sehr langsam auf einem Fuß dreht, das andere Bein nach hinten gestreckt. Rot breitet sich im Weiß aus.',
    es: 'Barras de luz de una persiana caen sobre la bailarina, de largo vestido blanco, que gira muy despacio sobre un pie con la otra pierna extendida. El rojo se extiende por el blanco.',
  },
  sounds: SHOTS.map((at) => ({ effect: 'farShot', at })),
  poster: {
    wide: { x: 0.3, y: 0.95, share: 0.8, title: 'right', align: 'center', column: 0.4 },
    square: { x: 0.48, y: 0.68, share: 0.54, title: 'bottom' },
    tall: { x: 0.5, y: 0.7, share: 0.46, title: 'bottom' },
    accent: 'red',
    number: 'bone',
  },
  actors: {
    /** The bars of light: how low they stand, how thick they are, and how far the brightest have passed up. */
    bars: { climb: 120, open: 1.05, passed: 0 },
    /** Guns behind the far window. */
    shots: SHOTS.map(() => ({ flash: 0 })),
    dust: { drift: 0 },
    /** Light on the floor. */
    floor: { x: -60 },
    camera: { x: -25, zoom: 1 },
  },
  arrange(timeline, actors) {
    const { bars, shots, dust, floor, camera } = actors;
    timeline
      .to(bars, { climb: -40, ease: 'smooth' }, 0)
      .to(bars, { passed: 1 }, 0)
      .to(floor, { x: 60 }, 0)
      .to(dust, { drift: 1 }, 0)
      .to(camera, { x: 25 }, 0)
      .to(camera, { zoom: 1.1, ease: 'bump' }, 0)
      .addLabel('guns', SHOTS[0])
      .to(shots, { flash: 1, duration: FLASH, ease: 'bump', stagger: (i: number) => SHOTS[i]! }, 0)
      .addLabel('close', 0.45)
      .to(bars, { open: 0.42, duration: 0.55, ease: 'smooth' }, 0.45);
  },
  draw(actors, screen) {
    const { bars, shots, dust, floor, camera } = actors;
    const { climb, open } = bars;
    const parts: Record<string, PartState> = {};
    for (const i of SLATS) {
      const y = middleOf(i);
      parts[`bar${i}`] = {
        transform: `translate(0 ${round(climb + y)}) scale(1 ${open.toFixed(3)}) translate(0 ${-y})`,
        opacity: 0.55 + 0.45 * bump(i / 10, 0.1 - bars.passed * 0.4, 1.3 - bars.passed * 0.4),
      };
    }
    const { right } = visibleWorld(screen);
    // Whole beside the light on wide screens; on narrow ones the picture's edge cuts it.
    const at = screen.tall ? Math.min(366, right - 96) : Math.max(366, right - FAR.width - 44);
    for (const id of OUTSIDE) parts[id] = { transform: `translate(${round(at)} ${FAR.y})` };
    let fired = 0;
    for (const [i, { flash }] of shots.entries()) {
      fired = Math.max(fired, flash);
      parts[`shot${i}`] = {
        opacity: round(flash),
        transform: `translate(${round(at + 30 + ((i * 37) % 56))} ${FAR.y - 262 - ((i * 67) % 130)}) rotate(${i * 31})`,
      };
    }
    parts['flash'] = { ...parts['flash'], opacity: 0.16 * fired };
    parts['dust'] = {
      transform: `translate(${round(dust.drift * 40)} ${round(-dust.drift * 90)})`,
    };
    parts['ground'] = { transform: `translate(${round(floor.x)} 0)` };
    const seen = { x: camera.x, y: 0, zoom: camera.zoom };
    parts['shadows'] = {
      d: shadows(climb, open),
      transform: layerTransform(seen, 'middle', 'near'),
    };
    return { parts, camera: seen };
  },
});
