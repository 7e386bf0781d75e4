import type { Stereo } from './stereo.ts';

const OVERSAMPLING = 4;
const TAPS = 12;
/** Peaks below this part of the highest sample cannot become the true peak. */
const CANDIDATE = 0.7;

/** Phases of a windowed sinc that interpolates between samples. */
const PHASES = Array.from({ length: OVERSAMPLING }, (_, phase) =>
  Array.from({ length: TAPS }, (__, tap) => {
    const x = tap - TAPS / 2 + 1 - phase / OVERSAMPLING;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / (TAPS / 2 + 0.5));
    return x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  }),
);

/** Highest level between and at samples, in dB of full scale, four times oversampled as BS.1770 asks. */
export function truePeak(sound: Stereo): number {
  let peak = 0;
  for (const signal of [sound.left, sound.right]) {
    let highest = 0;
    for (const x of signal) highest = Math.max(highest, Math.abs(x));
    peak = Math.max(peak, highest);
    for (let i = TAPS; i < signal.length - TAPS; i++) {
      if (Math.abs(signal[i]!) < highest * CANDIDATE) continue;
      for (const phase of PHASES)
        for (const shift of [0, -1]) {
          let y = 0;
          for (let t = 0; t < TAPS; t++) y += signal[i + shift + t - TAPS / 2 + 1]! * phase[t]!;
          peak = Math.max(peak, Math.abs(y));
        }
    }
  }
  return 20 * Math.log10(Math.max(peak, 1e-6));
}
