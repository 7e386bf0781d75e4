import { clamp } from '../../core/maths/scalar.ts';
import { shadowMap } from './light.ts';
import type { Vec3 } from './linear.ts';
import { MATERIAL } from './materials.ts';
import type { Scene } from './part.ts';
import { type Projected, rasterize, type Visible } from './raster.ts';

/** What is seen at each pixel, row by row from the top. */
export interface Fields {
  /** Numbers of MATERIALS. */
  readonly material: Uint8Array;
  /** Key light after shadows, 0 to 1. */
  readonly light: Float32Array;
  /** Second, weaker light on the edges turned from the key, 0 to 1. */
  readonly rim: Float32Array;
}

/** Unit directions from the scene to its lights and to the camera. */
export interface Lights {
  readonly key: Vec3;
  readonly rim: Vec3;
  readonly view: Vec3;
}

/**
 * Draws a scene's materials and lights.
 * @param seen its points on the pixel grid; @param gap pixels left dark between bordered parts.
 */
export function shade(
  scene: Scene,
  seen: Projected,
  width: number,
  height: number,
  { key, rim: back, view }: Lights,
  gap = 0,
): Fields {
  const { parts, points, normals, triangles, owner, starts } = scene;
  const material = new Uint8Array(width * height);
  const light = new Float32Array(width * height);
  const rim = new Float32Array(width * height);
  const visible = rasterize(seen, triangles, width, height);
  const open = shadowMap(points, triangles, key);
  for (let i = 0; i < material.length; i++) {
    const t = visible.triangle[i]!;
    if (t < 0) continue;
    const part = parts[owner[t]!]!;
    const a = triangles[t * 3]! * 3;
    const b = triangles[t * 3 + 1]! * 3;
    const c = triangles[t * 3 + 2]! * 3;
    // Barycentric coordinates of the pixel's centre.
    const px = (i % width) + 0.5 - seen[c]!;
    const py = Math.floor(i / width) + 0.5 - seen[c + 1]!;
    const bx = seen[c]! - seen[b]!;
    const by = seen[b + 1]! - seen[c + 1]!;
    const ax = seen[a]! - seen[c]!;
    const ay = seen[c + 1]! - seen[a + 1]!;
    const area = by * ax - bx * ay;
    const u = (by * px + bx * py) / area;
    const v = (ay * px + ax * py) / area;
    const w = 1 - u - v;
    const at = (field: Float64Array, k: number): number =>
      u * field[a + k]! + v * field[b + k]! + w * field[c + k]!;
    let nx = at(normals, 0);
    let ny = at(normals, 1);
    let nz = at(normals, 2);
    const l = Math.hypot(nx, ny, nz) || 1;
    const facing = (nx * view[0] + ny * view[1] + nz * view[2]) / l;
    const sign = part.thin && facing < 0 ? -1 / l : 1 / l;
    nx *= sign;
    ny *= sign;
    nz *= sign;
    let chart: Vec3 = [0, 0, 0];
    if (part.chart) {
      const base = starts[owner[t]!]!;
      const field = part.chart;
      const on = (k: number): number =>
        u * field[a - base + k]! + v * field[b - base + k]! + w * field[c - base + k]!;
      chart = [on(0), on(1), on(2)];
    }
    material[i] = typeof part.material === 'number' ? part.material : part.material(...chart);
    const lambert = nx * key[0] + ny * key[1] + nz * key[2];
    if (lambert > 0) {
      // Start off the surface: coarse facets must not shade the smooth form they stand for.
      const lift = 2 + 6 * (1 - lambert);
      light[i] =
        lambert *
        open(at(points, 0) + nx * lift, at(points, 1) + ny * lift, at(points, 2) + nz * lift);
    }
    const cut = part.groove ? part.groove(...chart) : 1;
    light[i]! *= cut;
    if (part.light) light[i] = clamp(light[i]!, part.light[0], part.light[1]);
    const behind = nx * back[0] + ny * back[1] + nz * back[2];
    // A fold of net is shaded from both lights; strokes on skin and hair are from the key alone.
    const kept = part.thin ? cut : 1;
    if (behind > 0) rim[i] = kept * behind * (1 - Math.min(1, Math.abs(facing))) ** 1.3;
  }
  for (const i of gaps(scene, visible, gap)) {
    if (material[i] !== MATERIAL.shoe) continue;
    material[i] = MATERIAL.skin;
    light[i] = 0;
    rim[i] = 0;
  }
  return { material, light, rim };
}

/** Pixels of bordered parts that lie within `reach` pixels of another such part that is nearer. */
function gaps({ parts, owner }: Scene, visible: Visible, reach: number): number[] {
  const { width, height, triangle, depth } = visible;
  const found: number[] = [];
  const steps = Array.from({ length: 16 }, (_, k) => [
    Math.round(reach * Math.cos((k * Math.PI) / 8)),
    Math.round(reach * Math.sin((k * Math.PI) / 8)),
  ]);
  const partAt = (i: number): number => {
    const t = triangle[i]!;
    return t >= 0 && parts[owner[t]!]!.bordered ? owner[t]! : -1;
  };
  if (!parts.some((part) => part.bordered)) return found;
  for (let y = Math.ceil(reach); y < height - reach; y++)
    for (let x = Math.ceil(reach); x < width - reach; x++) {
      const i = y * width + x;
      if (triangle[i]! < 0) continue;
      const own = partAt(i);
      if (own < 0) continue;
      const beside = steps.some(([dx, dy]) => {
        const j = i + dy! * width + dx!;
        const other = partAt(j);
        return other >= 0 && other !== own && depth[j]! > depth[i]!;
      });
      if (beside) found.push(i);
    }
  return found;
}
