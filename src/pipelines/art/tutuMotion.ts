import { clamp } from '../../core/maths/scalar.ts';
import type { Body } from './anatomy.ts';
import type { Vec3 } from './linear.ts';
import {
  add,
  apply,
  degrees,
  dot,
  normalize,
  radians,
  scale,
  subtract,
  transpose,
} from './linear.ts';
import { SIDES, type Skeleton } from './skeleton.ts';

/** Sectors round the plate. */
export const SECTORS = 48;
/** Rest angle of the plate below the level, degrees: a plate of net droops a little. */
const DROOP = -5;
/** Length from waist to rim that inertia acts on, clip units. */
const ARM = 110;

/** How the plate of the tutu stands: angles above its level at the root and at the rim, by sector, in degrees. */
export interface TutuState {
  readonly root: Float64Array;
  readonly rim: Float64Array;
  readonly rootSpeed: Float64Array;
  readonly rimSpeed: Float64Array;
  /** Turn of the net behind the hips, degrees, and its speed. */
  readonly twist: number;
  readonly twistSpeed: number;
  /** Where the sectors' middles were with the plate at rest, and how fast they moved. */
  readonly last: readonly Vec3[];
  readonly lastSpeed: readonly Vec3[];
  readonly lastAhead: Vec3;
  readonly lastTurn: number;
}

/** Direction of a sector in the pelvis's frame. */
const sectorDirection = (i: number): Vec3 => {
  const a = (2 * Math.PI * i) / SECTORS;
  return [Math.sin(a), 0, Math.cos(a)];
};

/** Smooth 0 below, x above zero. */
const ramp = (x: number, soft: number): number => soft * Math.log1p(Math.exp(x / soft));

/**
 * Where legs and hoop would hold the plate at rest, by sector, degrees: a
 * raised leg lifts its side in one wide sweep and the stiff hoop dips the other.
 */
function tutuTarget(body: Body, skeleton: Skeleton): Float64Array {
  const turn = transpose(skeleton.rotations[body.boneIndex.get('Hips')!]!);
  const target = new Float64Array(SECTORS).fill(DROOP);
  for (const side of SIDES) {
    const hip = skeleton.heads[body.boneIndex.get(`${side}UpLeg`)!]!;
    const knee = skeleton.heads[body.boneIndex.get(`${side}Leg`)!]!;
    const d = apply(turn, normalize(subtract(knee, hip)));
    const out = Math.hypot(d[0], d[2]);
    if (out < 0.05) continue;
    const elevation = degrees(Math.atan2(d[1], out));
    // A level thigh is as thick as the net is long there: it lifts the plate a little more.
    const thick = 8 * Math.exp(-(((elevation - 6) / 16) ** 2));
    const lift = Math.min(72, ramp(elevation + 10, 9) + thick) * clamp(out / 0.3);
    for (let i = 0; i < SECTORS; i++) {
      const s = sectorDirection(i);
      const cosine = (s[0] * d[0] + s[2] * d[2]) / out;
      const away = degrees(Math.acos(clamp(cosine, -1, 1)));
      target[i]! += lift * (0.3 * cosine + 0.7 * Math.exp(-((away / 58) ** 2)));
    }
  }
  return target;
}

