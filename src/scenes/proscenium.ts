import { mix } from '../core/maths/scalar.ts';
import { gouge, polygon, rect, round } from '../core/paths/path.ts';
import { visibleWorld } from '../core/stage/viewport.ts';
import type { PartState, Shape } from '../schemas/picture.ts';
import { scene } from '../timelines/scene.ts';
import { DRAPE_TONES, drape, swags } from './shapes/curtain.ts';
import { scatter } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

/** Houses from seeded widths and heights, with water tanks and masts: their outline, and their lit windows. */
const skyline = (
  seed: number,
  low: number,
  high: number,
  wide: number,
): readonly [houses: string, windows: string] => {
  let windows = '';
  const houses = scatter(seed, Math.ceil(3600 / wide), (noise, i) => {
    const x = -1800 + i * wide;
    const y = -low - noise() * (high - low);
    const w = wide * (0.8 + noise() * 0.4);
    const tank =
      noise() > 0.55
        ? `${polygon(x + 14, y - 46, x + 30, y - 62, x + 46, y - 46, x + 46, y - 14, x + 14, y - 14)}${rect(x + 17, y - 14, 4, 16)}${rect(x + 39, y - 14, 4, 16)}`
        : '';
    const mast = noise() > 0.7 ? rect(x + w * 0.6, y - 120, 3, 122) : '';
    const step = noise() > 0.5 ? rect(x + w * 0.3, y - 26, w * 0.4, 28) : '';
    for (let k = 0; k < 7; k++) {
      const [column, storey] = [Math.floor(noise() * 4), Math.floor((noise() * -y) / 30)];
      windows += rect(x + 16 + column * 22, y + 20 + storey * 30, 8, 14);
    }
    return rect(x, y, w, 900 - y) + tank + mast + step;
  });
  return [houses, windows];
};
const CITY = skyline(4, 190, 470, 118);

/** Fire escapes: landings, rails and slanting stairs, one storey above the other. */
const fireEscape = (x: number, storeys: number, rise = 0): string => {
  let d = '';
  for (let i = 0; i < storeys; i++) {
    const y = -150 - i * 160 - rise;
    const turn = i % 2 ? -1 : 1;
    const a = x + (turn > 0 ? 20 : 152);
    const b = x + (turn > 0 ? 148 : 24);
    d += `${rect(x, y, 182, 9)}${rect(x, y - 46, 182, 4)}${polygon(a, y, a + 13, y, b + 13, y - 160, b, y - 160)}`;
    for (let k = 0; k <= 9; k++) d += rect(x + k * 19.8, y - 46, 3, 46);
    for (let k = 1; k < 8; k++) d += rect(mix(a, b, k / 8) - 5, y - k * 20, 20, 2.5);
  }
  return d;
};

/** The house across the street: cornices and sills, the courses of its bricks, its windows, and those where someone is awake. */
const WALL = 545;
const tower = `${rect(WALL, -1500, 1400, 2400)}${[-1420, -1100, -780, -460, -140].map((y) => polygon(WALL - 22, y, WALL, y + 26, WALL + 1400, y + 26, WALL + 1400, y)).join('')}`;
const bricks = scatter(21, 110, (noise) =>
  gouge(
    WALL + 8 + noise() * 520,
    -1400 + Math.floor(noise() * 110) * 12.5,
    18 + noise() * 26,
    0,
    1.6,
  ),
);
const casement = (column: number, storey: number): string => {
  const x = WALL + 66 + column * 104;
  const y = -1330 + storey * 160;
  return `${rect(x, y, 24, 46)}${rect(x + 28, y, 24, 46)}${rect(x, y + 50, 24, 44)}${rect(x + 28, y + 50, 24, 44)}${rect(x - 8, y + 102, 68, 5)}`;
};
const STOREYS = [0, 1, 2, 3, 4, 5, 6, 7];
const AWAKE = [1, 6, 11, 16, 20, 29];
const casements = (awake: boolean): string =>
  STOREYS.flatMap((storey) =>
    [0, 1, 2, 3].map((column) =>
      AWAKE.includes(storey * 4 + column) === awake ? casement(column, storey) : '',
    ),
  ).join('');

const wire = (x0: number, y0: number, x1: number, y1: number, sag: number): string => {
  const mx = (x0 + x1) / 2;
  const my = (y0 + y1) / 2 + sag;
  return `M${x0} ${y0}Q${mx} ${my} ${x1} ${y1}v5Q${mx} ${my + 5} ${x0} ${y0 + 5}Z`;
};

/** A hung shirt or sheet on the line. */
const washing = [-330, -292, -244, -200]
  .map((x, i) =>
    polygon(
      x,
      -598 + i * 5,
      x + 30,
      -595 + i * 5,
      x + 27 + i * 2,
      -540 + i * 3,
      x + 3,
      -544 + i * 4,
    ),
  )
  .join('');

const SKY = ['pitch', 'deep', 'wine', 'blood'] as const;
/** Long horizontal cuts between one band of sky and the next. */
const clouds = (seed: number, y: number): string =>
  scatter(seed, 34, (noise) =>
    gouge(
      -1800 + noise() * 3400,
      y - noise() * 95,
      90 + noise() * 330,
      noise() * 4 - 2,
      3 + noise() * 5,
    ),
  );

