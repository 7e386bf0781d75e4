import { clamp } from '../../core/maths/scalar.ts';
import type { Body } from './anatomy.ts';
import { type Costume, type CostumeState, dress, settle } from './costume.ts';
import { carrySkirt, edgesOf, type Joints, jointsOf } from './joints.ts';
import { shadowMap } from './light.ts';
import type { Mat3, Vec3 } from './linear.ts';
import { apply, normalize, rotateX, turned } from './linear.ts';
import { type Mass, massesOf } from './masses.ts';
import { joinParts, type Scene } from './part.ts';
import type { Pose } from './pose.ts';
import { rasterize } from './raster.ts';
import { type Fields, shade } from './shade.ts';
import { solvePose } from './stand.ts';

/** A dressed and lit figure as fields on a pixel grid. */
export interface FigureRaster extends Fields {
  readonly width: number;
  readonly height: number;
  /** Pixels in one clip unit. */
  readonly scale: number;
  /** Pixel of the dancer's spot on the floor. */
  readonly originX: number;
  readonly originY: number;
  /** Where her joints are seen, clip units. */
  readonly joints: Joints;
  /** Her limbs one by one, as if no other hid them. */
  readonly masses: readonly Mass[];
  /** The same fields as if no limb stood before the skirt. */
  readonly skirt: Pick<Fields, 'material' | 'light' | 'rim'>;
}

export interface FigureOptions {
  /** Pixels in one clip unit; 2 when absent. */
  readonly scale?: number;
  /** Direction from her to the key light: x to screen right, y up, z towards the audience. */
  readonly key?: Vec3;
  readonly rim?: Vec3;
  /** How far the camera looks down, degrees. */
  readonly elevation?: number;
}

/** Light at which tones change: below `half` black, from `lit` on white; `sheen` is where combed hair shines. */
export const TONES = { half: 0.22, lit: 0.44, sheen: 0.6, rim: 0.22 } as const;

/** What a raster covers at most, in clip units. */
const FRAME = { left: -620, right: 620, top: -1000, bottom: 80 } as const;

const DEFAULT_KEY: Vec3 = [0.85, 0.6, 0.2];

/** The second light: from behind, on the side away from the key. */
const rimAgainst = (key: Vec3): Vec3 => [-0.72 * clamp(key[0] / 0.4, -1, 1), 0.6, -0.35];
const ELEVATION = 7;
/** How far a limb goes on beneath what hides it, clip units. */
const BENEATH = { limb: 16, skirt: 60 } as const;
/** Breadth of the dark line between two shoes, clip units. */
const GAP = 2.6;

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
  const scene = sceneOf(body, pose, costume, state);
  const seen = turned(scene.points, camera);
  for (let i = 0; i < seen.length; i += 3) {
    seen[i]! *= scale;
    seen[i + 1]! *= -scale;
  }
  const { left, top, width, height } = windowOf(seen, scale);
  for (let i = 0; i < seen.length; i += 3) {
    seen[i]! -= left;
    seen[i + 1]! -= top;
  }
  const joints = seenJoints(body, pose, scene, camera);
  carrySkirt(scene, joints, (vertex) => [
    (seen[3 * vertex]! + left) / scale,
    (seen[3 * vertex + 1]! + top) / scale,
  ]);
  const key = normalize(options.key ?? DEFAULT_KEY);
  const lights = {
    key,
    rim: normalize(options.rim ?? rimAgainst(key)),
    view: [camera[6], camera[7], camera[8]],
  } as const;
  const visible = rasterize(seen, scene.triangles, width, height);
  const open = shadowMap(scene.points, scene.triangles, key);
  const fields = shade(scene, seen, visible, open, lights, GAP * scale);
  const { masses, behind } = massesOf(scene, seen, visible, {
    limb: Math.round(BENEATH.limb * scale),
    skirt: Math.round(BENEATH.skirt * scale),
  });
  return {
    width,
    height,
    scale,
    originX: -left,
    originY: -top,
    ...fields,
    joints,
    masses,
    skirt: laidOver(fields, shade(scene, seen, behind, open, lights)),
  };
}

/** Fields with others over them, where there is something of those. */
function laidOver(fields: Fields, over: Fields): FigureRaster['skirt'] {
  const [material, light, rim] = [
    fields.material.slice(),
    fields.light.slice(),
    fields.rim.slice(),
  ];
  for (let i = 0; i < material.length; i++) {
    if (over.material[i] === 0) continue;
    material[i] = over.material[i]!;
    light[i] = over.light[i]!;
    rim[i] = over.rim[i]!;
  }
  return { material, light, rim };
}

/** Where her joints are seen at a moment, clip units. */
export const jointsAt = (
  body: Body,
  pose: Pose,
  costume: Costume,
  state: CostumeState | undefined,
): Joints => seenJoints(body, pose, sceneOf(body, pose, costume, state), rotateX(ELEVATION));

function sceneOf(body: Body, pose: Pose, costume: Costume, state: CostumeState | undefined): Scene {
  const hanging = state ?? settle(body, undefined, pose, costume, 0);
  return joinParts(dress(body, solvePose(body, pose), pose, costume, hanging));
}

function seenJoints(body: Body, pose: Pose, scene: Scene, camera: Mat3): Joints {
  const project = (p: Vec3): [number, number] => {
    const [x, y] = apply(camera, p);
    return [x, -y];
  };
  const { points } = scene;
  const edges = edgesOf(scene, (vertex) =>
    project([points[3 * vertex]!, points[3 * vertex + 1]!, points[3 * vertex + 2]!]),
  );
  return jointsOf(body, solvePose(body, pose), project, edges);
}

/** The part of the frame that a figure stands in, in whole pixels from the frame's corner, with room for the dark lines round it. */
function windowOf(
  seen: Float64Array,
  scale: number,
): { left: number; top: number; width: number; height: number } {
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < seen.length; i += 3) {
    const x = seen[i]!;
    const y = seen[i + 1]!;
    if (x < x0) x0 = x;
    if (x > x1) x1 = x;
    if (y < y0) y0 = y;
    if (y > y1) y1 = y;
  }
  const room = Math.ceil(GAP * scale) + 2;
  const span = (low: number, high: number, from: number, to: number): [number, number] => {
    const least = Math.max(0, Math.floor(low - from) - room);
    const most = Math.min(Math.round(to - from), Math.ceil(high - from) + room);
    return [from + least, Math.max(1, most - least)];
  };
  const [left, width] = span(x0, x1, FRAME.left * scale, FRAME.right * scale);
  const [top, height] = span(y0, y1, FRAME.top * scale, FRAME.bottom * scale);
  return { left, top, width, height };
}
