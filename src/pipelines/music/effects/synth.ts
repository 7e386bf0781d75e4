import { random } from '../../../core/maths/chance.ts';
import { type Biquad, biquad, filtered } from '../sound/filters.ts';
import { RATE } from '../sound/stereo.ts';

/** White noise of a seed, -1 to 1. */
export function noise(seconds: number, seed: number): Float32Array {
  const uniform = random(seed);
  return Float32Array.from({ length: Math.round(seconds * RATE) }, () => uniform() * 2 - 1);
}

/** A sine whose frequency glides evenly from one to the other, hertz. */
export function tone(seconds: number, from: number, to = from): Float32Array {
  const samples = Math.round(seconds * RATE);
  let phase = 0;
  return Float32Array.from({ length: samples }, (_, i) => {
    phase += (2 * Math.PI * (from + ((to - from) * i) / samples)) / RATE;
    return Math.sin(phase);
  });
}

/** Rises for `attack` seconds, then falls by 60 dB in `decay` seconds. */
export function struck(signal: Float32Array, attack: number, decay: number): Float32Array {
  return signal.map((x, i) => {
    const t = i / RATE;
    const rise = Math.min(1, t / attack);
    return x * rise * Math.exp((-6.91 * Math.max(0, t - attack)) / decay);
  });
}

/** Swells and ebbs as a power of half a sine over its whole length. */
export function swelled(signal: Float32Array, power = 1): Float32Array {
  return signal.map((x, i) => x * Math.sin((Math.PI * i) / signal.length) ** power);
}

/** Second-order filters one after another: kind, hertz, and quality. */
export function shaped(
  signal: Float32Array,
  ...stages: readonly (readonly [Parameters<typeof biquad>[0], number, number?])[]
): Float32Array {
  return stages.reduce(
    (sound, [kind, hertz, q]) => filtered(sound, biquad(kind, RATE, hertz, q) satisfies Biquad),
    signal,
  );
}

/** Adds sounds, each with a level and a start in seconds. */
export function mixed(
  seconds: number,
  ...parts: readonly (readonly [signal: Float32Array, level: number, at?: number])[]
): Float32Array {
  const out = new Float32Array(Math.round(seconds * RATE));
  for (const [signal, level, at = 0] of parts) {
    const start = Math.round(at * RATE);
    const end = Math.min(signal.length, out.length - start);
    for (let i = 0; i < end; i++) out[start + i]! += signal[i]! * level;
  }
  return out;
}