const bird = 'M0 0Q-10 -12 -26 -10Q-12 -6 0 6Q12 -6 26 -10Q10 -12 0 0Z';
const BIRDS = [0, 1, 2, 3, 4];

const EDGE = 1050;
const HALF = 430;
const arch = `${rect(-1800, -1500, 1800 - HALF, 2400)}${rect(HALF, -1500, EDGE - HALF, 2400)}${polygon(-HALF - 20, -1500, HALF + 20, -1500, HALF + 20, -850, 330, -912, 130, -946, -130, -946, -330, -912, -HALF - 20, -760)}`;
const gilding = [-1, 1]
  .map(
    (s) =>
      rect(s * (HALF + 16), -835, s * 5, 990) +
      rect(s * (HALF + 40), -835, s * 2.5, 990) +
      rect(s * (HALF + 92), -835, s * 2.5, 990),
  )
  .join('');
const footlights = Array.from(
  { length: 7 },
  (_, i) => `M${-330 + i * 110 - 24} 112a24 22 0 0 1 48 0Z`,
).join('');

const cloth = [-1, 1].map((side) =>
  drape({
    outer: side * (HALF + 20),
    inner: [side * 120, side * 372, side * 350],
    levels: [-990, -360, 90],
    folds: 5,
    seed: 31 + side,
  }),
);
const festoon = swags(-HALF - 10, HALF + 10, 5, -962, 86);

/** The theatre: what slides away, with how far each piece is from the eye. */
const HOUSE = ['arch', 'gilding', 'feet', 'swag0', 'swag1', 'swag2', 'cloth0', 'cloth1', 'cloth2'];

/** What stands in the street, and how far below the picture it waits. */
const STREET = [
  ['city1', 900],
  ['escape', 1700],
  ['escapeRim', 1700],
  ['tower', 1700],
  ['bricks', 1700],
  ['casements', 1700],
  ['awake', 1700],
  ['wires', 1100],
  ['street', 300],
  ['kerb', 300],
] as const;
/** x at which she lands. */
const LANDING = 165;

