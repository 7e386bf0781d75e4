/** SVG transform lists as matrices, for those who draw without SVG. */

/** The affine map x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const STEP = /(\w+)\(([^)]*)\)/g;
const RADIANS = Math.PI / 180;

/**
 * The matrix of an SVG transform list of `translate`, `scale`, `rotate` (about a point too) and `skewX`
 * (https://www.w3.org/TR/css-transforms-1/#svg-transform-functions).
 * @throws Error on another function
 */
export function matrixOf(list: string): Matrix {
  let whole: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name = '', values = ''] of list.matchAll(STEP))
    whole = multiplied(
      whole,
      step(
        name,
        values
          .trim()
          .split(/[\s,]+/)
          .map(Number),
      ),
    );
  return whole;
}

function step(name: string, values: readonly number[]): Matrix {
  const [first = 0, second, third = 0] = values;
  if (name === 'translate') return [1, 0, 0, 1, first, second ?? 0];
  if (name === 'scale') return [first, 0, 0, second ?? first, 0, 0];
  if (name === 'skewX') return [1, 0, Math.tan(first * RADIANS), 1, 0, 0];
  if (name !== 'rotate')
    throw new Error(`transform "${name}" is not among translate, scale, rotate, skewX`);
  const [cos, sin] = [Math.cos(first * RADIANS), Math.sin(first * RADIANS)];
  const x = second ?? 0;
  return [cos, sin, -sin, cos, x - cos * x + sin * third, third - sin * x - cos * third];
}

/** The map that applies `n` first, then `m`. */
export function multiplied(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
