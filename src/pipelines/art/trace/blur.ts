import type { Field } from './field.ts';

/** Gaussian blur with standard deviation `sigma` in pixels; beyond the border there is nothing. */
export function blur(field: Field, sigma: number): Field {
  const { width, height, values } = field;
  const reach = Math.max(1, Math.ceil(2.5 * sigma));
  const kernel = new Float32Array(2 * reach + 1);
  let sum = 0;
  for (let i = -reach; i <= reach; i++) {
    kernel[i + reach] = Math.exp((-i * i) / (2 * sigma * sigma));
    sum += kernel[i + reach]!;
  }
  for (let i = 0; i < kernel.length; i++) kernel[i] = kernel[i]! / sum;
  const rows = pass(values, width, height, 1, width, kernel);
  return { width, height, values: pass(rows, height, width, width, 1, kernel) };
}

/** Convolves along lines of `length` samples `step` apart; `lines` lines, `stride` apart. */
function pass(
  source: Float32Array,
  length: number,
  lines: number,
  step: number,
  stride: number,
  kernel: Float32Array,
): Float32Array {
  const out = new Float32Array(source.length);
  const reach = (kernel.length - 1) / 2;
  for (let line = 0; line < lines; line++) {
    const start = line * stride;
    // Spreading only what is there is quick: most of a picture is empty.
    for (let i = 0; i < length; i++) {
      const value = source[start + i * step]!;
      if (value === 0) continue;
      const from = Math.max(0, i - reach);
      const to = Math.min(length - 1, i + reach);
      for (let k = from; k <= to; k++) {
        const o = start + k * step;
        out[o] = out[o]! + value * kernel[k - i + reach]!;
      }
    }
  }
  return out;
}