/** The proscenium slides away under her leap, and a city rises behind it. */
export default scene({
  set: {
    far: [
      backdrop('ground'),
      ...SKY.map((tone, i) => ({
        id: `sky${i}`,
        d: rect(-1800, -1010 + i * 208, 3600, 1800) + clouds(i, -1010 + i * 208),
        tone,
      })),
      { id: 'city0', d: CITY[0], tone: 'pitch' },
      { id: 'lit', d: CITY[1], tone: 'blood' },
    ],
    middle: [
      { id: 'city1', d: skyline(12, 90, 330, 190)[0], tone: 'ground' },
      { id: 'tower', d: tower, tone: 'pitch' },
      { id: 'bricks', d: bricks, tone: 'deep' },
      { id: 'casements', d: casements(false), tone: 'ground' },
      { id: 'awake', d: casements(true), tone: 'blood' },
      // The landings' edges catch the sky.
      { id: 'escapeRim', d: fireEscape(403, 8, 3), tone: 'wine' },
      { id: 'escape', d: fireEscape(406, 8), tone: 'ground' },
      {
        id: 'wires',
        d:
          wire(-1800, -860, 570, -700, 170) +
          wire(-1800, -650, 570, -640, 130) +
          washing +
          wire(-900, -920, 570, -520, 60),
        tone: 'ground',
      },
      ...BIRDS.map((i): Shape => ({ id: `bird${i}`, d: bird, tone: 'ground', spare: 2 })),
      { id: 'street', d: rect(-1800, -44, 3600, 960), tone: 'ground' },
      {
        id: 'kerb',
        d: scatter(6, 40, (noise, i) =>
          gouge(-1600 + i * 80, -22 + noise() * 110, 30 + noise() * 90, 0, 1.6),
        ),
        tone: 'blood',
      },
      { ...floor('ground'), id: 'stage' },
      { id: 'boards', d: boards(100), tone: 'soot' },
      ...[0, 1, 2].map((i) => ({
        id: `cloth${i}`,
        d: cloth[0]![i]! + cloth[1]![i]!,
        tone: DRAPE_TONES[i]!,
      })),
      ...festoon.map((d, i) => ({ id: `swag${i}`, d, tone: DRAPE_TONES[i]! })),
      { id: 'arch', d: arch, tone: 'ground' },
      { id: 'gilding', d: gilding, tone: 'blood' },
    ],
    near: [{ id: 'feet', d: footlights, tone: 'wine' }],
  },
  tones: { rim: 'blood' },
  best: 0.56,
  quiet: 'either',
  suits: { dance: 'stage-to-streets', cue: 'aases-death', transition: 'leap' },
  themes:
    'mission stage street famil begin start journey home leave escape quest origin child past murder scène famille départ voyage enfant bühne familie reise anfang kind escenario familia viaje comienzo niñ',
  told: {
    en: 'The dancer runs and takes off in a grand jeté through the arch of the stage. The boards slide away beneath her and a night city of fire escapes and wires rises where the theatre stood.',
    fr: 'La danseuse court et s’élance en grand jeté par l’arche de la scène. Le plancher glisse sous elle, et une ville de nuit se dresse à la place du théâtre.',
    de: 'Die Tänzerin läuft und springt mit einem Grand jeté durch den Bogen der Bühne. Die Bretter gleiten unter ihr fort, und wo das Theater stand, erhebt sich eine nächtliche Stadt.',
    es: 'La bailarina corre y salta en un grand jeté por el arco del escenario. Las tablas se deslizan bajo ella y una ciudad nocturna se levanta donde estaba el teatro.',
  },
  poster: {
    wide: { x: 0.35, y: 1.0, share: 0.6, title: 'right', align: 'center', column: 0.4 },
    square: { x: 0.5, y: 0.84, share: 0.5, title: 'bottom' },
    tall: { x: 0.5, y: 0.66, share: 0.36, title: 'bottom' },
    accent: 'red',
    number: 'bone',
  },
  actors: {
    /** The theatre slides away, and its floor sinks. */
    house: { gone: 0, sunk: 0 },
    /** The city: 1 below the picture, 0 risen; the light in its windows; how far it has passed her. */
    city: { low: 1, lit: 0, passed: 0 },
    /** Phase of the wires' sway. */
    wires: { sway: 0 },
    birds: BIRDS.map(() => ({ flown: 0 })),
    /** Phase of their wings. */
    wings: { beat: 0 },
    camera: { x: -235, y: 0, zoom: 1 },
  },
  arrange(timeline, actors) {
    const { house, city, wires, birds, wings, camera } = actors;
    timeline
      .to(city, { passed: 1 }, 0)
      .to(wires, { sway: 16 }, 0)
      .to(wings, { beat: 60 }, 0)
      // With her: from where she waits, along the run, up into the leap.
      .addLabel('run', 0.1)
      .to(camera, { x: 165, duration: 0.5, ease: 'smooth' }, 0.1)
      .addLabel('theatre leaves', 0.24)
      .to(house, { gone: 1, duration: 0.3, ease: 'smooth' }, 0.24)
      .to(city, { low: 0, duration: 0.28, ease: 'smooth' }, 0.28)
      .to(house, { sunk: 1, duration: 0.2, ease: 'smooth' }, 0.3)
      .addLabel('leap', 0.4)
      .to(camera, { y: -70, duration: 0.32, ease: 'bump' }, 0.4)
      // And back, to take the whole of it in: on a phone too neither foot nor head is cut.
      .to(camera, { zoom: 0.85, duration: 0.32, ease: 'bump' }, 0.4)
      .addLabel('night', 0.5)
      .to(city, { lit: 1, duration: 0.3 }, 0.5);
    for (const [i, bird] of birds.entries())
      timeline.to(bird, { flown: 1, duration: 0.55 - i * 0.03 }, 0.45 + i * 0.03);
  },
  draw(actors, screen) {
    const { house, city, wires, birds, wings, camera } = actors;
    const parts: Record<string, PartState> = {};
    const reach = EDGE + 80 - visibleWorld(screen).left;
    // What has left the picture need not be drawn.
    const slide = {
      transform: `translate(${round(-130 - reach * house.gone)} 0)`,
      opacity: house.gone < 1 ? 1 : 0,
    };
    for (const id of HOUSE) parts[id] = slide;
    const stage = {
      transform: `translate(0 ${round(400 * house.sunk)})`,
      opacity: house.sunk < 1 ? 1 : 0,
    };
    parts['stage'] = stage;
    parts['boards'] = stage;
    for (const i of [0, 1, 2, 3])
      parts[`sky${i}`] = { transform: `translate(0 ${round(city.low * (1100 - i * 60))})` };
    parts['city0'] = {
      transform: `translate(${round(-60 * city.passed)} ${round(city.low * 700)})`,
    };
    parts['lit'] = { ...parts['city0'], opacity: city.lit };
    const sway = Math.sin(wires.sway) * 1.2;
    // She runs to the right whatever side words stand on; the house across the street is behind them, or behind her.
    const turned = screen.words === 'right' ? ` translate(${2 * LANDING} 0) scale(-1 1)` : '';
    for (const [id, k] of STREET)
      parts[id] = {
        transform: `translate(${round(-140 * (city.passed - 0.6))} ${round(city.low * k)})${turned}${id === 'wires' ? ` rotate(${sway.toFixed(2)} 400 -640)` : ''}`,
      };
    for (const [i, { flown }] of birds.entries()) {
      const flap = 0.35 + 0.65 * Math.abs(Math.sin(wings.beat + i));
      parts[`bird${i}`] = {
        transform: `translate(${round(mix(200 - i * 30, -300 - i * 50, flown))} ${round(mix(-380, -830 + i * 40, flown))}) scale(${0.7 + i * 0.08} ${flap.toFixed(2)})`,
        opacity: Math.min(1, flown * 9),
      };
    }
    return { parts, camera: { x: camera.x, y: camera.y, zoom: camera.zoom } };
  },
});
