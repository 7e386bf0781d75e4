import { type Biquad, filtered } from './filters.ts';
import type { Stereo } from './stereo.ts';

const BLOCK_SECONDS = 0.4;
const HOP_SECONDS = 0.1;
/** Blocks quieter than this do not count (LUFS). */
const ABSOLUTE_GATE = -70;
/** Nor do those this much quieter than the mean of the rest (LU). */
const RELATIVE_GATE = -10;

/**
 * The K weighting of BS.1770: a shelf for the head, then a high-pass. The
 * standard gives coefficients for 48 kHz only; these constants give the same
 * filters at any rate (as derived in libebur128).
 */
function weighted(signal: Float32Array, rate: number): Float32Array {
  return filtered(filtered(signal, headShelf(rate)), earHighpass(rate));
}

function headShelf(rate: number): Biquad {
  const K = Math.tan((Math.PI * 1681.974450955533) / rate);
  const V = 10 ** (3.999843853973347 / 20);
  const root = (V ** 0.4996667741545416 * K) / 0.7071752369554196;
  const damping = K / 0.7071752369554196;
  const a0 = 1 + damping + K * K;
  return {
    b: [(V + root + K * K) / a0, (2 * (K * K - V)) / a0, (V - root + K * K) / a0],
    a: [(2 * (K * K - 1)) / a0, (1 - damping + K * K) / a0],
  };
}

function earHighpass(rate: number): Biquad {
  const K = Math.tan((Math.PI * 38.13547087602444) / rate);
  const damping = K / 0.5003270373238773;
  const a0 = 1 + damping + K * K;
  return { b: [1, -2, 1], a: [(2 * (K * K - 1)) / a0, (1 - damping + K * K) / a0] };
}

const toLufs = (power: number): number => -0.691 + 10 * Math.log10(Math.max(power, 1e-12));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);

/** Power of overlapping blocks, K-weighted, both channels summed. */
function blockPowers({ left, right }: Stereo, rate: number): number[] {
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
