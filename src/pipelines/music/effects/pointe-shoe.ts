import { mixed, noise, shaped, struck, tone } from './synth.ts';

/** The hard tip of a pointe shoe set down on a stage floor: click, knock of the box, hollow boards. */
export function pointeShoe(): Float32Array {
  const click = struck(shaped(noise(0.02, 5), ['highpass', 900], ['lowpass', 5200]), 0.0006, 0.016);
  const knock = struck(shaped(noise(0.12, 6), ['bandpass', 620, 3]), 0.001, 0.09);
  return mixed(
    0.6,
    [click, 0.8],
    [knock, 1.6],
    [struck(tone(0.25, 388), 0.001, 0.12), 0.32],
    [struck(tone(0.3, 212), 0.001, 0.16), 0.42],
    [struck(tone(0.4, 96), 0.002, 0.24), 0.4],
  );
}
