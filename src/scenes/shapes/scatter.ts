import { random } from '../../core/maths/chance.ts';
import { gouge } from '../../core/paths/path.ts';

/** `count` marks from a seed, joined to one path; `mark` draws one from its noise. */
export const scatter = (
  seed: number,
  count: number,
  mark: (noise: () => number, index: number) => string,
): string => {
  const noise = random(seed);
  let d = '';
  for (let i = 0; i < count; i++) d += mark(noise, i);
  return d;
};

/** Motes of dust in a box: small slivers, no two alike. */
export const motes = (
  seed: number,
  count: number,
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
): string =>
  scatter(seed, count, (noise) =>
    gouge(
      x + noise() * width,
      y + noise() * height,
      2 + noise() * 5,
      noise() * 5 - 3,
      0.5 + noise(),
    ),
  );

/** Strokes that fall, repeating every `period` downwards, so that the whole may wrap. */
export const strokes = (
  seed: number,
  count: number,
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
  period: number,
  [dx, dy]: readonly [dx: number, dy: number],
  thickness: number,
): string =>
  scatter(seed, count, (noise) => {
    const sx = x + noise() * width;
    const sy = y + noise() * period;
    const k = 0.6 + noise() * 0.8;
    let d = '';
    for (let at = sy; at < y + height; at += period) d += gouge(sx, at, dx * k, dy * k, thickness);
    return d;
  });
