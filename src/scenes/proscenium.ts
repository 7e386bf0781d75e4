import { ease, mix, ramp } from '../core/paths/ease.ts';
import { gouge, polygon, rect, round } from '../core/paths/path.ts';
import type { PartState, Scene } from '../schemas/picture.ts';
import { DRAPE_TONES, drape, swags } from './shapes/curtain.ts';
import { scatter } from './shapes/scatter.ts';
import { backdrop, boards, floor } from './shapes/stage.ts';

/** A row of houses as one outline from seeded widths and heights, with tanks and masts. */
const skyline = (seed: number, low: number, high: number, wide: number): string =>
  scatter(seed, Math.ceil(3600 / wide), (noise, i) => {
    const x = -1800 + i * wide;
    const y = -low - noise() * (high - low);
    const w = wide * (0.8 + noise() * 0.4);
    const tank =
      noise() > 0.6
        ? `${polygon(x + 16, y - 44, x + 30, y - 58, x + 44, y - 44, x + 44, y - 12, x + 16, y - 12)}${rect(x + 18, y - 14, 4, 16)}${rect(x + 38, y - 14, 4, 16)}`
        : '';
    const mast = noise() > 0.75 ? rect(x + w * 0.6, y - 110, 3, 112) : '';
    return rect(x, y, w, 900 - y) + tank + mast;
  });

const windows = (seed: number, count: number): string =>
  scatter(seed, count, (noise) =>
    rect(-1000 + Math.floor(noise() * 80) * 22, -120 - Math.floor(noise() * 14) * 26, 8, 13),
  );

/** Fire escapes: landings, rails and slanting stairs, one storey above the other. */
const escape = (x: number, storeys: number): string => {
  let d = '';
  for (let i = 0; i < storeys; i++) {
    const y = -150 - i * 150;
    const turn = i % 2 ? -1 : 1;
    const a = x + (turn > 0 ? 24 : 176);
    const b = x + (turn > 0 ? 168 : 32);
    d +=
      rect(x, y, 200, 7) +
      rect(x, y - 44, 200, 3) +
      polygon(a, y, a + 9, y, b + 9, y - 150, b, y - 150);
    for (let k = 0; k <= 10; k++) d += rect(x + k * 19.6, y - 44, 2, 44);
    for (let k = 1; k < 8; k++) d += rect(mix(a, b, k / 8) - 4, y - k * 18.7, 18, 2.5);
  }
  return d;
};

const wire = (x0: number, y0: number, x1: number, y1: number, sag: number): string => {
  const mx = (x0 + x1) / 2;
  const my = (y0 + y1) / 2 + sag;
  return `M${x0} ${y0}Q${mx} ${my} ${x1} ${y1}v2.6Q${mx} ${my + 2.6} ${x0} ${y0 + 2.6}Z`;
};

const bird = 'M0 0Q-10 -12 -26 -10Q-12 -6 0 6Q12 -6 26 -10Q10 -12 0 0Z';
const BIRDS = [0, 1, 2, 3, 4];

const arch = {
  d: `${rect(-1800, -1500, 1360, 2400)}${rect(440, -1500, 1360, 2400)}${polygon(-460, -1500, 460, -1500, 460, -740, 330, -806, 120, -838, -120, -838, -330, -806, -460, -740)}`,
  cut: `${rect(-462, -720, 6, 900)}${rect(-486, -720, 3, 900)}${rect(456, -720, 6, 900)}${rect(483, -720, 3, 900)}`,
};
const cloth = [-1, 1].map((side) =>
  drape({
    outer: side * 470,
    inner: [side * 90, side * 400, side * 372],
    levels: [-880, -330, 96],
    folds: 6,
    seed: 31 + side,
  }),
);
const festoon = swags(-470, 470, 5, -860, 92);

