import { mix } from '../core/paths/ease.ts';
import { ellipse, gouge } from '../core/paths/path.ts';
import { figure } from '../scenes/shapes/figure.ts';
import type { Shape, Transition } from '../schemas/picture.ts';
import { cutAt, END, START } from './panes.ts';

/** One of the corps, feet at (x, y), 900 tall at scale 1: en pointe, arms linked low. */
const dancer = (x: number, y: number, k: number, step: number): string => {
  const q = (...c: number[]): number[] =>
    c.map((v, i) => (i % 3 === 0 ? x + v * k : i % 3 === 1 ? y + v * k : v * k));
  return (
    figure(
      q(0, -770, 44, 4, -790, 46),
      q(20, -836, 24, 21, -836, 24),
      q(0, -740, 20, 0, -690, 22),
      q(0, -650, 60, 0, -560, 50, 0, -480, 56),
      q(-12, -420, 52, -8 - step, -210, 34, -4, -40, 17, -2, 0, 8),
      q(16, -420, 50, 70 + step, -250, 34, 20 + step * 2, -90, 18, 6, -36, 8),
      q(-52, -660, 20, -130, -560, 17, -220, -520, 13),
      q(52, -660, 20, 130, -560, 17, 220, -520, 13),
    ) +
    ellipse(x, y - 470 * k, 250 * k, 40 * k) +
    gouge(x - 270 * k, y - 462 * k, 540 * k, 0, 70 * k)
  );
};

/** The corps crosses like a curtain: two rows, shoulder to shoulder, and behind them the next scene. */
export default ((progress, screen) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const { width } = screen;
  const row = Math.max(width * 0.5, 700);
  const at = mix(width + row, -row, progress);
  const step = Math.sin(progress * 26) * 26;
  const before: Shape[] = [];
  for (const [depth, tone] of [
    [0, 'deep'],
    [1, 'wine'],
    [2, 'ground'],
  ] as const) {
    let d = '';
    for (let i = -3; i <= 3; i++)
      d += dancer(
        at + (i * row) / 3.6 + depth * 70 - 70,
        930 + depth * 50,
        1.02 + depth * 0.09,
        step * (depth - 1 || 1),
      );
    before.push({ d, tone });
  }
  const [left, right] = cutAt(screen, at, at);
  return { outgoing: [left], incoming: [right], behind: [], before };
}) satisfies Transition;
