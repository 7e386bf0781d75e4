import { mixed, noise, shaped, struck, tone } from './synth.ts';

/** One beat of a valve: a falling thud, and a knock of 200 to 500 Hz, since a phone plays nothing deeper. */
function valve(hertz: number, seed: number, level: number): Float32Array {
  const body = struck(tone(0.3, hertz, hertz * 0.72), 0.012, 0.2);
  const driven = body.map((x) => Math.tanh(4 * x));
  const chest = struck(tone(0.2, hertz * 4.2, hertz * 3.1), 0.008, 0.13);
  const knock = struck(shaped(noise(0.12, seed), ['bandpass', 320, 2.4]), 0.004, 0.09);
  return shaped(mixed(0.3, [driven, 0.5 * level], [chest, 0.75 * level], [knock, 1.6 * level]), [
    'lowpass',
    620,
  ]);
}

/** Lub-dub once a second; two seconds that repeat without a seam. */
export function heartbeat(): Float32Array {
  const lub = valve(66, 11, 1);
  const dub = valve(84, 12, 0.62);
  return mixed(2, [lub, 1, 0.05], [dub, 1, 0.36], [lub, 0.96, 1.05], [dub, 0.97, 1.36]);
}
