import { random } from '../../../core/maths/chance.ts';
import { biquad, filtered } from './filters.ts';
import { convolve } from './fourier.ts';
import { addInto, RATE, type Stereo, silence } from './stereo.ts';

/** Upper edge of a band in hertz, and how long it rings against the middle. */
const BANDS = [
  { edge: 180, ring: 1.05 },
  { edge: 700, ring: 1 },
  { edge: 2500, ring: 0.8 },
  { edge: 7000, ring: 0.45 },
] as const;
const BEFORE_SECONDS = 0.022;
const EARLY_REFLECTIONS = 9;
const SEEDS = [101, 202] as const;

/** One side of an invented hall: noise that fades the sooner the higher it is, after a few early reflections. */
function response(seconds: number, seed: number): Float32Array {
  const uniform = random(seed);
  const samples = Math.round(RATE * seconds * 1.1);
  const out = new Float32Array(samples);
  const start = Math.round(BEFORE_SECONDS * RATE);
  const low = BANDS.map(() => 0);
  for (let i = start; i < samples; i++) {
    const noise = uniform() * 2 - 1;
    const time = (i - start) / RATE;
    let sum = 0;
    let below = 0;
    BANDS.forEach(({ edge, ring }, band) => {
      const rise = 1 - Math.exp((-2 * Math.PI * edge) / RATE);
      low[band]! += rise * (noise - low[band]!);
      sum += (low[band]! - below) * Math.exp((-6.91 * time) / (seconds * ring));
      below = low[band]!;
    });
    out[i] = sum * Math.min(1, time / 0.012);
  }
  for (let k = 0; k < EARLY_REFLECTIONS; k++) {
    const at = start + Math.round((uniform() * 0.055 - 0.008) * RATE);
    const sign = uniform() < 0.5 ? -1 : 1;
    out[at]! += sign * (0.5 - 0.04 * k) * 0.25;
  }
  const fade = Math.round(0.1 * RATE);
  for (let i = 0; i < fade; i++) out[samples - 1 - i]! *= i / fade;
  let energy = 0;
  for (const x of out) energy += x * x;
  return out.map((x) => x / Math.sqrt(energy));
}

/**
 * Puts a dry sound into the hall: `wet` is the level of the reverberation against
 * the direct sound. The result is longer by the ringing.
 */
export function inHall(dry: Stereo, wet: number, seconds: number): Stereo {
  const extra = Math.round(RATE * seconds * 1.1);
  const out = silence(dry.left.length + extra);
  addInto(out, dry);
  const send = (signal: Float32Array): Float32Array =>
    filtered(filtered(signal, biquad('highpass', RATE, 160)), biquad('lowpass', RATE, 8500));
  addInto(
    out,
    {
      left: convolve(send(dry.left), response(seconds, SEEDS[0])),
      right: convolve(send(dry.right), response(seconds, SEEDS[1])),
    },
    wet,
  );
  return out;
}
