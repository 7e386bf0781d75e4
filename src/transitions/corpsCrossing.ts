import { mix } from '../core/paths/ease.ts';
import { ellipse, polygon } from '../core/paths/path.ts';
import { figure } from '../scenes/shapes/figure.ts';
import type { Shape, Transition } from '../schemas/picture.ts';
import { END, START } from './panes.ts';

/** Standing leg to head: the line that a cut may follow and stay hidden behind her. */
const AXIS = [0, -40, 0, 130, 0, 430, -4, 620, -5, 760, 0, 1000];

/** One of the corps, en pointe at (x, 1000), her hands linked to her neighbours', from the back. */
const dancer = (x: number, k: number, step: number): string => {
  const at = (...joints: number[]): number[] =>
    joints.map((v, i) => (i % 3 === 0 ? x + v * k : i % 3 === 1 ? 1000 + (v - 1000) * k : v * k));
  let ruffle = '';
  for (let i = -8; i <= 8; i++) {
    const drop = 60 - i * i * 0.55 + (i % 2) * 9;
    ruffle += polygon(
      x + (i * 33 - 24) * k,
      1000 - 552 * k,
      x + (i * 33 + 24) * k,
      1000 - 552 * k,
      x + (i * 34 + 11) * k,
      1000 - (552 - drop) * k,
      x + (i * 34 - 11) * k,
      1000 - (552 - drop) * k,
    );
  }
  return (
    figure(
      at(0, 102, 28, 0, 122, 30, 0, 136, 24),
      at(0, 56, 20, 0, 64, 22),
      at(0, 140, 12, 0, 206, 14),
      at(-2, 232, 30, 0, 300, 36, 0, 372, 26, 0, 430, 40),
      at(2, 232, 30, 0, 300, 36),
      at(-40, 232, 14, -116, 326, 10, -165, 404, 7),
      at(40, 232, 14, 116, 326, 10, 165, 404, 7),
      at(-22, 450, 38, -14, 690, 20, -15, 760, 22, -4, 920, 10, 0, 994, 6),
      at(22, 450, 38, 20 + step, 690, 20, 20 + step, 750, 22, 10, 910, 10, 8, 994, 6),
    ) +
    ellipse(x, 1000 - 560 * k, 276 * k, 38 * k) +
    ruffle
  );
};

/** The corps crosses like a curtain: hand in hand, and behind them the next scene. */
export default ((progress, { width }) => {
  if (progress <= 0) return START;
  if (progress >= 1) return END;
  const pitch = 344;
  const count = Math.ceil(width / pitch / 2) + 1;
  const at = mix(width + count * pitch + 300, -count * pitch - 300, progress);
  const step = Math.sin(progress * 40) * 14;
  const before: Shape[] = [];
  for (const [shift, k, tone] of [
    [0.5, 0.97, 'wine'],
    [0, 1.04, 'ground'],
  ] as const) {
    let d = '';
    for (let i = -count; i <= count; i++)
      d += dancer(at + (i + shift) * pitch, k, i % 2 ? step : -step);
    before.push({ d, tone });
  }
  const cut = AXIS.map((v, i) => (i % 2 ? 1000 + (v - 1000) * 1.04 : at + v)).join(' ');
  return {
    outgoing: [{ clip: `M-9 -9L${cut}L-9 1009Z` }],
    incoming: [{ clip: `M${width + 9} -9L${cut}L${width + 9} 1009Z` }],
    behind: [],
    before,
  };
}) satisfies Transition;
