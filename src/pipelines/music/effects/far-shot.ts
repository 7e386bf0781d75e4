import { mixed, noise, shaped, struck, tone } from './synth.ts';

/** A shot streets away: the crack is lost on the way, a thump and its rolling echoes remain. */
export function farShot(): Float32Array {
  const thump = struck(tone(0.35, 120, 46), 0.002, 0.3);
  const crack = struck(shaped(noise(0.08, 21), ['lowpass', 1100], ['highpass', 120]), 0.001, 0.06);
  const roll = struck(shaped(noise(2.2, 22), ['lowpass', 420], ['highpass', 70]), 0.03, 1.5);
  const echo = shaped(mixed(0.5, [crack, 1], [thump, 0.6]), ['lowpass', 500]);
  return shaped(
    mixed(
      2.6,
      [thump, 0.9],
      [crack, 1.5],
      [roll, 0.5, 0.01],
      [echo, 0.4, 0.24],
      [echo, 0.28, 0.41],
      [echo, 0.16, 0.73],
    ),
    ['lowpass', 900],
  );
}
