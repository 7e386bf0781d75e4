import { mixed, noise, shaped, struck, swelled } from './synth.ts';

const RINGS = [0.35, 0.52, 0.74, 0.98, 1.27, 1.6, 1.98, 2.4];

/** Heavy velvet running on its rail: the rush of cloth, the weight below, rings passing. */
export function curtain(): Float32Array {
  const cloth = swelled(shaped(noise(3.2, 7), ['bandpass', 900, 0.6], ['lowpass', 4200]), 1.4);
  const weight = swelled(shaped(noise(3.2, 8), ['lowpass', 240]), 1.2);
  const flutter = cloth.map(
    (x, i) => x * (0.75 + 0.25 * Math.sin((2 * Math.PI * 5.3 * i) / 48_000)),
  );
  const ring = struck(shaped(noise(0.08, 9), ['bandpass', 3400, 6]), 0.001, 0.05);
  return mixed(
    3.2,
    [flutter, 0.9],
    [weight, 1.6],
    ...RINGS.map((at, i) => [ring, 0.12 + 0.02 * (i % 3), at] as const),
  );
}
