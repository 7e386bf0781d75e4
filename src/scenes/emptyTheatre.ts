import { ellipse, rect, round } from '../core/paths/path.ts';
import type { PartState } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { drape } from './shapes/curtain.ts';
import { motes, scatter } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

/** When she has folded down: share of the chapter. */
const FOLDED = 0.74;

const LAMP = { x: 245, y: -430 };

/** Rows of seats, far ones first: y of the row's foot, seat width. */
const ROWS = [0, 1, 2, 3, 4, 5, 6].map((i) => ({ y: -330 + i * i * 5 + i * 14, w: 30 + i * 11 }));

type Row = (typeof ROWS)[number];

/** A seat at x, or the lit cut along its top. */
const seat = (x: number, { y, w }: Row, part: 'back' | 'rim'): string => {
  const h = w * 0.95;
  const arch = `M${round(x)} ${round(y - (x * x) / 16000)}v${round(-h * 0.6)}q0 ${round(-h * 0.4)} ${round(w / 2)} ${round(-h * 0.4)}t${round(w / 2)} ${round(h * 0.4)}`;
  return part === 'back'
    ? `${arch}v${round(h * 0.6)}Z`
    : `${arch}h-3q-2 ${round(-h * 0.34)} ${round(-w / 2 + 3)} ${round(-h * 0.34)}t${round(-w / 2 + 3)} ${round(h * 0.34)}Z`;
};

/** A row, curving up to the sides, with the aisle in the middle. */
const seats = (row: Row, part: 'back' | 'rim'): string => {
  let d = '';
  for (let x = -1780 + (row.w % 7); x < 1000; x += row.w * 1.13)
    if (Math.abs(x + row.w / 2 + 120) >= row.w * 0.9) d += seat(x, row, part);
  return d;
};

/** The seats that the ghost light reaches: those before it, the nearer the row the more of them. */
const reached = (row: Row): string => {
  let d = '';
  for (let x = -1780 + (row.w % 7); x < 1000; x += row.w * 1.13) {
    const off = x + row.w / 2;
    if (Math.abs(off + 120) >= row.w * 0.9 && Math.abs(off - LAMP.x) < 150 + row.w * 2.2)
      d += seat(x, row, 'rim');
  }
  return d;
};

/** A balcony: a hanging arc across the house, with its boxes' swags. */
const balcony = (y: number, depth: number, sag: number): string =>
  `M-1800 ${y - 200}Q0 ${y + sag} 1800 ${y - 200}v${depth}Q0 ${y + sag + depth} -1800 ${y - 200 + depth}Z`;
const festoons = (y: number, sag: number): string =>
  scatter(7, 44, (_, i) => {
    const x = -1760 + i * 80;
    const t = (x + 1800) / 3600;
    const at = y - 200 + (sag + 200) * 2 * t * (1 - t) + 22;
    return `M${x} ${round(at)}q36 34 72 0q-36 22 -72 0Z`;
  });

const halo = [520, 330, 210, 120, 58];

