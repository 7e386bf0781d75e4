/** Neighbours of vertex i: entries start[i] to start[i + 1] of `list`. */
export interface Neighbourhood {
  readonly start: Uint32Array;
  readonly list: Uint32Array;
}

/** Vertices that share an edge, from flat triangles. */
export function neighbourhood(triangles: Uint32Array, count: number): Neighbourhood {
  const sets: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (let t = 0; t < triangles.length; t += 3)
    for (let k = 0; k < 3; k++) {
      const a = triangles[t + k]!;
      const b = triangles[t + ((k + 1) % 3)]!;
      sets[a]!.add(b);
      sets[b]!.add(a);
    }
  const start = new Uint32Array(count + 1);
  sets.forEach((set, i) => {
    start[i + 1] = start[i]! + set.size;
  });
  const list = new Uint32Array(start[count]!);
  sets.forEach((set, i) => {
    list.set([...set], start[i]!);
  });
  return { start, list };
}

/** Area-weighted vertex normals of flat triangles, unit length, flat x, y, z. */
export function vertexNormals(points: Float64Array, triangles: Uint32Array): Float64Array {
  const normals = new Float64Array(points.length);
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t]! * 3;
    const b = triangles[t + 1]! * 3;
    const c = triangles[t + 2]! * 3;
    const ux = points[b]! - points[a]!;
    const uy = points[b + 1]! - points[a + 1]!;
    const uz = points[b + 2]! - points[a + 2]!;
    const vx = points[c]! - points[a]!;
    const vy = points[c + 1]! - points[a + 1]!;
    const vz = points[c + 2]! - points[a + 2]!;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    for (const i of [a, b, c]) {
      normals[i]! += nx;
      normals[i + 1]! += ny;
      normals[i + 2]! += nz;
    }
  }
  normalizeAll(normals);
  return normals;
}

/** Makes every triple a unit vector, in place. */
export function normalizeAll(vectors: Float64Array): void {
  for (let i = 0; i < vectors.length; i += 3) {
    const l = Math.hypot(vectors[i]!, vectors[i + 1]!, vectors[i + 2]!) || 1;
    vectors[i]! /= l;
    vectors[i + 1]! /= l;
    vectors[i + 2]! /= l;
  }
}

/**
 * Moves every vertex towards the mean of its neighbours, in place.
 * @param strength 0 to 1 for all, or per vertex; negative values inflate (Taubin's second step).
 */
export function smooth(
  values: Float64Array,
  { start, list }: Neighbourhood,
  strength: number | Float64Array,
  passes: number,
): void {
  const count = start.length - 1;
  const next = new Float64Array(count * 3);
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < count; i++) {
      const k = typeof strength === 'number' ? strength : strength[i]!;
      const n = start[i + 1]! - start[i]!;
      let x = values[i * 3]!;
      let y = values[i * 3 + 1]!;
      let z = values[i * 3 + 2]!;
      if (k !== 0 && n > 0) {
        let sx = 0;
        let sy = 0;
        let sz = 0;
        for (let e = start[i]!; e < start[i + 1]!; e++) {
          const j = list[e]! * 3;
          sx += values[j]!;
          sy += values[j + 1]!;
          sz += values[j + 2]!;
        }
        x += k * (sx / n - x);
        y += k * (sy / n - y);
        z += k * (sz / n - z);
      }
      next[i * 3] = x;
      next[i * 3 + 1] = y;
      next[i * 3 + 2] = z;
    }
    values.set(next);
  }
}
