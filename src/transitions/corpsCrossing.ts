import { mix } from '../core/paths/ease.ts';
import { bandStamp, round, type Stamp, stamp } from '../core/paths/path.ts';
import type { Shape, Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

/** A dancer en pointe in fifth, seen from the front: pairs of height and half width, bun to box; 1000 tall. */
const HEAD = [
  28, 0, 32, 15, 48, 19, 62, 12, 72, 22, 94, 29, 116, 27, 138, 14, 150, 11, 190, 12, 206, 20, 220,
  50, 236, 57, 258, 43, 300, 41, 366, 27, 420, 40, 452, 52,
];
const LEGS = [
  440, 50, 520, 50, 600, 43, 660, 31, 700, 27, 740, 31, 790, 31, 850, 20, 910, 12, 935, 14, 970, 10,
  1000, 6,
];
const PITCH = 352;

/** A profile at scale `k`, or the part of it between two shares of its half width. */
const body = (k: number, profile: readonly number[], from = -1, to = 1): Stamp => {
  const sides: [number[], number[]] = [[], []];
  for (let i = 0; i < profile.length; i += 2) {
    const y = 1000 + (profile[i]! - 1000) * k;
    sides[0].push(profile[i + 1]! * k * from, y);
    sides[1].push(profile[i + 1]! * k * to, y);
  }
  return bandStamp(...sides);
};

const arm = (k: number, side: number): Stamp => {
  const at = (...points: number[]): number[] =>
    points.map((v, i) => (i % 2 ? 1000 + (v - 1000) * k : v * k * side));
  return bandStamp(
    at(48, 222, 96, 268, 128, 330, 154, 380, 180, 414),
    at(40, 252, 84, 300, 112, 344, 142, 392, 174, 420),
  );
};

const tutu = (k: number): Stamp => {
  let d = `q${round(162 * k)} ${round(-30 * k)} ${round(282 * k)} ${round(-26 * k)}t${round(282 * k)} ${round(26 * k)}`;
  for (let i = 0; i < 15; i++)
    d += `q${round(-6 * k)} ${round((i % 3 ? 30 : 40) * k)} ${round(-37.6 * k)} ${round((i < 7 ? 2.6 : -2.6) * k)}`;
  return { x: -282 * k, y: 1000 - 562 * k, d: `${d}Z` };
};

/** The two rows: how far apart from the first, their tones, and their figures in the order of painting. */
const ROWS = [
  { shift: 0.5, k: 0.98, tone: 'deep', lit: 'wine' },
  { shift: 0, k: 1.06, tone: 'ground', lit: 'blood' },
].map(({ k, ...row }) => ({
  ...row,
  layers: [
    [body(k, LEGS)],
    [body(k, LEGS, 0.62, 0.93)],
    [body(k, HEAD), arm(k, 1), arm(k, -1), tutu(k)],
    [
      body(k, HEAD.slice(20, -4), 0.78, 0.95),
      {
        x: -230 * k,
        y: 1000 - 572 * k,
        d: `q${round(235 * k)} -9 ${round(470 * k)} 0q${round(-235 * k)} 9 ${round(-470 * k)} 0Z`,
      },
    ],
  ],
}));

/** The corps crosses like a curtain: hand in hand, and behind them the next scene. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const count = Math.ceil(width / PITCH / 2) + 1;
  const reach = count * PITCH + 320;
  const at = mix(width + reach, -reach, progress);
  const before: Shape[] = ROWS.flatMap(({ shift, tone, lit, layers }) =>
    layers.map((stamps, layer) => {
      let d = '';
      for (let i = -count; i <= count; i++) {
        const x = at + (i + shift) * PITCH;
        if (x < -320 || x > width + 320) continue;
        // Little steps, each her own: she rises and sinks by a hand's breadth.
        const lift = Math.sin(progress * 40 + i * 1.3) * 9;
        for (const shape of stamps) d += stamp(shape, x, layer < 2 ? 0 : lift);
      }
      return { d, tone: layer % 2 ? lit : tone };
    }),
  ).filter(({ d }) => d);
  return {
    outgoing: [{ clip: `M-9 -9H${round(at)}V1009H-9Z` }],
    incoming: [{ clip: `M${width + 9} -9H${round(at)}V1009H${width + 9}Z` }],
    behind: [],
    before,
  };
}) satisfies Transition;