/** The empty house seen from the stage, and one ghost light. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      ...[-760, -560].flatMap((y) => [
        { d: balcony(y, 74, 150), tone: 'coal' },
        { d: balcony(y, 5, 150), tone: 'iron' },
        { d: festoons(y, 150), tone: 'soot' },
      ]),
      { d: balcony(-440, 700, 130), tone: 'ground' },
      ...ROWS.flatMap((row, i) => [
        { d: seats(row, 'back'), tone: i % 2 ? 'coal' : 'plush' },
        { id: `rim${i}`, d: seats(row, 'rim'), tone: 'iron' },
        { id: `lit${i}`, d: reached(row), tone: 'ash' },
        // One seat is not like the others.
        ...(i === 3
          ? [
              { d: seat(293, row, 'back'), tone: 'wine' },
              { d: seat(293, row, 'rim'), tone: 'red' },
            ]
          : []),
      ]),
    ],
    middle: [
      ...halo.map((r, i) => ({
        id: `halo${i}`,
        d: ellipse(LAMP.x, LAMP.y, r),
        tone: 'bone',
        opacity: 0.022 + i * 0.019,
      })),
      floor('ground', -62),
      { d: rect(-1800, -64, 3600, 3), tone: 'soot' },
      { d: boards(104, -62), tone: 'night' },
      { id: 'pool', d: ellipse(LAMP.x, 12, 300, 34), tone: 'bone', opacity: 0.07 },
      { d: ellipse(LAMP.x, 12, 150, 16), tone: 'bone', opacity: 0.08 },
      {
        d: `${rect(LAMP.x - 3, LAMP.y + 18, 6, 440)}${ellipse(LAMP.x, 10, 44, 9)}${rect(LAMP.x - 9, LAMP.y + 12, 18, 26)}`,
        tone: 'iron',
      },
      { id: 'bulb', d: ellipse(LAMP.x, LAMP.y, 15, 18), tone: 'bone' },
      {
        d: `M${LAMP.x - 24} ${LAMP.y + 20}q-8 -60 24 -66q32 6 24 66h-3q6 -56 -21 -62q-27 6 -21 62ZM${LAMP.x - 1} ${LAMP.y - 44}h2v64h-2Z`,
        tone: 'ash',
      },
      { id: 'dust', d: motes(77, 16, [20, -660, 460, 560]), tone: 'chalk', opacity: 0.4, spare: 1 },
    ],
    near: [
      ...drape({
        outer: 1400,
        inner: [430, 462, 440],
        levels: [-1500, -500, 300],
        folds: 9,
        seed: 61,
      }).map((d, i) => ({ d, tone: ['ground', 'night', 'coal'][i]! })),
    ],
  },
  tones: { plush: ['coal', 'soot', 0.6], 'skin-half': 'ash' },
  best: 0.34,
  quiet: 'left',
  suits: { dance: 'emotional-depth', cue: 'the-swan', transition: 'ghostLight' },
  themes:
    'grief alone pain silence loss lost memor sad mourn empt tear heart emotion sorrow quiet deuil seul douleur silence perte mémoire trauer allein schmerz stille verlust herz duelo sol dolor silencio pérdida',
  told: {
    en: 'An empty theatre, seen from the stage, with rows of vacant seats and a single ghost light. The dancer unfolds one leg slowly into the air, then folds down over herself and stays quite still.',
    fr: 'Un théâtre vide, vu de la scène, avec ses rangs de fauteuils et une seule servante allumée. La danseuse déplie lentement une jambe, puis se replie sur elle-même et ne bouge plus.',
    de: 'Ein leeres Theater, von der Bühne aus gesehen, mit leeren Sitzreihen und einer einzigen Lampe. Die Tänzerin entfaltet langsam ein Bein in die Luft, faltet sich dann zusammen und bleibt ganz still.',
    es: 'Un teatro vacío, visto desde el escenario, con filas de butacas y una sola luz. La bailarina despliega despacio una pierna, luego se pliega sobre sí misma y queda quieta.',
  },
  lamp: [LAMP.x, LAMP.y],
  // It hums; when she has folded down, a heart is heard.
  lasting: [
    { effect: 'roomTone', from: 0, to: 1 },
    { effect: 'heartbeat', from: FOLDED, to: 1 },
  ],
  poster: {
    wide: { x: 0.33, y: 0.92, share: 0.72, title: 'right', align: 'end', column: 0.4 },
    square: { x: 0.42, y: 0.66, share: 0.48, title: 'bottom' },
    tall: { x: 0.46, y: 0.93, share: 0.4, title: 'top' },
    accent: 'red',
    number: 'bone',
  },
  actors: {
    /** The ghost light: how bright, and the phase of its flicker. */
    light: { bright: 1, flicker: 0 },
    /** Light along the seats, row by row. */
    rows: ROWS.map(() => ({ rim: 1 })),
    dust: { drift: 0, seen: 0 },
    camera: { y: -40, zoom: 1.12 },
  },
  arrange(timeline, actors) {
    const { light, rows, dust, camera } = actors;
    timeline
      .to(light, { flicker: 19 }, 0)
      .to(dust, { drift: 1 }, 0)
      .to(dust, { seen: 1, ease: 'bump' }, 0)
      .to(camera, { y: 0, zoom: 1, ease: 'smooth' }, 0)
      // The house goes dark from the back.
      .to(rows, { rim: 0.3, duration: 0.4, ease: 'smooth', stagger: 0.08 }, 0)
      .addLabel('dims', 0.2)
      .to(light, { bright: 0.5, duration: 0.65, ease: 'smooth' }, 0.2)
      .addLabel('folded', FOLDED);
  },
  draw(actors) {
    const { light, rows, dust, camera } = actors;
    const parts: Record<string, PartState> = {};
    for (const i of halo.keys()) {
      const k = light.bright * (1 + 0.04 * Math.sin(light.flicker + i));
      parts[`halo${i}`] = {
        transform: `translate(${LAMP.x} ${LAMP.y}) scale(${k.toFixed(3)}) translate(${-LAMP.x} ${-LAMP.y})`,
      };
    }
    for (const [i, { rim }] of rows.entries()) {
      parts[`rim${i}`] = { opacity: rim };
      parts[`lit${i}`] = { opacity: 0.35 + 0.65 * light.bright };
    }
    parts['dust'] = {
      transform: `translate(0 ${round(-40 * dust.drift)})`,
      opacity: 0.4 * dust.seen,
    };
    return { parts, camera: { x: 0, y: camera.y, zoom: camera.zoom } };
  },
});
