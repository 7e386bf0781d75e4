/**
 * In-place fast Fourier transform (Cooley and Tukey, radix 2) of `re + i im`.
 * Lengths must be the same power of two. `inverse` also divides by the length.
 */
function fourier(re: Float64Array, im: Float64Array, inverse = false): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      const a = re[i]!;
      const b = im[i]!;
      re[i] = re[j]!;
      im[i] = im[j]!;
      re[j] = a;
      im[j] = b;
    }
  }
  for (let size = 2; size <= n; size <<= 1) {
    const half = size >> 1;
    const angle = ((inverse ? 2 : -2) * Math.PI) / size;
    for (let k = 0; k < half; k++) {
      const cos = Math.cos(angle * k);
      const sin = Math.sin(angle * k);
      for (let i = k; i < n; i += size) {
        const j = i + half;
        const a = re[j]! * cos - im[j]! * sin;
        const b = re[j]! * sin + im[j]! * cos;
        re[j] = re[i]! - a;
        im[j] = im[i]! - b;
        re[i]! += a;
        im[i]! += b;
      }
    }
  }
  if (inverse)
    for (let i = 0; i < n; i++) {
      re[i]! /= n;
      im[i]! /= n;
    }
}

/** Convolution by overlap and add; as long as signal and response together. */
export function convolve(signal: Float32Array, response: Float32Array): Float32Array {
  let size = 1;
  while (size < response.length * 2) size <<= 1;
  const block = size - response.length + 1;
  const hr = new Float64Array(size);
  const hi = new Float64Array(size);
  hr.set(response);
  fourier(hr, hi);
  const out = new Float32Array(signal.length + response.length);
  for (let start = 0; start < signal.length; start += block) {
    const re = new Float64Array(size);
    const im = new Float64Array(size);
    re.set(signal.subarray(start, start + block));
    fourier(re, im);
    for (let i = 0; i < size; i++) {
      const a = re[i]! * hr[i]! - im[i]! * hi[i]!;
      im[i] = re[i]! * hi[i]! + im[i]! * hr[i]!;
      re[i] = a;
    }
    fourier(re, im, true);
    const end = Math.min(size, out.length - start);
    for (let i = 0; i < end; i++) out[start + i]! += re[i]!;
  }
  return out;
}
