import type { Vec3 } from './linear.ts';
import { cross, normalize, turned } from './linear.ts';
import { rasterize } from './raster.ts';

/** How much of the key light reaches a point: 0 in shadow, 1 in the open. */
export type Shade = (x: number, y: number, z: number) => number;

/** Depth that a surface may lie behind the map's before it counts as shaded, clip units. */
const BIAS = 1.5;

/**
 * A shadow map of a scene seen from a distant light.
 * @param toLight unit direction from the scene to the light.
 * @param step clip units a texel; @param softness radius of the filter in texels.
 */
export function shadowMap(
  points: Float64Array,
  triangles: Uint32Array,
  toLight: Vec3,
  step = 1.2,
  softness = 3,
): Shade {
  const right = normalize(cross(Math.abs(toLight[1]) > 0.98 ? [0, 0, 1] : [0, 1, 0], toLight));
  const up = cross(toLight, right);
  let left = Infinity;
  let low = Infinity;
  let high = -Infinity;
  let far = -Infinity;
  const seen = turned(points, [...right, ...up, ...toLight]);
  for (let i = 0; i < points.length; i += 3) {
    const x = seen[i]! / step;
    const y = seen[i + 1]! / step;
    seen[i] = x;
    seen[i + 1] = y;
    if (x < left) left = x;
    if (x > far) far = x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  const margin = softness + 2;
  const width = Math.ceil(far - left) + 2 * margin;
  const height = Math.ceil(high - low) + 2 * margin;
  for (let i = 0; i < seen.length; i += 3) {
    seen[i]! += margin - left;
    seen[i + 1]! += margin - low;
  }
  const { depth } = rasterize(seen, triangles, width, height);
  return (x, y, z) => {
    const px = (x * right[0] + y * right[1] + z * right[2]) / step + margin - left - 0.5;
    const py = (x * up[0] + y * up[1] + z * up[2]) / step + margin - low - 0.5;
    const pz = x * toLight[0] + y * toLight[1] + z * toLight[2];
    const ix = Math.floor(px);
    const iy = Math.floor(py);
    const fx = px - ix;
    const fy = py - iy;
    // Most of a figure is wholly lit or wholly shaded: five texels tell.
    const far = pz + BIAS;
    const inside = softness + 1;
    if (ix >= inside && iy >= inside && ix < width - inside - 1 && iy < height - inside - 1) {
      const lit = (i: number, j: number): number =>
        depth[(iy + j) * width + ix + i]! <= far ? 1 : 0;
      const corners =
        lit(-softness, -softness) +
        lit(inside, -softness) +
        lit(-softness, inside) +
        lit(inside, inside) +
        lit(0, 0);
      if (corners === 0 || corners === 5) return corners / 5;
    }
    let open = 0;
    let total = 0;
    for (let j = -softness; j <= softness + 1; j++) {
      const yy = iy + j;
      if (yy < 0 || yy >= height) continue;
      const wy = j === -softness ? 1 - fy : j === softness + 1 ? fy : 1;
      for (let i = -softness; i <= softness + 1; i++) {
        const xx = ix + i;
        if (xx < 0 || xx >= width) continue;
        const wx = i === -softness ? 1 - fx : i === softness + 1 ? fx : 1;
        const w = wx * wy;
        total += w;
        if (depth[yy * width + xx]! <= far) open += w;
      }
    }
    return total > 0 ? open / total : 1;
  };
}
