import { mix, wrap } from '../core/maths/scalar.ts';
import { ellipse, gouge, polygon, rect, round } from '../core/paths/path.ts';
import type { PartState, Shape, Tone } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { COIN } from './shapes/coin.ts';
import { scatter, strokes } from './shapes/scatter.ts';
import { backdrop, floor } from './shapes/stage.ts';

const PITCH = 366;
/** The bay she marches into, out from behind a pier. */
const HERS = -200;
/** Centres of the bays. */
const BAYS = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((i) => HERS + i * PITCH);
const FOOT = -70;
const SPRING = -760;
const R = 138;

/** The opening of a bay, walked against the wall's own direction so that it is a hole in it. */
const opening = (x: number, grow = 0): string => {
  const r = R + grow;
  return `M${x - r} ${FOOT}H${x + r}V${SPRING}A${r} ${r} 0 0 0 ${x - r} ${SPRING}Z`;
};

/** Moulding, capitals and bases of the piers, as the tool cuts them: only where light grazes. */
const mouldings = BAYS.map((x) => {
  const r = R + 13;
  const arc = `M${x - r} ${SPRING}A${r} ${r} 0 0 1 ${x + r} ${SPRING}h-4A${r - 4} ${r - 2} 0 0 0 ${x - r + 2} ${SPRING}Z`;
  const pier = x + PITCH / 2;
  const bars = [-36, -8, 676]
    .map((y) =>
      polygon(
        pier - 34,
        SPRING + y + 12,
        pier + 38,
        SPRING + y + 12,
        pier + 38,
        SPRING + y + 17,
        pier - 30,
        SPRING + y + 15,
      ),
    )
    .join('');
  return arc + bars;
}).join('');
const flutes = BAYS.map((x) =>
  scatter(x + 2000, 4, (noise, i) =>
    gouge(
      x + PITCH / 2 + 28 - i * 13,
      SPRING + 40 + noise() * 60,
      0,
      550 + noise() * 60,
      2.6 - i * 0.5,
    ),
  ),
).join('');

/** Her coin in stone, as large as a shield, above every pier; on the words' side no light finds its blade. */
const medallions = (part: 'disc' | 'relief' | 'blade'): string =>
  BAYS.map((bay) => {
    const x = bay + PITCH / 2;
    const y = SPRING - 112;
    const at = (points: readonly number[]): string =>
      polygon(...points.map((v, i) => v * 56 + (i % 2 ? y : x)));
    if (part === 'disc') return ellipse(x, y, 58);
    const ring = ellipse(x, y, 52) + hole(x, y, 48.5);
    if (part === 'relief') return ring + COIN.ribbons.map(at).join('') + at(COIN.shoe);
    return x > 330 ? '' : ring + at(COIN.blade);
  }).join('');
