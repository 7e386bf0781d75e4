/**
 * A scalar field sampled at pixel centres, row by row from the top. What is
 * traced is the area where it exceeds a level, 0.5 unless told otherwise.
 */
export interface Field {
  readonly width: number;
  readonly height: number;
  /** width * height values. */
  readonly values: Float32Array;
  /** By row, from which value up to which there may be more than zeros; everywhere when absent. */
  readonly spans?: Spans;
}

export type Spans = readonly (readonly [from: number, to: number])[];

/** A closed polyline x0, y0, x1, y1, … (the last point joins the first). */
export type Contour = Float64Array;

/**
 * Area with a sign: positive when the contour runs clockwise on the screen (y
 * down), which is how outer borders run; holes are negative.
 */
export function signedArea(points: ArrayLike<number>): number {
  let sum = 0;
  const n = points.length;
  let px = points[n - 2] ?? 0;
  let py = points[n - 1] ?? 0;
  for (let i = 0; i < n; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    sum += px * y - x * py;
    px = x;
    py = y;
  }
  return sum / 2;
}

/** Length of the closed polyline. */
export function perimeter(points: ArrayLike<number>): number {
  let sum = 0;
  const n = points.length;
  let px = points[n - 2] ?? 0;
  let py = points[n - 1] ?? 0;
  for (let i = 0; i < n; i += 2) {
    sum += Math.hypot(points[i]! - px, points[i + 1]! - py);
    px = points[i]!;
    py = points[i + 1]!;
  }
  return sum;
}
