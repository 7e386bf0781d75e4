/**
 * Which moments of a dance are drawn. The others are drawings carried there, which is true enough where she moves as
 * one, and not where she turns: so that is where the drawings go.
 */
import { Carrier } from '../../core/clip/carry.ts';
import { nearest } from '../../core/clip/nearest.ts';
import { agreement, painted, type Tones } from './areas.ts';
import type { MovingClip } from './assemble.ts';

/** Moments over which a drawing is carried at most. */
const FURTHEST = 4;
/** Clip units from one sample to the next when pictures are compared. */
const STEP = 2;

/** By moment and by how far it was carried there, before or after: how wrong that drawing is, 0 to 1, squared. */
export type Errors = readonly (readonly number[])[];

/** How wrong each drawing is at each moment that it may be carried to. */
export function errorsOf({ layers: names, frames, motion }: MovingClip): Errors {
  const truth = frames.map(({ layers }) => painted(layers, STEP, names));
  return frames.map((_, to) =>
    Array.from({ length: 2 * FURTHEST + 1 }, (_, k) => {
      const from = to + k - FURTHEST;
      if (from < 0 || from >= frames.length) return Number.POSITIVE_INFINITY;
      if (from === to) return 0;
      const carrier = new Carrier(motion.joints[2 * from]!, motion.joints[2 * to]!);
      const carried = frames[from]!.layers.map((outlines, layer) =>
        outlines.map((outline, i) => carrier.outline(outline, motion.limbs[from]![layer]![i]!)),
      );
      return wrongness(truth[to]!, painted(carried, STEP, names));
    }),
  );
}

function wrongness(truth: Tones, carried: Tones): number {
  const { silhouette, tones } = agreement(truth, carried);
  return ((2 * (1 - silhouette) + (1 - tones)) / 2) ** 2;
}

/**
 * The drawings that leave the least error at a price for each: the shortest way through all moments. The first and
 * the last moment are drawn, and those of `must`.
 */
export function chooseDrawings(
  errors: Errors,
  price: number,
  must: ReadonlySet<number> = new Set(),
): number[] {
  const last = errors.length - 1;
  const least = [0];
  const before = [-1];
  for (let to = 1; to <= last; to++) {
    least.push(Number.POSITIVE_INFINITY);
    before.push(-1);
    for (let from = to - 1; from >= Math.max(0, to - 2 * FURTHEST); from--) {
      const cost = least[from]! + price + between(errors, from, to);
      if (cost < least[to]!) [least[to], before[to]] = [cost, from];
      if (must.has(from)) break;
    }
  }
  const chosen: number[] = [];
  for (let at = last; at >= 0; at = before[at]!) chosen.unshift(at);
  return chosen;
}

/** What is wrong at all moments between two drawings. */
function between(errors: Errors, from: number, to: number): number {
  let sum = 0;
  for (let m = from + 1; m < to; m++) {
    const drawing = [from, to][nearest([from, to], m)]!;
    sum += errors[m]![drawing - m + FURTHEST]!;
  }
  return sum;
}
