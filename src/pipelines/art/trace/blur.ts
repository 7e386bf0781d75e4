import type { Field } from './field.ts';

/** Deviations from its middle at which the kernel ends. */
export const REACH = 2.5;

/** What is known while a field is blurred, kept from one call to the next: rows are many and large. */
const kept = {
  /** Blurred along the rows; zeros between calls. */
  rows: new Float32Array(0),
  /** By row, from where to where it has something. */
  from: new Int32Array(0),
  to: new Int32Array(0),
  /** By column, the last row that has something there. */
  touched: new Int32Array(0),
  /** By column, the last row that is full there, and how many rows it has been. */
  filled: new Int32Array(0),
  streak: new Int32Array(0),
};
type Kept = typeof kept;

function keptFor(width: number, height: number): Kept {
  if (kept.rows.length < width * height) kept.rows = new Float32Array(width * height);
  if (kept.from.length < height) {
    kept.from = new Int32Array(height);
    kept.to = new Int32Array(height);
  }
  if (kept.touched.length < width) {
    kept.touched = new Int32Array(width);
    kept.filled = new Int32Array(width);
    kept.streak = new Int32Array(width);
  }
  kept.touched.fill(NEVER);
  kept.filled.fill(NEVER);
  return kept;
}

const NEVER = -1e6;

/**
 * Gaussian blur with standard deviation `sigma` in pixels; beyond the border there is nothing.
 * Most of a picture is empty, and much of the rest is 1 for as far as the kernel reaches: what
 * becomes of that is known.
 * @param out where the result goes, as many zeros as the field has values; a new array when absent.
 */
export function blur(
  field: Field,
  sigma: number,
  out: Float32Array = new Float32Array(field.values.length),
): Field {
  const { width, height } = field;
  const kernel = gaussian(sigma);
  const reach = (kernel.length - 1) / 2;
  const fullRow = total(kernel, 1);
  const full = total(kernel, fullRow);
  const known = keptFor(width, height);
  const { rows, from, to, touched, filled, streak } = known;
  for (let r = 0; r < height + reach; r++) {
    if (r < height) spread(field, r, kernel, fullRow, known);
    // Now all is known that this row is made of.
    const y = r - reach;
    if (y < 0) continue;
    let first = width;
    let end = 0;
    for (let k = Math.max(0, y - reach); k <= r && k < height; k++) {
      if (from[k]! < first) first = from[k]!;
      if (to[k]! > end) end = to[k]!;
    }
    for (let x = first; x < end; ) {
      const begin = x;
      while (x < end && touched[x]! < y - reach) x++;
      if (x > begin) continue;
      while (x < end && filled[x] === r && streak[x]! >= kernel.length) x++;
      if (x > begin) {
        out.fill(full, y * width + begin, y * width + x);
        continue;
      }
      while (x < end && touched[x]! >= y - reach && (filled[x] !== r || streak[x]! < kernel.length))
        x++;
      gather(rows, out, y, begin, x, width, height, kernel);
    }
  }
  for (let y = 0; y < height; y++)
    if (to[y]! > 0) rows.fill(0, y * width + from[y]!, y * width + to[y]!);
  return { width, height, values: out };
}

/** What the kernel makes of a field that has this value everywhere. */
function total(kernel: Float32Array, value: number): number {
  let sum = 0;
  for (let w = 0; w < kernel.length; w++) sum = Math.fround(sum + kernel[w]! * value);
  return sum;
}

/** Blurs row `y` along itself. @param full what it is where all is 1. */
function spread(
  { width, values, spans }: Field,
  y: number,
  kernel: Float32Array,
  full: number,
  { rows, from, to, touched, filled, streak }: Kept,
): void {
  const reach = (kernel.length - 1) / 2;
  const start = y * width;
  from[y] = width;
  to[y] = 0;
  const most = spans ? spans[y]![1] - start : width;
  for (let x = spans ? spans[y]![0] - start : 0; x < most; ) {
    if (values[start + x] === 0) {
      x++;
      continue;
    }
    let end = x;
    let ones = true;
    for (let value = 1; end < most; end++) {
      value = values[start + end]!;
      if (value === 0) break;
      if (value !== 1) ones = false;
    }
    const low = Math.max(0, x - reach);
    const high = Math.min(width, end + reach);
    if (to[y] === 0) from[y] = low;
    to[y] = high;
    touched.fill(y, low, high);
    if (!ones || end - x < kernel.length) {
      for (let k = x; k < end; k++) {
        const value = values[start + k]!;
        const last = k + reach < width ? k + reach : width - 1;
        const least = k > reach ? k - reach : 0;
        for (let i = start + least, w = least - k + reach; i <= start + last; i++, w++)
          rows[i] = rows[i]! + value * kernel[w]!;
      }
    } else {
      // Of the first and the last of a long run only what lies outside its core.
      const head = x + reach;
      const tail = end - reach;
      for (let k = x; k < head + reach; k++)
        add(rows, start, width, k, kernel, 0, reach + Math.min(reach + 1, head - k));
      rows.fill(full, start + head, start + tail);
      for (let k = tail - reach; k < end; k++)
        add(rows, start, width, k, kernel, Math.max(0, tail - k + reach), kernel.length);
      for (let k = head; k < tail; k++) {
        streak[k] = filled[k] === y - 1 ? streak[k]! + 1 : 1;
        filled[k] = y;
      }
    }
    x = end;
  }
}

/** Adds what a 1 gives to those beside it, from one place of the kernel to another. */
function add(
  rows: Float32Array,
  start: number,
  width: number,
  x: number,
  kernel: Float32Array,
  from: number,
  to: number,
): void {
  const reach = (kernel.length - 1) / 2;
  const last = Math.min(to, width - x + reach);
  for (let w = Math.max(from, reach - x), i = start + x - reach + w; w < last; w++, i++)
    rows[i] = rows[i]! + kernel[w]!;
}

/** Blurs a stretch of one row across the rows. */
function gather(
  rows: Float32Array,
  out: Float32Array,
  y: number,
  from: number,
  to: number,
  width: number,
  height: number,
  kernel: Float32Array,
): void {
  const reach = (kernel.length - 1) / 2;
  const last = Math.min(height - 1, y + reach);
  // Four rows at a time: the sum is then read and written once for all of them.
  for (let k = Math.max(0, y - reach); k <= last; k += 4) {
    const most = Math.min(3, last - k);
    const w = k - y + reach;
    const [a, b, c, d] = [kernel[w]!, kernel[w + 1]!, kernel[w + 2]!, kernel[w + 3]!];
    for (let x = from, i = k * width + from, j = y * width + from; x < to; x++, i++, j++) {
      let sum = Math.fround(out[j]! + a * rows[i]!);
      if (most > 0) sum = Math.fround(sum + b * rows[i + width]!);
      if (most > 1) sum = Math.fround(sum + c * rows[i + 2 * width]!);
      if (most > 2) sum = Math.fround(sum + d * rows[i + 3 * width]!);
      out[j] = sum;
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
