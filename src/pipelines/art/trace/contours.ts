import { clamp } from '../../../core/maths/scalar.ts';
import type { Contour, Field } from './field.ts';

/**
 * Where each of the sixteen cell cases leads: pairs of entered and left side
 * (0 top, 1 right, 2 bottom, 3 left), with the inside on the right hand.
 * Corners count 1 top left, 2 top right, 4 bottom right, 8 bottom left.
 * The saddles 5 and 10 are here as if their middle were outside.
 */
const CASES: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
];
const SADDLES_JOINED: Readonly<Record<number, readonly number[]>> = {
  5: [0, 1, 2, 3],
  10: [3, 0, 1, 2],
};

/** Which crossing follows each; 0 where there is none. Every border walked leaves it empty again. */
let kept = new Int32Array(0);

function followers(size: number): Int32Array {
  if (kept.length < size) kept = new Int32Array(size);
  return kept;
}

/**
 * All borders of the area where the field exceeds `level`, by marching squares
 * with linear interpolation, in pixel coordinates (the centre of the first
 * pixel is 0, 0). Outer borders run clockwise on the screen, holes the other
 * way. The outermost ring of samples counts as outside, so all borders close.
 * Ordered by their first point in reading order.
 */
export function contoursOf(field: Field, level = 0.5): Contour[] {
  const { width, height, values, spans } = field;
  const at = (x: number, y: number): number =>
    x <= 0 || y <= 0 || x >= width - 1 || y >= height - 1 ? 0 : values[y * width + x]!;
  // A crossing is named by the sample left of it (even) or above it (odd).
  const next = followers(2 * width * height);
  const firsts: number[] = [];
  const side = (x: number, y: number, s: number): number =>
    s === 0
      ? 2 * (y * width + x)
      : s === 1
        ? 2 * (y * width + x + 1) + 1
        : s === 2
          ? 2 * ((y + 1) * width + x)
          : 2 * (y * width + x) + 1;
  for (let y = 0; y < height - 1; y++) {
    const upper = y > 0 ? y * width : -1;
    const lower = y < height - 2 ? (y + 1) * width : -1;
    // The first and the last column are outside.
    let left = 0;
    let begin = 0;
    let end = width - 1;
    if (spans) {
      const [from, to] = spans[y]!;
      const [below, belowTo] = spans[y + 1]!;
      begin = Math.max(
        0,
        Math.min(
          from === to ? end : from - y * width,
          below === belowTo ? end : below - (y + 1) * width,
        ) - 1,
      );
      end = Math.min(
        end,
        Math.max(
          from === to ? 0 : to - y * width,
          below === belowTo ? 0 : belowTo - (y + 1) * width,
        ),
      );
    }
    for (let x = begin; x < end; x++) {
      const inner = x < width - 2;
      const right =
        (inner && upper >= 0 && values[upper + x + 1]! > level ? 2 : 0) |
        (inner && lower >= 0 && values[lower + x + 1]! > level ? 4 : 0);
      const code = left | right;
      if (code !== 0 && code !== 15) {
        let steps = CASES[code]!;
        if (code === 5 || code === 10) {
          const middle = (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4;
          if (middle > level) steps = SADDLES_JOINED[code]!;
        }
        for (let k = 0; k < steps.length; k += 2) {
          const first = side(x, y, steps[k]!);
          next[first] = side(x, y, steps[k + 1]!);
          firsts.push(first);
        }
      }
      left = (right & 2 ? 1 : 0) | (right & 4 ? 8 : 0);
    }
  }
  const found: Contour[] = [];
  for (const first of firsts) {
    const points: number[] = [];
    let edge = first;
    for (;;) {
      const following = next[edge]!;
      if (following === 0) break;
      next[edge] = 0;
      const sample = edge >> 1;
      const x = sample % width;
      const y = (sample - x) / width;
      const here = at(x, y);
      const there = edge & 1 ? at(x, y + 1) : at(x + 1, y);
      // A crossing exactly on a sample would coincide with its neighbours.
      const t = clamp((level - here) / (there - here), 0.001, 0.999);
      points.push(edge & 1 ? x : x + t, edge & 1 ? y + t : y);
      edge = following;
    }
    if (points.length >= 6) found.push(Float64Array.from(points));
  }
  return found;
}
