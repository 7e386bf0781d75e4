/** Coefficients of a second-order filter, a0 being 1. */
export interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

type Kind = 'lowpass' | 'highpass' | 'bandpass' | 'highshelf' | 'lowshelf';

/**
 * Robert Bristow-Johnson's Audio EQ Cookbook. `frequency` in hertz, `gain` in
 * decibels (shelves only).
 */
export function biquad(
  kind: Kind,
  rate: number,
  frequency: number,
  q = Math.SQRT1_2,
  gain = 0,
): Biquad {
  const w = (2 * Math.PI * frequency) / rate;
  const cos = Math.cos(w);
  const alpha = Math.sin(w) / (2 * q);
  const A = 10 ** (gain / 40);
  const root = 2 * Math.sqrt(A) * alpha;
  const made = (
    b0: number,
    b1: number,
    b2: number,
    a0: number,
    a1: number,
    a2: number,
  ): Biquad => ({
    b: [b0 / a0, b1 / a0, b2 / a0],
    a: [a1 / a0, a2 / a0],
  });
  switch (kind) {
    case 'lowpass':
      return made((1 - cos) / 2, 1 - cos, (1 - cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    case 'highpass':
      return made((1 + cos) / 2, -1 - cos, (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    case 'bandpass':
      return made(alpha, 0, -alpha, 1 + alpha, -2 * cos, 1 - alpha);
    case 'highshelf':
      return made(
        A * (A + 1 + (A - 1) * cos + root),
        -2 * A * (A - 1 + (A + 1) * cos),
        A * (A + 1 + (A - 1) * cos - root),
        A + 1 - (A - 1) * cos + root,
        2 * (A - 1 - (A + 1) * cos),
        A + 1 - (A - 1) * cos - root,
      );
    case 'lowshelf':
      return made(
        A * (A + 1 - (A - 1) * cos + root),
        2 * A * (A - 1 - (A + 1) * cos),
        A * (A + 1 - (A - 1) * cos - root),
        A + 1 + (A - 1) * cos + root,
        -2 * (A - 1 + (A + 1) * cos),
        A + 1 + (A - 1) * cos - root,
      );
  }
}

/** Runs a filter over a signal, in direct form II transposed. */
export function filtered(signal: Float32Array, { a, b }: Biquad): Float32Array {
  const out = new Float32Array(signal.length);
  let s1 = 0;
  let s2 = 0;
  for (let i = 0; i < signal.length; i++) {
    const x = signal[i]!;
    const y = b[0] * x + s1;
    s1 = b[1] * x - a[0] * y + s2;
    s2 = b[2] * x - a[1] * y;
    out[i] = y;
  }
  return out;
}
