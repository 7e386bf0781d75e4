import { clamp } from '../../core/maths/scalar.ts';
import type { Body } from './anatomy.ts';
import { type Costume, type CostumeState, dress, settle } from './costume.ts';
import type { Vec3 } from './linear.ts';
import { apply, normalize, rotateX, turned } from './linear.ts';
import { joinParts } from './part.ts';
import type { Pose } from './pose.ts';
import { type Fields, shade } from './shade.ts';
import { type Posed, solvePose, toeTip } from './stand.ts';

/** A dressed and lit figure as fields on a pixel grid. */
export interface FigureRaster extends Fields {
  readonly width: number;
  readonly height: number;
  /** Pixels in one clip unit. */
  readonly scale: number;
  /** Pixel of the dancer's spot on the floor. */
  readonly originX: number;
  readonly originY: number;
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

/** Light at which tones change: below `half` black, from `lit` on white; `sheen` is where combed hair shines. */
export const TONES = { half: 0.22, lit: 0.44, sheen: 0.6, rim: 0.22 } as const;

/** What a raster covers at most, in clip units. */
const FRAME = { left: -620, right: 620, top: -1000, bottom: 80 } as const;

const DEFAULT_KEY: Vec3 = [0.85, 0.6, 0.2];

/** The second light: from behind, on the side away from the key. */
const rimAgainst = (key: Vec3): Vec3 => [-0.72 * clamp(key[0] / 0.4, -1, 1), 0.6, -0.35];
const ELEVATION = 7;
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
  const posed = solvePose(body, pose);
  const hanging = state ?? settle(body, undefined, pose, costume, 0);
  const scene = joinParts(dress(body, posed, pose, costume, hanging));
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
  const key = normalize(options.key ?? DEFAULT_KEY);
  const lights = {
    key,
    rim: normalize(options.rim ?? rimAgainst(key)),
    view: [camera[6], camera[7], camera[8]],
  } as const;
  const fields = shade(scene, seen, width, height, lights, GAP * scale);
  return {
    width,
    height,
    scale,
    originX: -left,
    originY: -top,
    ...fields,
    anchors: anchorsOf(body, posed, (p) => {
      const [x, y] = apply(camera, p);
      return [x, -y];
    }),
  };
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
