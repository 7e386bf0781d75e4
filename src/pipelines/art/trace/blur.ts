import type { Field } from './field.ts';

/** Deviations from its middle at which the kernel ends. */
export const REACH = 2.5;

/** Rows half blurred, kept from one call to the next: they are many and large. */
let halves = new Float32Array(0);

/**
 * Gaussian blur with standard deviation `sigma` in pixels; beyond the border there is nothing.
 * @param out where the result goes, as many zeros as the field has values; a new array when absent.
 */
export function blur(
  field: Field,
  sigma: number,
  out: Float32Array = new Float32Array(field.values.length),
): Field {
  const { width, height, values } = field;
  const kernel = gaussian(sigma);
  const reach = (kernel.length - 1) / 2;
  if (halves.length < values.length) halves = new Float32Array(values.length);
  const rows = halves;
  // Most of a picture is empty: by row, from where to where there is anything to spread.
  const from = new Int32Array(height);
  const to = new Int32Array(height);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    let first = 0;
    while (first < width && values[start + first] === 0) first++;
    if (first === width) continue;
    let last = width - 1;
    while (values[start + last] === 0) last--;
    from[y] = Math.max(0, first - reach);
    to[y] = Math.min(width, last + reach + 1);
    rows.fill(0, start + from[y]!, start + to[y]!);
    for (let x = first; x <= last; x++) {
      const value = values[start + x]!;
      if (value === 0) continue;
      const low = Math.max(0, x - reach);
      const high = Math.min(width - 1, x + reach);
      for (let k = low, i = start + low, w = low - x + reach; k <= high; k++, i++, w++)
        rows[i] = rows[i]! + value * kernel[w]!;
    }
  }
  widen(rows, width, from, to);
  for (let y = 0; y < height; y++) {
    const last = Math.min(height - 1, y + reach);
    // Four rows at a time: the sum is then read and written once for all of them.
    for (let k = Math.max(0, y - reach); k <= last; k += 4) {
      const most = Math.min(3, last - k);
      let first = width;
      let end = 0;
      for (let r = k; r <= k + most; r++) {
        if (to[r] === 0) continue;
        first = Math.min(first, from[r]!);
        end = Math.max(end, to[r]!);
      }
      const w = k - y + reach;
      const [a, b, c, d] = [kernel[w]!, kernel[w + 1]!, kernel[w + 2]!, kernel[w + 3]!];
      for (let x = first, i = k * width + first, j = y * width + first; x < end; x++, i++, j++) {
        let sum = Math.fround(out[j]! + a * rows[i]!);
        if (most > 0) sum = Math.fround(sum + b * rows[i + width]!);
        if (most > 1) sum = Math.fround(sum + c * rows[i + 2 * width]!);
        if (most > 2) sum = Math.fround(sum + d * rows[i + 3 * width]!);
        out[j] = sum;
      }
    }
  }
  return { width, height, values: out };
}

/** Makes rows zero as far as those beside them reach. */
function widen(rows: Float32Array, width: number, from: Int32Array, to: Int32Array): void {
  const height = from.length;
  for (let y = 0; y < height; y++) {
    let first = width;
    let end = 0;
    for (let r = Math.max(0, y - 3); r <= Math.min(height - 1, y + 3); r++) {
      if (to[r] === 0) continue;
      first = Math.min(first, from[r]!);
      end = Math.max(end, to[r]!);
    }
    if (end === 0) continue;
    const start = y * width;
    if (to[y] === 0) rows.fill(0, start + first, start + end);
    else {
      rows.fill(0, start + first, start + from[y]!);
      rows.fill(0, start + to[y]!, start + end);
    }
  }
}

function gaussian(sigma: number): Float32Array {
  const reach = Math.max(1, Math.ceil(REACH * sigma));
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((a, b) => a + b);
  return kernel.map((k) => k / sum);
}
