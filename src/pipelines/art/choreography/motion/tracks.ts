import { normalize, type Vec3 } from '../../linear.ts';

/** A value that must be reached at a moment (in frames). `rest` stops there; `through` passes in one stroke. */
export interface Knot<T> {
  readonly at: number;
  readonly value: T;
  readonly flow: 'rest' | 'through';
}

/** A value for every moment; before the first knot and after the last it stands still. */
export type Track<T> = (frame: number) => T;

/** Index of the last knot at or before `frame`; -1 before the first. */
function knotBefore<T>(knots: readonly Knot<T>[], frame: number): number {
  let low = -1;
  let high = knots.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (knots[middle]!.at <= frame) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Slopes of a monotone cubic through the knots, zero where it must rest or turn back.
 * Source: Fritsch and Butland, "A method for constructing local monotone piecewise cubic
 * interpolants", SIAM J. Sci. Stat. Comput. 5 (1984): no knee bends backwards between two poses.
 */
function monotoneSlopes(knots: readonly Knot<number>[]): readonly number[] {
  return knots.map((knot, i) => {
    const before = knots[i - 1];
    const after = knots[i + 1];
    if (knot.flow === 'rest' || before === undefined || after === undefined) return 0;
    const h0 = knot.at - before.at;
    const h1 = after.at - knot.at;
    const d0 = (knot.value - before.value) / h0;
    const d1 = (after.value - knot.value) / h1;
    if (d0 * d1 <= 0) return 0;
    const share = (h0 + 2 * h1) / (3 * (h0 + h1));
    return (d0 * d1) / (share * d1 + (1 - share) * d0);
  });
}

/** Slopes of a Catmull-Rom curve on uneven times; zero where the direction rests or is held. */
function flowingSlopes(knots: readonly Knot<Vec3>[]): readonly Vec3[] {
  const still = (a: Vec3, b: Vec3) => a.every((x, k) => Math.abs(x - b[k]!) < 1e-6);
  return knots.map((knot, i): Vec3 => {
    const before = knots[i - 1];
    const after = knots[i + 1];
    if (knot.flow === 'rest' || before === undefined || after === undefined) return [0, 0, 0];
    if (still(before.value, knot.value) || still(after.value, knot.value)) return [0, 0, 0];
    const span = after.at - before.at;
    // Unequal neighbours would throw the short side past its end.
    const reach = Math.min(1, (2 * Math.min(knot.at - before.at, after.at - knot.at)) / span);
    const slope = (k: 0 | 1 | 2) => ((after.value[k] - before.value[k]) / span) * reach;
    return [slope(0), slope(1), slope(2)];
  });
}

/** Cubic Hermite between values a, b with slopes m, n over `h` frames, at u in 0..1. */
function hermite(a: number, b: number, m: number, n: number, h: number, u: number): number {
  const u2 = u * u;
  const u3 = u2 * u;
  return (
    (2 * u3 - 3 * u2 + 1) * a +
    (u3 - 2 * u2 + u) * h * m +
    (3 * u2 - 2 * u3) * b +
    (u3 - u2) * h * n
  );
}

/** A number over time: continuous in value and speed, never beyond its knots. */
export function scalarTrack(knots: readonly Knot<number>[]): Track<number> {
  const slopes = monotoneSlopes(knots);
  return (frame) => {
    const i = knotBefore(knots, frame);
    const a = knots[Math.max(0, i)]!;
    const b = knots[i + 1];
    if (i < 0 || b === undefined) return a.value;
    const h = b.at - a.at;
    return hermite(a.value, b.value, slopes[i]!, slopes[i + 1]!, h, (frame - a.at) / h);
  };
}

/** A direction over time: travels on the sphere, on arcs that flow through the knots. Unit length. */
export function directionTrack(knots: readonly Knot<Vec3>[]): Track<Vec3> {
  const unit = knots.map((knot) => ({ ...knot, value: normalize(knot.value) }));
  const slopes = flowingSlopes(unit);
  return (frame) => {
    const i = knotBefore(unit, frame);
    const a = unit[Math.max(0, i)]!;
    const b = unit[i + 1];
    if (i < 0 || b === undefined) return a.value;
    const h = b.at - a.at;
    const u = (frame - a.at) / h;
    const m = slopes[i]!;
    const n = slopes[i + 1]!;
    const at = (k: 0 | 1 | 2) => hermite(a.value[k], b.value[k], m[k], n[k], h, u);
    return normalize([at(0), at(1), at(2)]);
  };
}

/** A choice over time (which foot supports): each knot holds until the next. */
export function heldTrack<T>(knots: readonly Knot<T>[]): Track<T> {
  return (frame) => knots[Math.max(0, knotBefore(knots, frame))]!.value;
}