/** One step of the plate: springs that follow the target, thrown by the hips' changes of speed. */
export function settleTutu(
  body: Body,
  previous: TutuState | undefined,
  skeleton: Skeleton,
  dt: number,
): TutuState {
  const hips = body.boneIndex.get('Hips')!;
  const turn = skeleton.rotations[hips]!;
  const at = skeleton.heads[hips]!;
  const up = apply(turn, [0, 1, 0]);
  const ahead = apply(turn, [0, 0, 1]);
  const target = tutuTarget(body, skeleton);
  const spots = Array.from({ length: SECTORS }, (_, i) =>
    add(at, apply(turn, scale(sectorDirection(i), ARM))),
  );
  if (!previous || dt <= 0) {
    const still = spots.map((): Vec3 => [0, 0, 0]);
    return {
      root: Float64Array.from(target),
      rim: Float64Array.from(target),
      rootSpeed: new Float64Array(SECTORS),
      rimSpeed: new Float64Array(SECTORS),
      twist: 0,
      twistSpeed: 0,
      last: spots,
      lastSpeed: still,
      lastAhead: ahead,
      lastTurn: 0,
    };
  }
  const speed = spots.map((p, i) => scale(subtract(p, previous.last[i]!), 1 / dt));
  const root = Float64Array.from(previous.root);
  const rim = Float64Array.from(previous.rim);
  const rootSpeed = Float64Array.from(previous.rootSpeed);
  const rimSpeed = Float64Array.from(previous.rimSpeed);
  for (let i = 0; i < SECTORS; i++) {
    const thrown = dot(subtract(speed[i]!, previous.lastSpeed[i]!), up);
    const kick = clamp(degrees(thrown / ARM), -220, 220);
    rootSpeed[i]! -= kick * 0.35;
    rimSpeed[i]! -= kick * 0.7;
  }
  const turned = degrees(
    Math.atan2(dot(crossOf(previous.lastAhead, ahead), up), dot(previous.lastAhead, ahead)),
  );
  const turnSpeed = turned / dt;
  let twistSpeed = previous.twistSpeed - clamp(turnSpeed - previous.lastTurn, -600, 600) * 0.5;
  let twist = previous.twist;

  const steps = Math.max(1, Math.ceil(dt * 120));
  const h = dt / steps;
  for (let step = 0; step < steps; step++) {
    spring(root, rootSpeed, target, 2.4, 0.5, h);
    spring(rim, rimSpeed, root, 1.9, 0.34, h);
    twistSpeed +=
      (-((2 * Math.PI * 1.8) ** 2) * twist - 2 * 0.3 * 2 * Math.PI * 1.8 * twistSpeed) * h;
    twist = clamp(twist + twistSpeed * h, -14, 14);
  }
  for (let i = 0; i < SECTORS; i++) {
    // Legs are solid: the net cannot sink into a raised one.
    root[i] = Math.max(root[i]!, target[i]! - 4, -40);
    rim[i] = clamp(rim[i]!, Math.max(target[i]! - 8, -46), 84);
    root[i] = Math.min(root[i]!, 80);
  }
  return {
    root,
    rim,
    rootSpeed,
    rimSpeed,
    twist,
    twistSpeed,
    last: spots,
    lastSpeed: speed,
    lastAhead: ahead,
    lastTurn: turnSpeed,
  };
}

const crossOf = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** Semi-implicit step of damped springs round the ring, neighbours dragging each other along. */
function spring(
  value: Float64Array,
  speed: Float64Array,
  target: Float64Array,
  frequency: number,
  damping: number,
  h: number,
): void {
  const w = 2 * Math.PI * frequency;
  for (let i = 0; i < SECTORS; i++) {
    const mean = (value[(i + 1) % SECTORS]! + value[(i + SECTORS - 1) % SECTORS]!) / 2;
    const force =
      w * w * (target[i]! - value[i]!) - 2 * damping * w * speed[i]! + 400 * (mean - value[i]!);
    speed[i]! += force * h;
  }
  for (let i = 0; i < SECTORS; i++) value[i]! += speed[i]! * h;
}

/** Periodic Catmull-Rom interpolation round the ring. @param x in sectors. */
function around(values: Float64Array, x: number): number {
  const i = Math.floor(x);
  const t = x - i;
  const at = (k: number): number => values[(((i + k) % SECTORS) + SECTORS) % SECTORS]!;
  const [a, b, c, d] = [at(-1), at(0), at(1), at(2)];
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** Angle of the plate at a share of the way from root to rim, radians. */
export const plateAngle = (state: TutuState, sector: number, t: number): number =>
  radians(around(state.root, sector) * (1 - t) + around(state.rim, sector) * t);