const hole = (x: number, y: number, r: number): string =>
  `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;

/** The second colonnade, across the court. */
const across = Array.from({ length: 28 }, (_, i) => {
  const x = -1780 + i * 132;
  return `${polygon(x - 13, -620, x + 13, -620, x + 16, -96, x - 16, -96)}${rect(x - 24, -634, 48, 16)}${rect(x - 22, -108, 44, 16)}`;
}).join('');

/** Rows of coins on the wet stone, growing towards the viewer: y, size. */
const ROWS = [
  [-48, 0.42],
  [-22, 0.58],
  [14, 0.8],
  [62, 1.1],
] as const;
const row = (index: number, draw: (x: number, y: number, k: number) => string): string => {
  const [y, k] = ROWS[index]!;
  let d = '';
  for (let i = -18; i <= 18; i++) {
    const x = Math.round((i + (index % 2) / 2) * 128 * k);
    // As far as the picture reaches, wherever the camera is.
    if (Math.abs(x) < 2050) d += draw(x, y, k);
  }
  return d;
};
const face = (x: number, y: number, k: number): string => ellipse(x, y, 40 * k, 10 * k);
/** Rim, and her mark where the coin is near enough to show it: a shoe's point crossed by a blade. */
const stamp = (x: number, y: number, k: number): string => {
  const rim = `M${round(x - 40 * k)} ${round(y)}a${round(40 * k)} ${round(10 * k)} 0 0 0 ${round(80 * k)} 0a${round(40 * k)} ${round(8 * k)} 0 0 1 ${round(-80 * k)} 0Z`;
  if (k < 0.6) return rim;
  return `${rim}${gouge(x - 22 * k, y + 3 * k, 44 * k, -6 * k, 2 * k)}${gouge(x - 13 * k, y - 4 * k, 24 * k, 6 * k, 1.6 * k)}`;
};

const RAIN: readonly (readonly [
  layer: string,
  count: number,
  tone: Tone,
  opacity: number,
  width: number,
])[] = [
  ['far', 84, 'ash', 0.55, 1],
  ['middle', 52, 'chalk', 0.5, 1.4],
  ['near', 16, 'ash', 0.5, 2.4],
];
const drops = (layer: string): Shape[] =>
  RAIN.flatMap(([at, count, tone, opacity, width], i) =>
    at === layer
      ? {
          id: `rain${i}`,
          d: strokes(
            i + 70,
            count,
            [-1800, -1500, 3600, 2100],
            640,
            [-12 - i * 7, 66 + i * 40],
            width,
          ),
          tone,
          opacity,
          spare: 2,
        }
      : [],
  );

const splashes = (seed: number): string =>
  scatter(seed, 46, (noise) => {
    const x = (noise() - 0.5) * 2400;
    const y = -50 + noise() * 140;
    return `${gouge(x, y, -7, -8, 1)}${gouge(x + 4, y, 8, -7, 1)}`;
  });

const streaks = scatter(15, 60, (noise) =>
  gouge(
    HERS + (noise() + noise() - 1) * 420,
    FOOT + 8 + noise() * 150,
    (noise() - 0.5) * 12 + 60 * noise(),
    0,
    1.2,
  ),
);

/** An arcade in the rain: light comes from the court behind it and walks to her; her coins catch it, row by row. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 1420), tone: 'night' },
      { d: across, tone: 'soot' },
      { d: rect(-1800, -700, 3600, 66), tone: 'soot' },
      ...drops('far'),
    ],
    middle: [
      ...BAYS.map((x, i) => ({ id: `bay${i}`, d: opening(x), tone: 'bone', opacity: 0.05 })),
      { id: 'core', d: opening(HERS, -30), tone: 'bone', opacity: 0.12 },
      floor('ground', FOOT),
      {
        d: `M-1800 ${FOOT}V-1500H1800V${FOOT}Z`.replace(
          'Z',
          `Z${BAYS.map((x) => opening(x)).join('')}`,
        ),
        tone: 'ground',
      },
      { d: mouldings, tone: 'iron' },
      { d: flutes, tone: 'soot' },
      { d: medallions('disc'), tone: 'umber' },
      { id: 'relief', d: medallions('relief'), tone: 'brass' },
      { id: 'marks', d: medallions('blade'), tone: 'ochre' },
      {
        id: 'spill0',
        d: polygon(HERS - R, FOOT, HERS + R, FOOT, HERS + R + 130, 140, HERS - R - 130, 140),
        tone: 'bone',
        opacity: 0.09,
      },
      {
        id: 'spill1',
        d: polygon(
          HERS - R + 40,
          FOOT,
          HERS + R - 40,
          FOOT,
          HERS + R + 30,
          140,
          HERS - R - 30,
          140,
        ),
        tone: 'bone',
        opacity: 0.1,
      },
      { id: 'streaks', d: streaks, tone: 'ash', opacity: 0.7, spare: 2 },
      ...ROWS.map((_, i) => ({ id: `coin${i}`, d: row(i, face), tone: 'brass' })),
      ...ROWS.map((_, i) => ({
        id: `stamp${i}`,
        d: row(i, stamp),
        tone: 'ochre',
        spare: 2 as const,
      })),
      ...[0, 1].map((i) => ({
        id: `splash${i}`,
        d: splashes(i + 5),
        tone: 'ash',
        spare: 1 as const,
      })),
      ...drops('middle'),
    ],
    near: drops('near'),
  },
  best: 0.56,
  quiet: 'right',
  suits: { dance: 'john-wick', cue: 'mountain-king', transition: 'coinWipe' },
  themes:
    'underworld crime killer assassin rule hotel coin rain cit univers franchise world gang mafia wick villain crime tueur ville règle monde mord killer stadt regel welt unterwelt asesin ciudad regla mundo',
  told: {
    en: 'Rain falls across a dark colonnade lined with rows of gold coins. The dancer comes through it en pointe, low and slow, a knife in each hand.',
    fr: 'La pluie tombe dans une colonnade sombre bordée de pièces d’or. La danseuse la traverse sur pointes, basse et lente, un couteau dans chaque main.',
    de: 'Regen fällt durch eine dunkle Säulenhalle mit Reihen goldener Münzen. Die Tänzerin geht auf Spitzen hindurch, tief und langsam, ein Messer in jeder Hand.',
    es: 'Llueve en una columnata oscura con hileras de monedas de oro. La bailarina la cruza en puntas, baja y lenta, con un cuchillo en cada mano.',
  },
  // She marches to that bay, however the arcade is turned.
  axis: HERS,
  mark: HERS,
  poster: {
    wide: { x: 0.72, y: 0.9, share: 0.78, title: 'left', align: 'center' },
    square: { x: 0.62, y: 0.96, share: 0.5, title: 'top' },
    tall: { x: 0.5, y: 0.9, share: 0.46, title: 'top' },
    accent: 'red',
    number: 'bone',
  },
  actors: {
    rain: { fallen: 0 },
    /** In bays from hers: the light comes along the arcade and stays with her. */
    light: { at: -1.7, here: 0 },
    /** Her coins on the ground, row by row. */
    rows: ROWS.map(() => ({ lit: 0 })),
    medallions: { lit: 0 },
    camera: { x: 0 },
  },
  arrange(timeline, actors) {
    const { rain, light, rows, medallions, camera } = actors;
    timeline
      .to(rain, { fallen: 1 }, 0)
      .addLabel('light comes', 0.05)
      .to(light, { at: 0, duration: 0.45, ease: 'smooth' }, 0.05)
      .to(medallions, { lit: 1, duration: 0.4, ease: 'smooth' }, 0.05)
      .to(rows, { lit: 1, duration: 0.2, ease: 'smooth', stagger: 0.14 }, 0.1)
      .to(light, { here: 1, duration: 0.35, ease: 'smooth' }, 0.25)
      .addLabel('with her', 0.3)
      .to(camera, { x: -235, duration: 0.48, ease: 'smooth' }, 0.3);
  },
  draw(actors) {
    const { rain, light, rows, medallions, camera } = actors;
    const parts: Record<string, PartState> = {};
    RAIN.forEach((_, i) => {
      const fall = wrap(rain.fallen * (2600 + i * 1500), 640);
      parts[`rain${i}`] = { transform: `translate(${round(-fall * 0.18)} ${round(fall - 640)})` };
    });
    BAYS.forEach((_, i) => {
      const away = Math.abs(i - 5 - light.at);
      parts[`bay${i}`] = { opacity: mix(0.3, i > 5 ? 0.05 : 0.08, Math.min(1, away / 1.5)) };
    });
    parts['core'] = { opacity: 0.13 * light.here };
    for (const id of ['spill0', 'spill1'])
      parts[id] = { transform: `translate(${round(light.at * PITCH)} 0)`, opacity: 0.09 };
    parts['streaks'] = { transform: `translate(${round(light.at * PITCH)} 0)` };
    for (const [i, { lit }] of rows.entries()) {
      parts[`coin${i}`] = { opacity: mix(0.3, 0.85, lit) };
      parts[`stamp${i}`] = { opacity: mix(0.15, 1, lit) };
    }
    parts['relief'] = { opacity: mix(0.4, 1, medallions.lit) };
    parts['marks'] = { opacity: mix(0.35, 0.95, medallions.lit) };
    for (const i of [0, 1])
      parts[`splash${i}`] = { opacity: (Math.floor(rain.fallen * 60) + i) % 2 ? 0.7 : 0.2 };
    return { parts, camera: { x: camera.x, y: 0, zoom: 0.97 } };
  },
});
