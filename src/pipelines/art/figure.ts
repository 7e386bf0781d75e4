import type { Body } from './anatomy.ts';
import { type Costume, type CostumeState, dress, settle } from './costume.ts';
import { shadowMap } from './light.ts';
import type { Vec3 } from './linear.ts';
import { apply, clamp, normalize, rotateX } from './linear.ts';
import type { Part } from './part.ts';
import type { Pose } from './pose.ts';
import { rasterize } from './raster.ts';
import { type Posed, solvePose, toeTip } from './stand.ts';

/** A dressed and lit figure as fields on a pixel grid. */
export interface FigureRaster {
  readonly width: number;
  readonly height: number;
  /** Pixels in one clip unit. */
  readonly scale: number;
  /** Pixel of the dancer's spot on the floor. */
  readonly originX: number;
  readonly originY: number;
  /** Numbers of MATERIALS. */
  readonly material: Uint8Array;
  /** Key light after shadows, 0 to 1. */
  readonly light: Float32Array;
  /** Second, weaker light on the edges turned from the key, 0 to 1. */
  readonly rim: Float32Array;
  readonly anchors: Anchors;
}

/** Points that sets and props hang on: clip units, y down. */
export type Anchors = Readonly<
  Record<'head' | 'hips' | 'handLeft' | 'handRight' | 'toeLeft' | 'toeRight', [number, number]>
>;

export interface FigureOptions {
  /** Pixels in one clip unit; 2 when absent. */
  readonly scale?: number;
  /** Direction from her to the key light: x to screen right, y up, z towards the audience. */
  readonly key?: Vec3;
  readonly rim?: Vec3;
  /** How far the camera looks down, degrees. */
  readonly elevation?: number;
}

/** Light at which tones change: below `half` black, from `lit` on white. */
export const TONES = { half: 0.14, lit: 0.42, rim: 0.26 } as const;

/** What the raster covers, in clip units. */
export const FRAME = { left: -620, right: 620, top: -1000, bottom: 80 } as const;

export const DEFAULT_LIGHT = { key: [0.85, 0.6, 0.2], rim: [-0.72, 0.6, -0.35] } as const;
const ELEVATION = 7;

