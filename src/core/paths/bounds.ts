/** Boxes. Pure. */
import type { Matrix } from './transform.ts';

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const meet = (a: Bounds, b: Bounds): boolean =>
  a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;

/** Whether all of `inner` lies in `outer`. */
export const holds = (outer: Bounds, inner: Bounds): boolean =>
  outer.left <= inner.left &&
  outer.right >= inner.right &&
  outer.top <= inner.top &&
  outer.bottom >= inner.bottom;

/** Larger on every side by a `share` of its size. */
export function widened({ left, right, top, bottom }: Bounds, share: number): Bounds {
  const [x, y] = [(right - left) * share, (bottom - top) * share];
  return { left: left - x, right: right + x, top: top - y, bottom: bottom + y };
}

/** The box that a box comes to lie in. */
export function moved({ left, right, top, bottom }: Bounds, m: Matrix): Bounds {
  const xs = [left, right].flatMap((x) => [top, bottom].map((y) => m[0] * x + m[2] * y + m[4]));
  const ys = [left, right].flatMap((x) => [top, bottom].map((y) => m[1] * x + m[3] * y + m[5]));
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}
