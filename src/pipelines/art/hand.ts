import { clamp, mix } from '../../core/maths/scalar.ts';
import type { Mat3, Vec3 } from './linear.ts';
import {
  add,
  compose,
  cross,
  dot,
  length,
  mixVec,
  normalize,
  reject,
  rotateAbout,
  scale,
  smoothstep,
  subtract,
} from './linear.ts';

/** Bones of the rig whose weights the finger bones take over. */
export const HAND_BONES = /^(Left|Right)(Hand|FingerBase|HandFinger1)$|^[LR]Thumb$/;

export type Side = 'Left' | 'Right';

export interface FingerBone {
  readonly name: string;
  readonly parent: string;
  readonly finger: number;
  readonly phalanx: number;
  readonly head: Vec3;
  readonly tail: Vec3;
}

/** Fifteen bones, thumb first, from named joints such as `l-finger-2-1`; none when the body has no such joints. */
export function fingerBones(side: Side, joints: Readonly<Record<string, Vec3>>): FingerBone[] {
  const prefix = side === 'Left' ? 'l' : 'r';
  const bones: FingerBone[] = [];
  for (let finger = 1; finger <= 5; finger++)
    for (let phalanx = 1; phalanx <= 3; phalanx++) {
      const head = joints[`${prefix}-finger-${finger}-${phalanx}`];
      const tail = joints[`${prefix}-finger-${finger}-${phalanx + 1}`];
      if (head === undefined || tail === undefined) return [];
      const name = `${side}Finger${finger}${phalanx}`;
      const parent = phalanx === 1 ? `${side}Hand` : `${side}Finger${finger}${phalanx - 1}`;
      bones.push({ name, parent, finger, phalanx, head, tail });
    }
  return bones;
}

/** Shares of a point of the hand among the hand and the bones of its nearest finger; they sum to 1. */
export function fingerWeights(point: Vec3, bones: readonly FingerBone[]): [string, number][] {
  let best = Infinity;
  let nearest = 1;
  for (const bone of bones) {
    const axis = subtract(bone.tail, bone.head);
    const t = clamp(dot(subtract(point, bone.head), axis) / dot(axis, axis));
    const d = length(subtract(point, add(bone.head, scale(axis, t))));
    if (d < best) {
      best = d;
      nearest = bone.finger;
    }
  }
  const chain = bones.filter((bone) => bone.finger === nearest);
  const shares: [string, number][] = [];
  let left = 1;
  // From the tip inwards: each bone takes what lies past its own joint, with a soft crease.
  for (const bone of [...chain].reverse()) {
    const axis = subtract(bone.tail, bone.head);
    const l = length(axis);
    const t = dot(subtract(point, bone.head), axis) / l;
    const crease = bone.phalanx === 1 ? 0.45 * l : 0.22 * l;
    const share = left * smoothstep(-crease, crease, t);
    shares.push([bone.name, share]);
    left -= share;
  }
  shares.push([chain[0]!.parent, left]);
  return shares;
}

/** How a finger bends: [spread towards the thumb, then flexion of its three joints], degrees. */
type Bend = readonly [spread: number, first: number, second: number, third: number];

/** Ballet: the index a little raised, the middle finger lowest and towards the thumb, the fifth soft. */
const BALLET: readonly Bend[] = [
  [0, 24, 14, 12],
  [0, -2, 10, 6],
  [0, 15, 14, 9],
  [0, 11, 13, 8],
  [0, 1, 12, 6],
];
const FIST: readonly Bend[] = [
  [0, 42, 30, 42],
  [0, 72, 88, 52],
  [0, 76, 92, 54],
  [0, 78, 92, 54],
  [0, 80, 88, 52],
];

/** Axes of a hand at rest. */
export interface HandAxes {
  /** From the wrist to the knuckle of the middle finger. */
  readonly along: Vec3;
  /** Out of the palm. */
  readonly palm: Vec3;
}

/** Palm and direction of a hand at rest. @param wrist its joint. */
export function handAxes(wrist: Vec3, bones: readonly FingerBone[]): HandAxes | undefined {
  const find = (finger: number, phalanx: number): FingerBone | undefined =>
    bones.find((b) => b.finger === finger && b.phalanx === phalanx);
  const index = find(2, 1);
  const middle = find(3, 1);
  const little = find(5, 1);
  const tip = find(3, 3);
  if (!index || !middle || !little || !tip) return undefined;
  const along = normalize(subtract(middle.head, wrist));
  const normal = normalize(
    reject(cross(subtract(index.head, wrist), subtract(little.head, wrist)), along),
  );
  // At rest fingers hang a little towards the palm: the middle joints stand out on its back.
  const bulge = subtract(
    mixVec(find(3, 2)!.head, tip.head, 0.5),
    mixVec(middle.head, tip.tail, 0.5),
  );
  return { along, palm: dot(normal, bulge) > 0 ? scale(normal, -1) : normal };
}

/** From the little finger's knuckle to the index's, at right angles to the hand. */
function acrossOf(axes: HandAxes, bones: readonly FingerBone[]): Vec3 {
  const knuckle = (finger: number): Vec3 =>
    bones.find((b) => b.finger === finger && b.phalanx === 1)!.head;
  return normalize(reject(subtract(knuckle(2), knuckle(5)), axes.along));
}

/**
 * Rotations of the fifteen finger bones relative to the hand, in the frame of the rest pose.
 * @param grip 0 a ballet hand, 1 a fist round a handle.
 */
export function fingerRotations(
  axes: HandAxes,
  bones: readonly FingerBone[],
  grip: number,
): Map<string, Mat3> {
  const out = new Map<string, Mat3>();
  const across = acrossOf(axes, bones);
  for (let finger = 1; finger <= 5; finger++) {
    const chain = bones.filter((b) => b.finger === finger);
    const bend = BALLET[finger - 1]!.map((a, i) => mix(a, FIST[finger - 1]![i]!, grip));
    const base = normalize(subtract(chain[2]!.tail, chain[0]!.head));
    let rotation: Mat3;
    if (finger === 1) {
      // The thumb lies in: turned under the palm, towards the middle finger.
      // In a fist it closes over the fingers, across the palm.
      const open = normalize(add(axes.along, scale(axes.palm, 0.5)));
      const closed = add(scale(axes.along, 0.5), add(scale(axes.palm, 0.7), scale(across, -0.55)));
      const towards = normalize(mixVec(open, normalize(closed), grip));
      const axis = normalize(cross(base, towards));
      const angle = (Math.acos(clamp(dot(base, towards), -1, 1)) * 180) / Math.PI;
      rotation = rotateAbout(axis, angle * mix(0.72, 1, grip));
    } else {
      // Close the rest pose's spread: fingers nearly parallel.
      const flat = normalize(reject(base, axes.palm));
      const axis = normalize(cross(flat, axes.along));
      const angle = (Math.acos(clamp(dot(flat, axes.along), -1, 1)) * 180) / Math.PI;
      rotation = rotateAbout(axis, angle * 0.8);
    }
    const hinge = normalize(cross(base, axes.palm));
    chain.forEach((bone, i) => {
      const turn = rotateAbout(hinge, bend[i + 1]! * (finger === 1 ? 0.5 : 1));
      rotation = compose(rotation, turn);
      out.set(bone.name, rotation);
    });
  }
  return out;
}
