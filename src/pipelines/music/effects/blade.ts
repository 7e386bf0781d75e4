import { mixed, noise, shaped, struck, tone } from './synth.ts';

/** Partials of a thin steel blade: hertz, level, seconds to die away. Each is doubled a little off, so that it shimmers. */
const PARTIALS = [
  [2470, 0.2, 1.5],
  [3170, 0.32, 1.9],
  [5230, 0.26, 1.3],
  [7410, 0.16, 0.8],
  [9870, 0.09, 0.5],
] as const;

/** A blade drawn: a bright scrape, then the ring of steel. */
export function blade(): Float32Array {
  const scrape = struck(
    shaped(noise(0.4, 3), ['bandpass', 6500, 1.4], ['highpass', 3000]),
    0.09,
    0.32,
  );
  const ring = PARTIALS.flatMap(([hertz, level, decay]) => [
    [struck(tone(2, hertz), 0.004, decay), level, 0.1] as const,
    [struck(tone(2, hertz * 1.0035), 0.004, decay), level * 0.8, 0.1] as const,
  ]);
  return mixed(2.1, [scrape, 0.9], ...ring);
}
