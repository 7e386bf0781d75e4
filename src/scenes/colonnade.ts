import { ease, mix, ramp, wrap } from '../core/paths/ease.ts';
import { ellipse, gouge, polygon, rect, round } from '../core/paths/path.ts';
import type { PartState, Scene } from '../schemas/picture.ts';
import { scatter, strokes } from './shapes/scatter.ts';
import { backdrop, floor } from './shapes/stage.ts';

const COLUMNS = [-820, -520, -220, 80, 380, 680, 980];

/** A fluted column of half-width `w`: its shaft, or the lit cuts of its flutes. */
const shaft = (x: number, w: number, top: number, foot: number): string =>
  `${polygon(x - w * 0.86, top, x + w * 0.86, top, x + w, foot, x - w, foot)}${rect(x - w * 1.3, top - 24, w * 2.6, 24)}${rect(x - w * 1.15, top, w * 2.3, 12)}${rect(x - w * 1.25, foot - 20, w * 2.5, 20)}${rect(x - w * 1.45, foot - 7, w * 2.9, 9)}`;
const flutes = (x: number, w: number, top: number, foot: number): string =>
  scatter(x, 5, (noise, i) => {
    const at = x + w * (0.78 - i * 0.27);
    return gouge(at, top + 16 + noise() * 14, w * 0.06, foot - top - 44, w * (0.085 - i * 0.014));
  });

const far = [-1000, -860, -720, -580, -440, -300, -160, -20, 120, 260, 400, 540, 680, 820, 960];

/** Five rows of coins lie on the wet floor; rows grow towards the viewer. */
const ROWS = [-62, -34, 6, 60];
const coin = (x: number, y: number, k: number): string => `${ellipse(x, y, 40 * k, 11 * k)}`;
const emblem = (x: number, y: number, k: number): string =>
  `${gouge(x - 22 * k, y + 4 * k, 44 * k, -8 * k, 2.6 * k)}${gouge(x - 14 * k, y - 4 * k, 26 * k, 8 * k, 1.8 * k)}`;
const row = (index: number, draw: typeof coin): string => {
  const y = ROWS[index]!;
  const k = 0.5 + index * 0.2;
  let d = '';
  for (let x = -1750; x < 1750; x += 165 * k) d += draw(x + index * 31, y, k);
  return d;
};

const RAIN = [
  ['far', 0, 90, 'iron', 0.6, 1.1],
  ['middle', 1, 60, 'ash', 0.5, 1.6],
  ['near', 2, 26, 'ash', 0.45, 2.6],
] as const;
const rain = (layer: string) =>
  RAIN.filter(([at]) => at === layer).map(([, i, count, tone, opacity, width]) => ({
    id: `rain${i}`,
    d: strokes(i + 70, count, [-1800, -1500, 3600, 2000], 640, [-14 - i * 6, 62 + i * 34], width),
    tone,
    opacity,
  }));

/** A colonnade in the rain; a shaft of light walks along it and pays coin by coin. */
export default {
  set: {
    far: [
      backdrop('ground'),
      { d: rect(-1800, -1500, 3600, 700), tone: 'night' },
      { d: far.map((x) => shaft(x, 19, -640, -100)).join(''), tone: 'soot' },
      { d: far.map((x) => flutes(x, 19, -640, -100)).join(''), tone: 'iron' },
      { d: rect(-1800, -690, 3600, 28), tone: 'soot' },
      ...rain('far'),
    ],
    middle: [
      floor('ground', -100),
      {
        id: 'beam0',
        d: polygon(-150, -1500, 210, -1500, 470, 60, -330, 60),
        tone: 'bone',
        opacity: 0.05,
      },
      {
        id: 'beam1',
        d: polygon(-60, -1500, 150, -1500, 330, 60, -190, 60),
        tone: 'bone',
        opacity: 0.06,
      },
      { d: COLUMNS.map((x) => shaft(x, 52, -1100, -58)).join(''), tone: 'coal' },
      { d: COLUMNS.map((x) => flutes(x, 52, -1100, -58)).join(''), tone: 'iron' },
      { d: rect(-1800, -1200, 3600, 90), tone: 'coal' },
      ...ROWS.map((_, i) => ({ d: row(i, coin), tone: 'brass', opacity: 0.55 })),
      ...ROWS.map((_, i) => ({ id: `mark${i}`, d: row(i, emblem), tone: 'ochre' })),
      ...rain('middle'),
    ],
    near: [
      { d: shaft(-640, 90, -1400, 300) + shaft(560, 90, -1400, 300), tone: 'ground' },
      { d: flutes(-640, 90, -1400, 300) + flutes(560, 90, -1400, 300), tone: 'coal' },
      ...rain('near'),
    ],
  },
  best: 0.5,
  at(progress) {
    const parts: Record<string, PartState> = {};
    for (const [, i] of RAIN) {
      const fall = wrap(progress * (2600 + i * 1500), 640);
      parts[`rain${i}`] = { transform: `translate(${round(-fall * 0.2)} ${round(fall - 640)})` };
    }
    const walk = mix(-260, 160, ease(progress));
    parts['beam0'] = { transform: `translate(${round(walk)} 0)` };
    parts['beam1'] = { transform: `translate(${round(walk * 1.1)} 0)` };
    ROWS.forEach((_, i) => {
      parts[`mark${i}`] = {
        opacity: 0.25 + 0.75 * ramp(progress, 0.12 + i * 0.18, 0.3 + i * 0.18),
      };
    });
    return { parts, camera: { x: mix(-70, 70, progress), y: 0, zoom: 1.02 } };
  },
} satisfies Scene;
