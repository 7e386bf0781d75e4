/**
 * Where a loop goes round without being heard. Encoders are lossy: two stretches
 * that were alike before them no longer are, least of all in the first second of
 * a file, in which they settle. So a recording runs on for a while as it began,
 * and of all the moments at which it could turn back the smoothest is taken.
 */
import { RATE, type Stereo } from './stereo.ts';

/** Seconds of a file after which its encoder has settled, and until which a loop may return. */
export const SEAM = { earliest: 1, latest: 1.6 } as const;
/** Seconds that a recording runs on behind the last moment at which it may turn back. */
export const AFTER_SEAM = 0.1;
/** Seconds of the music on either side that a joint is measured against. */
export const NEAR = 0.02;
/** Differences of these orders between samples: a step, a corner. */
const ORDERS = [1, 2] as const;
/** Chromium cuts so many samples off the beginning of Opus in WebM: it counts in whole milliseconds. */
export const CUT_BY_CHROMIUM = 24;
/** What is quieter is silence, to a file of 16 bits. */
const SILENT = 2 ** -16;

/** Differences between neighbours, `order` times over. */
function differences(samples: Float64Array, order: number): Float64Array {
  let now = samples;
  for (let i = 0; i < order; i++) now = now.subarray(1).map((x, k) => x - now[k]!);
  return now;
}

const largest = (steps: Float64Array): number =>
  steps.reduce((most, step) => Math.max(most, Math.abs(step)), 0);

/**
 * How much a joint in the middle of a stretch of samples stands out of the music
 * beside it: the largest of the differences across it against the largest of the
 * others, in either order; at 1 and below it is hidden among them.
 */
export function jointIn(heard: Float64Array): number {
  const middle = heard.length / 2;
  const ratios = ORDERS.map((order) => {
    const steps = differences(heard, order);
    const joint = largest(steps.subarray(middle - order, middle));
    const music = Math.max(
      largest(steps.subarray(0, middle - order)),
      largest(steps.subarray(middle)),
      SILENT,
    );
    return joint / music;
  });
  return Math.max(...ratios);
}

/** The stretch that is heard around a turn; `start` and `end` are samples. */
function around(channel: Float32Array, start: number, end: number, near: number): Float64Array {
  const at = (i: number) => (i < near ? end : start) - near + i;
  return Float64Array.from({ length: 2 * near }, (_, i) => channel[at(i)] ?? 0);
}

/**
 * The smoothest turn of a recording that repeats itself after `round` seconds,
 * over all its decoded files alike, to the sample; `seam` is its `jointIn`.
 */
export function smoothestTurn(
  files: readonly Stereo[],
  round: number,
): { readonly start: number; readonly end: number; readonly seam: number } {
  const length = Math.round(round * RATE);
  const near = Math.round(NEAR * RATE);
  const channels = files.flatMap(({ left, right }) => [left, right]);
  const seam = (start: number, reach: number, music: readonly number[]): number =>
    Math.max(
      ...channels.flatMap((channel, c) =>
        ORDERS.map((order, o) => {
          const steps = differences(around(channel, start, start + length, reach), order);
          const across = largest(steps.subarray(reach - order, reach));
          return across / music[c * ORDERS.length + o]!;
        }),
      ),
    );
  let best = { start: 0, seam: Number.POSITIVE_INFINITY };
  const step = RATE / 1000;
  for (let from = SEAM.earliest * RATE; from < SEAM.latest * RATE; from += step) {
    // The music beside the joint is much the same for a whole millisecond.
    const music = channels.flatMap((channel) =>
      ORDERS.map((order) => {
        const before = channel.subarray(from + length - near, from + length);
        const after = channel.subarray(from + step, from + step + near);
        const sides = [before, after].map((side) =>
          largest(differences(Float64Array.from(side), order)),
        );
        return Math.max(...sides, SILENT);
      }),
    );
    for (let start = from; start < from + step; start++) {
      const here = seam(start, 4, music);
      if (here < best.seam) best = { start, seam: here };
    }
  }
  const exact = (seconds: number) => Math.round(seconds * 1e6) / 1e6;
  const start = exact(best.start / RATE);
  return { start, end: exact(start + round), seam: best.seam };
}
