import { clamp } from '../../../core/maths/scalar.ts';
import {
  add,
  apply,
  compose,
  type Mat3,
  normalize,
  rotateX,
  rotateY,
  rotateZ,
  smoothstep,
  type Vec3,
} from '../linear.ts';
import type { ArmPose, Pose } from '../pose.ts';
import { pelvisFrame, type Side } from './stance.ts';

/** The dancer's upper half as the choreography reckons it, in clip units: where a hand can reach. */
const SPINE: readonly Vec3[] = [
  [0, 28.6, -18.8],
  [0, 58.3, 13.9],
  [0, 61.9, 1.4],
];
const COLLAR: Vec3 = [9.8, 32, 3.5];
const SHOULDER: Vec3 = [53.8, -6.5, -0.2];
export const ARM = 103.8;
export const FOREARM = 96.7;

/** The chest in the world, from the middle of the pelvis. */
export interface Chest {
  readonly frame: Mat3;
  readonly at: Vec3;
}

export function chestOf(pose: Pose): Chest {
  const { pitch, roll, twist } = pose.spine;
  const third = compose(rotateY(twist / 3), rotateX(pitch / 3), rotateZ(-roll / 3));
  let frame = pelvisFrame(pose);
  let at: Vec3 = [0, 0, 0];
  for (const bone of SPINE) {
    at = add(at, apply(frame, bone));
    frame = compose(frame, third);
  }
  return { frame, at };
}

/** Where the shoulder joint is: the shoulder blade rides up and round with the arm. */
export function shoulderOf(chest: Chest, arm: ArmPose, side: Side): Vec3 {
  const s = side === 'left' ? 1 : -1;
  const upper = normalize(arm.upper);
  const lift = -7 + 26 * smoothstep(0.1, 1, upper[1]);
  const forward = 16 * clamp(upper[2]) - 8 * clamp(-upper[2]);
  const blade = compose(chest.frame, rotateY(-s * forward), rotateZ(s * lift));
  const collar = add(chest.at, apply(chest.frame, [s * COLLAR[0], COLLAR[1], COLLAR[2]]));
  return add(collar, apply(blade, [s * SHOULDER[0], SHOULDER[1], SHOULDER[2]]));
}
