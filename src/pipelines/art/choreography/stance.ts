import {
  add,
  apply,
  compose,
  degrees,
  type Mat3,
  mixVec,
  normalize,
  radians,
  rotateX,
  rotateY,
  rotateZ,
  rotationBetween,
  scale,
  smoothstep,
  type Vec3,
} from '../linear.ts';
import type { Bend, LegPose, Pose } from '../pose.ts';

/**
 * The dancer's lower half as the choreography reckons it, in clip units (she stands 700 tall):
 * enough to know where a foot is when her weight goes over to it. Measured on the body that is
 * drawn; that body itself is not needed here.
 */
export const HIP: Vec3 = [38.2, -5.3, -1.6];
export const THIGH = 164.9;
export const SHANK = 187.6;
/** Hip to ankle, stretched. */
export const LEG = THIGH + SHANK;
/** Ankle to the middle of the shoe's platform, at rest: down, ahead. */
const SOLE = 17;
const FOOT = 71.4;
const SLOPE = degrees(Math.atan2(SOLE, FOOT));
const REACH = Math.hypot(SOLE, FOOT);
/** Ankle to platform of a pointed foot. */
export const POINTED = REACH;
/** Height of the platform's middle above the floor when the foot is flat. */
const FLAT = 9;
export const ANKLE_HEIGHT = SOLE + FLAT;
/** Ankle to the middle of the arch, ahead. */
export const ARCH = 0.3 * FOOT;

export type Side = 'left' | 'right';
export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Unit direction of a thigh in the pelvis's frame, as [out, up, forward]. */
export function thighDirection({ azimuth, elevation }: LegPose): Vec3 {
  const a = radians(azimuth);
  const e = radians(elevation);
  return [Math.sin(a) * Math.sin(e), -Math.cos(e), Math.cos(a) * Math.sin(e)];
}

/** Azimuth (within -180..180) and elevation, in degrees, of a direction [out, up, forward]. */
export function thighAngles([out, up, forward]: Vec3): { azimuth: number; elevation: number } {
  const level = Math.hypot(out, forward);
  return {
    azimuth: level < 1e-9 ? 0 : degrees(Math.atan2(out, forward)),
    elevation: degrees(Math.atan2(level, -up)),
  };
}

const bend = ({ pitch, roll, twist }: Bend): Mat3 =>
  compose(rotateY(twist), rotateX(pitch), rotateZ(-roll));

/** Rotation of the pelvis in the world (x right, y up, z to the audience). */
export const pelvisFrame = (pose: Pick<Pose, 'facing' | 'pelvis'>): Mat3 =>
  compose(rotateY(pose.facing), bend(pose.pelvis));

/** Points of a leg in the world, from the middle of the pelvis. */
export interface LegPoints {
  readonly knee: Vec3;
  readonly ankle: Vec3;
  /** Middle of the shoe's platform. */
  readonly toe: Vec3;
  /** The point that stays on its place: under the arch when flat, the toe en pointe. */
  readonly planted: Vec3;
  /** Unit direction from heel to toe. */
  readonly along: Vec3;
  /** Height of `toe` above the floor when this foot stands on it. */
  readonly toeHeight: number;
}

/** Where a leg is. @param stands whether the foot carries her, so that a flat one lies level. */
export function legPoints(pelvis: Mat3, leg: LegPose, side: Side, stands: boolean): LegPoints {
  const s = side === 'left' ? 1 : -1;
  const [out, up, forward] = thighDirection(leg);
  const thigh = compose(
    pelvis,
    rotationBetween([0, -1, 0], [s * out, up, forward]),
    rotateY(s * leg.turnout),
  );
  const shank = compose(thigh, rotateX(leg.knee));
  const flex = leg.ankle > 0 ? (leg.ankle * (90 - SLOPE)) / 70 : leg.ankle;
  const foot = compose(shank, rotateX(flex));
  const hip = apply(pelvis, [s * HIP[0], HIP[1], HIP[2]]);
  const knee = add(hip, apply(thigh, [0, -THIGH, 0]));
  const ankle = add(knee, apply(shank, [0, -SHANK, 0]));
  const free = apply(foot, [0, -SOLE, FOOT]);
  const along = apply(foot, [0, 0, 1]);
  const flat = stands ? smoothstep(45, 12, leg.ankle) : 0;
  const level = normalize([along[0], 0, along[2]]);
  const lying: Vec3 = [level[0] * FOOT, -SOLE, level[2] * FOOT];
  const sole = normalize(free.map((x, k) => x + (lying[k]! - x) * flat) as unknown as Vec3);
  const toe = add(ankle, scale(sole, REACH));
  return {
    knee,
    ankle,
    toe,
    planted: mixVec(ankle, toe, 0.3 + 0.7 * smoothstep(5, 60, leg.ankle)),
    along,
    toeHeight: FLAT * flat,
  };
}

/** Points of her leg `side` in a pose. */
export const legOf = (pose: Pose, side: Side, stands = pose.support === side): LegPoints =>
  legPoints(pelvisFrame(pose), side === 'left' ? pose.legLeft : pose.legRight, side, stands);

/** Height of the pelvis above the lowest toe, knee or ankle, in clip units: how far she reaches down. */
export function reachDown(pose: Pose): number {
  const low = (side: Side): number => {
    const { knee, ankle, toe } = legOf(pose, side, false);
    return Math.min(knee[1] - 30, ankle[1] - 20, toe[1]);
  };
  // Soft minimum: which limb is lowest may change within a frame.
  const a = low('left');
  const b = low('right');
  const k = 12;
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return -(Math.min(a, b) - (h * h * k) / 4);
}
