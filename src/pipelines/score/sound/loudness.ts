import { biquad, filtered } from './filters.ts';
import type { Stereo } from './stereo.ts';

const BLOCK_SECONDS = 0.4;
const HOP_SECONDS = 0.1;
/** Blocks quieter than this do not count (LUFS). */
const ABSOLUTE_GATE = -70;
/** Nor do those this much quieter than the mean of the rest (LU). */
const RELATIVE_GATE = -10;

/** The K weighting: a shelf for the head and a high-pass for the ear. Constants as in BS.1770 refitted for any rate (B. Leonard, Mansbridge et al. 2012). */
function weighted(signal: Float32Array, rate: number): Float32Array {
  const shelf = biquad('highshelf', rate, 1681.974450955533, 0.7071752369554196, 3.999843853973347);
  const highpass = biquad('highpass', rate, 38.13547087602444, 0.5003270373238773);
  return filtered(filtered(signal, shelf), highpass);
}

const toLufs = (power: number): number => -0.691 + 10 * Math.log10(Math.max(power, 1e-12));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);

/** Power of overlapping blocks, K-weighted, both channels summed. */
export function blockPowers({ left, right }: Stereo, rate: number): number[] {
  const l = weighted(left, rate);
  const r = weighted(right, rate);
  const block = Math.round(BLOCK_SECONDS * rate);
  const hop = Math.round(HOP_SECONDS * rate);
  const powers: number[] = [];
  for (let start = 0; start + block <= l.length; start += hop) {
    let sum = 0;
    for (let i = start; i < start + block; i++) sum += l[i]! ** 2 + r[i]! ** 2;
    powers.push(sum / block);
  }
  return powers;
}

/** Integrated loudness in LUFS after ITU-R BS.1770-4, with both gates. */
export function loudness(sound: Stereo, rate: number): number {
  const heard = blockPowers(sound, rate).filter((power) => toLufs(power) > ABSOLUTE_GATE);
  const gate = toLufs(mean(heard)) + RELATIVE_GATE;
  return toLufs(mean(heard.filter((power) => toLufs(power) > gate)));
}
