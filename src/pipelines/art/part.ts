/** A piece of the figure: a mesh in clip units with one material or one chosen per pixel. */
export interface Part {
  /** Flat x, y, z. */
  readonly points: Float64Array;
  readonly normals: Float64Array;
  readonly triangles: Uint32Array;
  /** Material number, or a function of the interpolated `chart` of a pixel. */
  readonly material: number | ((a: number, b: number, c: number) => number);
  /** Flat triples per vertex that `material` is drawn on; needed only for a function. */
  readonly chart?: Float64Array;
  /** Seen from both sides: its normals turn towards the audience. */
  readonly thin?: boolean;
  /** Factor of its key light, drawn on `chart`: lines cut into the form. */
  readonly groove?: (a: number, b: number, c: number) => number;
  /** Bounds of its key light, for steel that always glints or a mouth that is always dark. */
  readonly light?: readonly [least: number, most: number];
}

/** Triangles of a grid of `rows` rings of `columns` points, closed around each ring. */
export function ringTriangles(rows: number, columns: number): Uint32Array {
  const out = new Uint32Array((rows - 1) * columns * 6);
  let k = 0;
  for (let j = 0; j + 1 < rows; j++)
    for (let i = 0; i < columns; i++) {
      const a = j * columns + i;
      const b = j * columns + ((i + 1) % columns);
      out.set([a, b, a + columns, b, b + columns, a + columns], k);
      k += 6;
    }
  return out;
}
