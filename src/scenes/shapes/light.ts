import { ellipse, polygon } from '../../core/paths/path.ts';

/** Hard light in stepped flats: cones from a lamp (x, y) to an ellipse on the floor, widest first. */
export const cones = (
  lamp: readonly [x: number, y: number],
  pool: readonly [x: number, y: number, rx: number, ry: number],
  steps: readonly number[],
): readonly string[] =>
  steps.map((share) => {
    const [x, y] = lamp;
    const [px, py, rx] = pool;
    return polygon(x - 14 * share, y, x + 14 * share, y, px + rx * share, py, px - rx * share, py);
  });

/** The pool such cones leave on the floor, widest first. */
export const pools = (
  [x, y, rx, ry]: readonly [x: number, y: number, rx: number, ry: number],
  steps: readonly number[],
): readonly string[] => steps.map((share) => ellipse(x, y, rx * share, ry * share));
