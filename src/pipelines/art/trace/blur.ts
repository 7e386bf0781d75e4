import type { Field } from './field.ts';

/** Gaussian blur with standard deviation `sigma` in pixels; beyond the border there is nothing. */
export function blur(field: Field, sigma: number): Field {
  const { width, height, values } = field;
  const kernel = gaussian(sigma);
  const reach = (kernel.length - 1) / 2;
  const rows = new Float32Array(values.length);
  const filled: boolean[] = [];
  for (let y = 0; y < height; y++) {
    const row = values.subarray(y * width, (y + 1) * width);
    // Most of a picture is empty: only what lies between the first and the last value is spread.
    let first = 0;
    while (first < width && row[first] === 0) first++;
    let last = width - 1;
    while (last > first && row[last] === 0) last--;
    filled.push(first < width);
    const out = rows.subarray(y * width, (y + 1) * width);
    for (let x = first; x <= last; x++) {
      const value = row[x]!;
      if (value === 0) continue;
      const from = Math.max(0, x - reach);
      const to = Math.min(width - 1, x + reach);
      for (let k = from; k <= to; k++) out[k] = out[k]! + value * kernel[k - x + reach]!;
    }
  }
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++) {
    const into = out.subarray(y * width, (y + 1) * width);
    for (let k = Math.max(0, y - reach); k <= Math.min(height - 1, y + reach); k++) {
      if (!filled[k]) continue;
      const weight = kernel[k - y + reach]!;
      const row = rows.subarray(k * width, (k + 1) * width);
      for (let x = 0; x < width; x++) into[x] = into[x]! + weight * row[x]!;
    }
  }
  return { width, height, values: out };
}

function gaussian(sigma: number): Float32Array {
  const reach = Math.max(1, Math.ceil(2.5 * sigma));
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((a, b) => a + b);
  return kernel.map((k) => k / sum);
}
