/** Paths of many small figures without those that no window shows. Pure. */
import { type Bounds, meet, moved } from './bounds.ts';
import { figuresOf } from './figures.ts';
import { matrixOf } from './transform.ts';

/** Paths of fewer figures than this are not worth the look. */
export const MANY_FIGURES = 12;

/** The path without its figures outside of `bounds` (the path's units, after `transform`). */
export function croppedPath(d: string, bounds: Bounds, transform = ''): string {
  const figures = figuresOf(d);
  if (figures.length < MANY_FIGURES) return d;
  const matrix = matrixOf(transform);
  return figures
    .filter((figure) => meet(moved(figure.bounds, matrix), bounds))
    .map((figure) => figure.d)
    .join('');
}
