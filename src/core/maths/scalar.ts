/** The arithmetic of single numbers that everything shares: bounds, mixing, easing. Pure. */

/** `value`, or the bound that it lies beyond. @param low at most `high` */
export const clamp = (value: number, low = 0, high = 1): number =>
  Math.min(high, Math.max(low, value));

/** From `from` (share 0) to `to` (share 1), and beyond either in a straight line. */
export const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** How far `progress` has come from `start` to `end`, 0 to 1. `start` may exceed `end`. */
export const ramp = (progress: number, start = 0, end = 1): number =>
  clamp((progress - start) / (end - start));

/** A share of 0 to 1 with a soft start and stop: Hermite's cubic, 3t² - 2t³. */
export const smooth = (share: number): number => share * share * (3 - 2 * share);

/** {@link ramp} with a soft start and stop. */
export const ease = (progress: number, start = 0, end = 1): number =>
  smooth(ramp(progress, start, end));

/** Rises from 0 at `from` to 1 and returns to 0 at `to`. */
export const bump = (progress: number, from: number, to: number): number =>
  Math.sin(Math.PI * ramp(progress, from, to));

/** Wraps into 0 to `size`, for patterns that repeat. */
export const wrap = (value: number, size: number): number => ((value % size) + size) % size;
