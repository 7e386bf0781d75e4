/** Points on a pixel grid: flat x, y (down), depth (larger is nearer). */
export type Projected = Float64Array;

/** The nearest triangle under every pixel of a window. */
export interface Visible {
  readonly width: number;
  readonly height: number;
  /** Index of the triangle, -1 where there is none. */
  readonly triangle: Int32Array;
  readonly depth: Float32Array;
}

/**
 * A z-buffer: for every pixel's centre the nearest triangle.
 * Triangles beyond the window are cut off; degenerate ones are skipped.
 */
export function rasterize(
  points: Projected,
  triangles: Uint32Array,
  width: number,
  height: number,
): Visible {
  const triangle = new Int32Array(width * height).fill(-1);
  const depth = new Float32Array(width * height).fill(-1e9);
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t]! * 3;
    const b = triangles[t + 1]! * 3;
    const c = triangles[t + 2]! * 3;
    const ax = points[a]!;
    const ay = points[a + 1]!;
    const bx = points[b]!;
    const by = points[b + 1]!;
    const cx = points[c]!;
    const cy = points[c + 1]!;
    const area = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
    if (area > -1e-9 && area < 1e-9) continue;
    const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
    const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
    const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
    const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
    if (left > right || top > bottom) continue;
    const az = points[a + 2]!;
    const bz = points[b + 2]!;
    const cz = points[c + 2]!;
    const ux = (by - cy) / area;
    const uy = (cx - bx) / area;
    const vx = (cy - ay) / area;
    const vy = (ax - cx) / area;
    for (let y = top; y <= bottom; y++) {
      const dy = y + 0.5 - cy;
      let u = ux * (left + 0.5 - cx) + uy * dy;
      let v = vx * (left + 0.5 - cx) + vy * dy;
      let i = y * width + left;
      for (let x = left; x <= right; x++, i++, u += ux, v += vx) {
        const w = 1 - u - v;
        if (u < -1e-7 || v < -1e-7 || w < -1e-7) continue;
        const z = u * az + v * bz + w * cz;
        if (z > depth[i]!) {
          depth[i] = z;
          triangle[i] = t / 3;
        }
      }
    }
  }
  return { width, height, triangle, depth };
}
