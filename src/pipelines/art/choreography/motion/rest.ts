import {
  add,
  apply,
  length,
  mixVec,
  normalize,
  reject,
  scale,
  smoothstep,
  subtract,
  transpose,
  type Vec3,
} from '../../linear.ts';
import type { ArmPose, Pose } from '../../pose.ts';
import type { Rest } from '../notation.ts';
import { ARM, chestOf, FOREARM, shoulderOf } from '../reach.ts';
import { legOf } from '../stance.ts';

/** Frames in which the hand comes to its rest and leaves it. */
const APPROACH = 8;

/** Height of the pelvis above the floor while a foot supports. */
function pelvisHeight(pose: Pose): number {
  if (pose.support !== 'left' && pose.support !== 'right') return 0;
  const { toe, toeHeight } = legOf(pose, pose.support);
  return toeHeight - toe[1];
}

/** Bends an arm so that its wrist comes to the resting place; the elbow hangs. */
export function restHand(
  { hand, from, to, wrist }: Rest,
  frame: number,
  pose: Pose,
  pelvis: readonly [x: number, z: number],
): Pose {
  const share = smoothstep(from, from + APPROACH, frame) * smoothstep(to, to - APPROACH, frame);
  if (share === 0) return pose;
  const key = hand === 'left' ? 'armLeft' : 'armRight';
  const s = hand === 'left' ? 1 : -1;
  const before = pose[key];
  const chest = chestOf(pose);
  const target = subtract(wrist, [pelvis[0], pelvisHeight(pose), pelvis[1]]);
  let arm = before;
  // The shoulder blade goes with the arm, so its place is found in a few rounds.
  for (let round = 0; round < 3; round++) {
    const shoulder = shoulderOf(chest, arm, hand);
    const [x, y, z] = apply(transpose(chest.frame), subtract(target, shoulder));
    arm = { ...arm, ...twoBones([s * x, y, z]) };
  }
  return {
    ...pose,
    [key]: {
      ...before,
      upper: mixVec(normalize(before.upper), arm.upper, share),
      fore: mixVec(normalize(before.fore), arm.fore, share),
    },
  };
}

/** Where a resting elbow falls: down, a little out and back, as [out, up, forward]. */
const HANGING: Vec3 = [0.35, -1, -0.3];

/** Directions of upper arm and forearm that span `reach`. */
function twoBones(reach: Vec3): Pick<ArmPose, 'upper' | 'fore'> {
  const far = Math.min(length(reach), (ARM + FOREARM) * 0.998);
  const along = normalize(reach);
  const aside = normalize(reject(HANGING, along));
  const share = (ARM * ARM + far * far - FOREARM * FOREARM) / (2 * far);
  const lift = Math.sqrt(Math.max(0, ARM * ARM - share * share));
  const elbow = add(scale(along, share), scale(aside, lift));
  return { upper: normalize(elbow), fore: normalize(subtract(scale(along, far), elbow)) };
}
