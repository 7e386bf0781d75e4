import { clamp } from '../../core/maths/scalar.ts';
import type { Shade } from './light.ts';
import type { Vec3 } from './linear.ts';
import { MATERIAL } from './materials.ts';
import type { Scene } from './part.ts';
import type { Projected, Visible } from './raster.ts';

/** What is seen at each pixel, row by row from the top. */
export interface Fields {
  /** Numbers of MATERIALS. */
  readonly material: Uint8Array;
  /** Key light after shadows, 0 to 1. */
  readonly light: Float32Array;
  /** Second, weaker light on the edges turned from the key, 0 to 1. */
  readonly rim: Float32Array;
  /** The limb that carries what is seen, see `core/clip/limbs.ts`. */
  readonly limb: Uint8Array;
  /** How near it is, clip units; larger is nearer. */
  readonly depth: Float32Array;
}

/** Unit directions from the scene to its lights and to the camera. */
export interface Lights {
  readonly key: Vec3;
  readonly rim: Vec3;
  readonly view: Vec3;
}

/**
 * Draws a scene's materials and lights.
 * @param seen its points on the pixel grid; @param visible what of it is looked at;
 * @param open what of the key light reaches a place; @param gap pixels left dark between bordered parts.
 */
export function shade(
  scene: Scene,
  seen: Projected,
  visible: Visible,
  open: Shade,
  { key, rim: back, view }: Lights,
  gap = 0,
): Fields {
  const { parts, points, normals, triangles, owner, starts, limbs } = scene;
  const { width, height } = visible;
  const material = new Uint8Array(width * height);
  const light = new Float32Array(width * height);
  const rim = new Float32Array(width * height);
  const limb = new Uint8Array(width * height);
  // The same three numbers for every pixel: what a part draws on, there.
  const chart = new Float64Array(3);
  const bordered: number[] = [];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const t = visible.triangle[i]!;
      if (t < 0) continue;
      limb[i] = limbs[t]!;
      const part = parts[owner[t]!]!;
      if (part.bordered) bordered.push(i);
      const a = triangles[t * 3]! * 3;
      const b = triangles[t * 3 + 1]! * 3;
      const c = triangles[t * 3 + 2]! * 3;
      // Barycentric coordinates of the pixel's centre.
      const px = x + 0.5 - seen[c]!;
      const py = y + 0.5 - seen[c + 1]!;
      const bx = seen[c]! - seen[b]!;
      const by = seen[b + 1]! - seen[c + 1]!;
      const ax = seen[a]! - seen[c]!;
      const ay = seen[c + 1]! - seen[a + 1]!;
      const area = by * ax - bx * ay;
      const u = (by * px + bx * py) / area;
      const v = (ay * px + ax * py) / area;
      const w = 1 - u - v;
      let nx = u * normals[a]! + v * normals[b]! + w * normals[c]!;
      let ny = u * normals[a + 1]! + v * normals[b + 1]! + w * normals[c + 1]!;
      let nz = u * normals[a + 2]! + v * normals[b + 2]! + w * normals[c + 2]!;
      const l = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
      const facing = (nx * view[0] + ny * view[1] + nz * view[2]) / l;
      const sign = part.thin && facing < 0 ? -1 / l : 1 / l;
      nx *= sign;
      ny *= sign;
      nz *= sign;
      if (part.chart) {
        const base = starts[owner[t]!]!;
        for (let k = 0; k < 3; k++)
          chart[k] =
            u * part.chart[a - base + k]! +
            v * part.chart[b - base + k]! +
            w * part.chart[c - base + k]!;
      } else {
        chart[0] = 0;
        chart[1] = 0;
        chart[2] = 0;
      }
      const [p, q, r] = [chart[0]!, chart[1]!, chart[2]!];
      const own = typeof part.material === 'number' ? part.material : part.material(p, q, r);
      material[i] = own;
      const lambert = nx * key[0] + ny * key[1] + nz * key[2];
      if (lambert > 0) {
        // Start off the surface: coarse facets must not shade the smooth form they stand for.
        const lift = 2 + 6 * (1 - lambert);
        const spared = part.spared ? part.spared(p, q, r) : 0;
        const reached =
          spared === 1
            ? 1
            : open(
                u * points[a]! + v * points[b]! + w * points[c]! + nx * lift,
                u * points[a + 1]! + v * points[b + 1]! + w * points[c + 1]! + ny * lift,
                u * points[a + 2]! + v * points[b + 2]! + w * points[c + 2]! + nz * lift,
              );
        light[i] = lambert * (reached + spared * (1 - reached));
      }
      if (part.kept) light[i] = Math.max(light[i]!, part.kept(p, q, r));
      const cut = part.groove ? part.groove(p, q, r, own) : 1;
      light[i]! *= cut;
      if (part.light) light[i] = clamp(light[i]!, part.light[0], part.light[1]);
      const behind = nx * back[0] + ny * back[1] + nz * back[2];
      // A fold of net is shaded from both lights; strokes on skin and hair are from the key alone.
      const kept = part.thin ? cut : 1;
      if (behind > 0) rim[i] = kept * behind * (1 - Math.min(1, Math.abs(facing))) ** 1.3;
    }
  for (const i of gaps(scene, visible, gap, bordered)) {
    if (material[i] !== MATERIAL.shoe) continue;
    material[i] = MATERIAL.skin;
    light[i] = 0;
    rim[i] = 0;
  }
  return { material, light, rim, limb, depth: visible.depth };
}

/** Those of the bordered parts' pixels that lie within `reach` pixels of another such part that is nearer. */
function gaps(
  { parts, owner }: Scene,
  { width, height, triangle, depth }: Visible,
  reach: number,
  pixels: readonly number[],
): number[] {
  const steps = Array.from({ length: 16 }, (_, k) => {
    const x = Math.round(reach * Math.cos((k * Math.PI) / 8));
    return x + width * Math.round(reach * Math.sin((k * Math.PI) / 8));
  });
  return pixels.filter((i) => {
    const x = i % width;
    const y = (i - x) / width;
    if (x < reach || y < reach || x >= width - reach || y >= height - reach) return false;
    const own = owner[triangle[i]!]!;
    return steps.some((step) => {
      const other = triangle[i + step]!;
      if (other < 0 || owner[other] === own || !parts[owner[other]!]!.bordered) return false;
      return depth[i + step]! > depth[i]!;
    });
  });
}
