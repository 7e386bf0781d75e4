import { MASS_OF, SKIRT_MASS } from './limbOf.ts';

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
  /** Parts with a border leave a dark gap on one another where one stands before the other. */
  readonly bordered?: boolean;
  /** Factor of its key light, drawn on `chart`: lines cut into the form. Told the pixel's material. */
  readonly groove?: (a: number, b: number, c: number, material: number) => number;
  /** Share of cast shadows that a place is spared, drawn on `chart`. */
  readonly spared?: (a: number, b: number, c: number) => number;
  /** Least key light before the groove, drawn on `chart`. */
  readonly kept?: (a: number, b: number, c: number) => number;
  /** Bounds of its key light, for steel that always glints or a mouth that is always dark. */
  readonly light?: readonly [least: number, most: number];
}

/** A part, and what carries it as she moves. */
export interface WornPart extends Part {
  /** A limb (see `core/clip/limbs.ts`), or that of each vertex; a skirt's follow from where its edges are seen. */
  readonly limb: number | Uint8Array | 'skirt';
  /** By vertex the masses (see `limbOf.ts`) that it is part of, as bits; those of its limb when absent. */
  readonly masses?: Uint8Array;
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

/** Several parts as one mesh. */
export interface Scene {
  readonly parts: readonly WornPart[];
  readonly points: Float64Array;
  readonly normals: Float64Array;
  readonly triangles: Uint32Array;
  /** Index of the part of each triangle. */
  readonly owner: Uint8Array;
  /** Where each part's coordinates begin in `points`. */
  readonly starts: readonly number[];
  /** The limb that carries each triangle; 0 for a skirt's, until it is seen. */
  readonly limbs: Uint8Array;
  /** The masses that each triangle is part of, as bits. */
  readonly masses: Uint8Array;
}

/** All parts as one mesh. */
export function joinParts(parts: readonly WornPart[]): Scene {
  const points = new Float64Array(parts.reduce((n, p) => n + p.points.length, 0));
  const normals = new Float64Array(points.length);
  const triangles = new Uint32Array(parts.reduce((n, p) => n + p.triangles.length, 0));
  const owner = new Uint8Array(triangles.length / 3);
  const limbs = new Uint8Array(owner.length);
  const masses = new Uint8Array(owner.length);
  const starts: number[] = [];
  let vertex = 0;
  let corner = 0;
  parts.forEach((part, index) => {
    starts.push(vertex * 3);
    points.set(part.points, vertex * 3);
    normals.set(part.normals, vertex * 3);
    for (let k = 0; k < part.triangles.length; k++)
      triangles[corner + k] = part.triangles[k]! + vertex;
    owner.fill(index, corner / 3, (corner + part.triangles.length) / 3);
    for (let t = 0; t < part.triangles.length; t += 3) {
      const at = (corner + t) / 3;
      const { limb, masses: joined } = part;
      const own = part.triangles[t]!;
      if (limb !== 'skirt') limbs[at] = typeof limb === 'number' ? limb : limb[own]!;
      masses[at] = joined
        ? joined[own]! | joined[part.triangles[t + 1]!]! | joined[part.triangles[t + 2]!]!
        : 1 << (limb === 'skirt' ? SKIRT_MASS : MASS_OF[limbs[at]!]!);
    }
    vertex += part.points.length / 3;
    corner += part.triangles.length;
  });
  return { parts, points, normals, triangles, owner, starts, limbs, masses };
}
