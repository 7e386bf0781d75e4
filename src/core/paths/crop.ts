/** Paths of many small figures without those that no window shows. Pure. */
import { type Matrix, matrixOf } from './transform.ts';

/** Fewer figures than this are not worth the look. */
const MANY = 12;
/** A figure with a number beyond this may reach from outside into the window. */
const FAR_REACHING = 400;

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The path without its small figures that begin outside of `bounds` (the path's units, after `transform`). */
export function croppedPath(d: string, bounds: Bounds, transform = ''): string {
  const figures = d.split(/(?=M)/);
  if (figures.length < MANY) return d;
  const matrix = matrixOf(transform);
  return figures.filter((figure) => isSeen(figure, bounds, matrix)).join('');
}

function isSeen(figure: string, { left, right, top, bottom }: Bounds, m: Matrix): boolean {
  const numbers = (figure.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
  const [x = 0, y = 0, ...others] = numbers;
  // Relative commands say how far a figure reaches; absolute ones are measured from its beginning.
  const relative = !/[A-LN-Y]/.test(figure.slice(1));
  const reach = relative ? others : others.map((value, i) => value - (i % 2 ? y : x));
  if (reach.some((value) => Math.abs(value) > FAR_REACHING)) return true;
  const px = m[0] * x + m[2] * y + m[4];
  const py = m[1] * x + m[3] * y + m[5];
  return px > left && px < right && py > top && py < bottom;
}