/** Renders one moment of the dance. Deterministic. @param state of what lags; at rest when undefined. */
export function renderFigure(
  body: Body,
  pose: Pose,
  costume: Costume,
  state: CostumeState | undefined,
  options: FigureOptions = {},
): FigureRaster {
  const scale = options.scale ?? 2;
  const camera = rotateX(options.elevation ?? ELEVATION);
  const posed = solvePose(body, pose);
  const hanging = state ?? settle(body, undefined, pose, costume, 0);
  const parts = dress(body, posed, pose, costume, hanging);
  const width = Math.round((FRAME.right - FRAME.left) * scale);
  const height = Math.round((FRAME.bottom - FRAME.top) * scale);
  const originX = -FRAME.left * scale;
  const originY = -FRAME.top * scale;
  const material = new Uint8Array(width * height);
  const light = new Float32Array(width * height);
  const rim = new Float32Array(width * height);

  const { points, normals, triangles, owner, starts } = join(parts);
  const seen = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 3) {
    const [x, y, z] = apply(camera, [points[i]!, points[i + 1]!, points[i + 2]!]);
    seen[i] = originX + x * scale;
    seen[i + 1] = originY - y * scale;
    seen[i + 2] = z;
  }
  const visible = rasterize(seen, triangles, width, height);
  const key = normalize(options.key ?? DEFAULT_LIGHT.key);
  const back = normalize(options.rim ?? DEFAULT_LIGHT.rim);
  const view: Vec3 = [0, camera[5] * -1, camera[8]];
  const shade = shadowMap(points, triangles, key);

  for (let i = 0; i < material.length; i++) {
    const t = visible.triangle[i]!;
    if (t < 0) continue;
    const part = parts[owner[t]!]!;
    const a = triangles[t * 3]! * 3;
    const b = triangles[t * 3 + 1]! * 3;
    const c = triangles[t * 3 + 2]! * 3;
    const px = (i % width) + 0.5;
    const py = Math.floor(i / width) + 0.5;
    const area =
      (seen[b + 1]! - seen[c + 1]!) * (seen[a]! - seen[c]!) +
      (seen[c]! - seen[b]!) * (seen[a + 1]! - seen[c + 1]!);
    const u =
      ((seen[b + 1]! - seen[c + 1]!) * (px - seen[c]!) +
        (seen[c]! - seen[b]!) * (py - seen[c + 1]!)) /
      area;
    const v =
      ((seen[c + 1]! - seen[a + 1]!) * (px - seen[c]!) +
        (seen[a]! - seen[c]!) * (py - seen[c + 1]!)) /
      area;
    const w = 1 - u - v;
    const at = (field: Float64Array, k: number): number =>
      u * field[a + k]! + v * field[b + k]! + w * field[c + k]!;
    let nx = at(normals, 0);
    let ny = at(normals, 1);
    let nz = at(normals, 2);
    const l = Math.hypot(nx, ny, nz) || 1;
    let facing = (nx * view[0] + ny * view[1] + nz * view[2]) / l;
    const sign = part.thin && facing < 0 ? -1 / l : 1 / l;
    facing = Math.abs(facing);
    nx *= sign;
    ny *= sign;
    nz *= sign;
    let chart: Vec3 | undefined;
    if (part.chart) {
      const base = starts[owner[t]!]!;
      const field = part.chart;
      const on = (k: number): number =>
        u * field[a - base + k]! + v * field[b - base + k]! + w * field[c - base + k]!;
      chart = [on(0), on(1), on(2)];
    }
    material[i] =
      typeof part.material === 'number' ? part.material : part.material(...(chart ?? [0, 0, 0]));
    const lambert = nx * key[0] + ny * key[1] + nz * key[2];
    if (lambert > 0) {
      // Start off the surface: coarse facets must not shade the smooth form they stand for.
      const lift = 2 + 6 * (1 - lambert);
      light[i] =
        lambert *
        shade(at(points, 0) + nx * lift, at(points, 1) + ny * lift, at(points, 2) + nz * lift);
    }
    if (part.groove && chart && light[i]! > 0) light[i]! *= part.groove(...chart);
    if (part.light) light[i] = clamp(light[i]!, part.light[0], part.light[1]);
    const behind = nx * back[0] + ny * back[1] + nz * back[2];
    if (behind > 0) rim[i] = behind * (1 - facing) ** 0.5;
  }
  return {
    width,
    height,
    scale,
    originX,
    originY,
    material,
    light,
    rim,
    anchors: anchorsOf(body, posed, (p) => {
      const [x, y] = apply(camera, p);
      return [x, -y];
    }),
  };
}

/** All parts as one mesh; `owner` is the part of each triangle, `starts` where a part's coordinates begin. */
function join(parts: readonly Part[]): {
  points: Float64Array;
  normals: Float64Array;
  triangles: Uint32Array;
  owner: Uint8Array;
  starts: number[];
} {
  const points = new Float64Array(parts.reduce((n, p) => n + p.points.length, 0));
  const normals = new Float64Array(points.length);
  const triangles = new Uint32Array(parts.reduce((n, p) => n + p.triangles.length, 0));
  const owner = new Uint8Array(triangles.length / 3);
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
    vertex += part.points.length / 3;
    corner += part.triangles.length;
  });
  return { points, normals, triangles, owner, starts };
}

function anchorsOf(body: Body, posed: Posed, project: (p: Vec3) => [number, number]): Anchors {
  const at = (name: string): [number, number] =>
    project(posed.skeleton.heads[body.boneIndex.get(name)!]!);
  return {
    head: at('Head'),
    hips: at('Hips'),
    handLeft: at('LeftHand'),
    handRight: at('RightHand'),
    toeLeft: project(toeTip(body, posed.skeleton, 'Left')),
    toeRight: project(toeTip(body, posed.skeleton, 'Right')),
  };
}
