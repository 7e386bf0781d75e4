import { RATE } from '../sound/stereo.ts';
import { mixed, noise, shaped } from './synth.ts';

const SECONDS = 6;
const BLEND_SECONDS = 2;

/** The air of an empty theatre, made to repeat without a seam: its end runs into its beginning at equal power. */
export function roomTone(): Float32Array {
  const long = mixed(
    SECONDS + BLEND_SECONDS,
    [shaped(noise(SECONDS + BLEND_SECONDS, 31), ['lowpass', 300], ['highpass', 40]), 1],
    [shaped(noise(SECONDS + BLEND_SECONDS, 32), ['bandpass', 1500, 0.5], ['lowpass', 4000]), 0.06],
  );
  const samples = SECONDS * RATE;
  const blend = BLEND_SECONDS * RATE;
  return Float32Array.from({ length: samples }, (_, i) => {
    if (i >= blend) return long[i]!;
    const part = (Math.PI / 2) * (i / blend);
    return long[i]! * Math.sin(part) + long[samples + i]! * Math.cos(part);
  });
}
