import { clamp } from '../../core/maths/scalar.ts';
import type { Body } from './anatomy.ts';
import { type Costume, type CostumeState, dress, settle } from './costume.ts';
import type { Vec3 } from './linear.ts';
import { apply, normalize, rotateX } from './linear.ts';
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

/** What the raster covers, in clip units. */
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
  const width = Math.round((FRAME.right - FRAME.left) * scale);
  const height = Math.round((FRAME.bottom - FRAME.top) * scale);
  const originX = -FRAME.left * scale;
  const originY = -FRAME.top * scale;
  const scene = joinParts(dress(body, posed, pose, costume, hanging));
  const seen = new Float64Array(scene.points.length);
  for (let i = 0; i < seen.length; i += 3) {
    const [x, y, z] = apply(camera, [scene.points[i]!, scene.points[i + 1]!, scene.points[i + 2]!]);
    seen[i] = originX + x * scale;
    seen[i + 1] = originY - y * scale;
    seen[i + 2] = z;
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
    originX,
    originY,
    ...fields,
    anchors: anchorsOf(body, posed, (p) => {
      const [x, y] = apply(camera, p);
      return [x, -y];
    }),
  };
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