/** The proscenium slides away from under her leap and a city rises. */
export default {
  set: {
    far: [
      backdrop('ground'),
      ...(['pitch', 'deep', 'wine', 'blood'] as const).map((tone, i) => ({
        id: `sky${i}`,
        d: rect(-1800, -560 + i * 135, 3600, 1400),
        tone,
      })),
      { id: 'city0', d: skyline(4, 230, 620, 118), tone: 'deep' },
      { id: 'lit', d: windows(9, 60), tone: 'wine' },
    ],
    middle: [
      { id: 'city1', d: skyline(12, 90, 380, 190), tone: 'ground' },
      { id: 'tower', d: rect(250, -1500, 1600, 2400), tone: 'ground' },
      { id: 'iron', d: escape(120, 8), tone: 'ground' },
      {
        id: 'wires',
        d:
          wire(-1800, -780, 260, -640, 150) +
          wire(-1800, -610, 260, -690, 190) +
          wire(-900, -900, 260, -560, 90),
        tone: 'ground',
      },
      ...BIRDS.map((i) => ({ id: `bird${i}`, d: bird, tone: 'ground' })),
      { id: 'street', d: rect(-1800, -40, 3600, 960), tone: 'ground' },
      {
        id: 'kerb',
        d: scatter(6, 26, (noise, i) =>
          gouge(-1500 + i * 120, -20 + noise() * 100, 40 + noise() * 90, 0, 1.6),
        ),
        tone: 'wine',
      },
      { ...floor('ground'), id: 'stage' },
      { id: 'boards', d: boards(100), tone: 'coal' },
    ],
    near: [
      ...cloth.flatMap((half, side) =>
        half.map((d, i) => ({ id: `cloth${side}${i}`, d, tone: DRAPE_TONES[i]! })),
      ),
      ...festoon.map((d, i) => ({ id: `swag${i}`, d, tone: DRAPE_TONES[i]! })),
      { id: 'arch', d: arch.d, tone: 'ground' },
      { id: 'cut', d: arch.cut, tone: 'blood' },
    ],
  },
  tones: { rim: '#8e1420' },
  best: 0.62,
  at(progress, screen) {
    const gone = ease(progress, 0.14, 0.52);
    const risen = 1 - ease(progress, 0.2, 0.6);
    const reach = screen.tall ? 1300 : 2300;
    const slide = { transform: `translate(${round(-reach * gone)} 0)` };
    const parts: Record<string, PartState> = { arch: slide, cut: slide };
    for (const i of [0, 1, 2]) {
      parts[`swag${i}`] = slide;
      parts[`cloth0${i}`] = slide;
      parts[`cloth1${i}`] = slide;
    }
    const stage = { transform: `translate(0 ${round(400 * ease(progress, 0.22, 0.5))})` };
    parts['stage'] = stage;
    parts['boards'] = stage;
    for (const i of [0, 1, 2, 3])
      parts[`sky${i}`] = { transform: `translate(0 ${round(risen * (500 - i * 60))})` };
    parts['city0'] = { transform: `translate(${round(-60 * progress)} ${round(risen * 700)})` };
    parts['lit'] = { ...parts['city0'], opacity: ramp(progress, 0.5, 0.8) };
    for (const [id, k] of [
      ['city1', 900],
      ['iron', 1500],
      ['tower', 1700],
      ['wires', 1100],
      ['street', 300],
      ['kerb', 300],
    ] as const)
      parts[id] = { transform: `translate(${round(-120 * (progress - 0.6))} ${round(risen * k)})` };
    for (const i of BIRDS) {
      const t = ramp(progress, 0.45 + i * 0.03, 1);
      const flap = 0.35 + 0.65 * Math.abs(Math.sin(progress * 70 + i));
      parts[`bird${i}`] = {
        transform: `translate(${round(mix(180 - i * 30, -330 - i * 50, t))} ${round(mix(-380, -820 + i * 40, t))}) scale(${0.7 + i * 0.08} ${flap.toFixed(2)})`,
        opacity: Math.min(1, t * 9),
      };
    }
    return { parts, camera: { x: mix(-60, 50, ease(progress)), y: 0, zoom: 1 } };
  },
} satisfies Scene;
