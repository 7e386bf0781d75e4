/** How far `progress` has come from `start` to `end`, 0 to 1. */
export const ramp = (progress: number, start = 0, end = 1): number =>
  Math.min(1, Math.max(0, (progress - start) / (end - start)));

/** {@link ramp} with a soft start and stop. */
export const ease = (progress: number, start = 0, end = 1): number => {
  const t = ramp(progress, start, end);
  return t * t * (3 - 2 * t);
};

export const mix = (from: number, to: number, share: number): number => from + (to - from) * share;

/** Rises from 0 at `from` to 1 and returns to 0 at `to`. */
export const bump = (progress: number, from: number, to: number): number =>
  Math.sin(Math.PI * ramp(progress, from, to));

/** Wraps into 0 to `size`, for patterns that repeat. */
export const wrap = (value: number, size: number): number => ((value % size) + size) % size;
