import type { Body } from './anatomy.ts';
import { fingerBones, fingerRotations, handAxes, type Side } from './hand.ts';
import { type LegRotations, solveArm, solveLeg } from './limbs.ts';
import type { Mat3, Vec3 } from './linear.ts';
import {
  add,
  apply,
  compose,
  IDENTITY,
  normalize,
  rotateX,
  rotateY,
  rotateZ,
  smoothstep,
  subtract,
  transpose,
} from './linear.ts';
import type { Bend, Pose } from './pose.ts';

export const SIDES = ['Left', 'Right'] as const satisfies readonly Side[];

/** The bones of a posed body, in clip units: x to screen right, y up from the floor, z towards the audience. */
export interface Skeleton {
  /** World rotation from rest, per bone. */
  readonly rotations: readonly Mat3[];
  /** World position of the head, per bone. */
  readonly heads: readonly Vec3[];
}

/** A bend shared equally by `joints` joints, or a whole one. */
const bend = ({ pitch, roll, twist }: Bend, joints: number): Mat3 =>
  compose(rotateY(twist / joints), rotateX(pitch / joints), rotateZ(-roll / joints));

/** Middle of the shoe's platform at rest: where the big toes end. */
export function platformAtRest(body: Body, side: Side): Vec3 {
  const toe = body.bones[body.boneIndex.get(`${side}ToeBase`)!]!;
  const ankle = body.bones[body.boneIndex.get(`${side}Foot`)!]!.head;
  const forward = subtract(toe.head, ankle);
  return add(ankle, [forward[0] * 1.22, -ankle[1] + 9, forward[2] * 1.52]);
}

/** Turns the sole of a standing foot level; pointed feet stand on their toes. */
function level(leg: LegRotations, weight: number): LegRotations {
  if (weight <= 0) return leg;
  const up = apply(leg.foot, [0, 1, 0]);
  const ahead = apply(leg.foot, [0, 0, 1]);
  const flat = normalize([
    up[0] * (1 - weight),
    up[1] * (1 - weight) + weight,
    up[2] * (1 - weight),
  ]);
  const side = normalize([
    flat[1] * ahead[2] - flat[2] * ahead[1],
    flat[2] * ahead[0] - flat[0] * ahead[2],
    flat[0] * ahead[1] - flat[1] * ahead[0],
  ]);
  const front: Vec3 = [
    side[1] * flat[2] - side[2] * flat[1],
    side[2] * flat[0] - side[0] * flat[2],
    side[0] * flat[1] - side[1] * flat[0],
  ];
  const foot: Mat3 = [
    side[0],
    flat[0],
    front[0],
    side[1],
    flat[1],
    front[1],
    side[2],
    flat[2],
    front[2],
  ];
  const bentToes = compose(transpose(leg.foot), leg.toes);
  return { ...leg, foot, toes: compose(foot, bentToes) };
}

/**
 * Turns of all bones for a pose, with the pelvis where it is at rest: placing
 * her on the floor needs her skin and shoes, see figure.ts.
 */
export function solveSkeleton(body: Body, pose: Pose): Skeleton {
  const first = solveBones(body, pose, new Set());
  const ankle = (side: Side): number => first.heads[body.boneIndex.get(`${side}Foot`)!]![1];
  const lowest = Math.min(ankle('Left'), ankle('Right'));
  const standing = new Set(
    SIDES.filter(
      (side) =>
        pose.support === side.toLowerCase() ||
        (pose.support === 'lowest' && ankle(side) < lowest + 25),
    ),
  );
  return standing.size === 0 ? first : solveBones(body, pose, standing);
}

function solveBones(body: Body, pose: Pose, standing: ReadonlySet<Side>): Skeleton {
  const given = new Map<string, Mat3>();
  const bone = (name: string) => body.bones[body.boneIndex.get(name)!]!;
  const along = (from: string, to: string): Vec3 => subtract(bone(to).head, bone(from).head);

  const pelvis = compose(rotateY(pose.facing), bend(pose.pelvis, 1));
  const spine = bend(pose.spine, 3);
  const head = bend(pose.head, 3);
  let turn = pelvis;
  given.set('Hips', pelvis);
  for (const name of ['LowerBack', 'Spine', 'Spine1']) {
    turn = compose(turn, spine);
    given.set(name, turn);
  }
  const chest = turn;
  for (const name of ['Neck', 'Neck1', 'Head']) {
    turn = compose(turn, head);
    given.set(name, turn);
  }
  for (const side of SIDES) {
    const sign = side === 'Left' ? 1 : -1;
    const legPose = pose[`leg${side}`];
    const free = solveLeg(
      pelvis,
      legPose,
      {
        thigh: along(`${side}UpLeg`, `${side}Leg`),
        shank: along(`${side}Leg`, `${side}Foot`),
        foot: subtract(platformAtRest(body, side), bone(`${side}Foot`).head),
      },
      sign,
    );
    const flat = standing.has(side) ? smoothstep(45, 12, legPose.ankle) : 0;
    const leg = level(free, flat);
    given.set(`${side}UpLeg`, leg.hip);
    given.set(`${side}UpLegTwist`, leg.thigh);
    given.set(`${side}Leg`, leg.shank);
    given.set(`${side}Foot`, leg.foot);
    given.set(`${side}ToeBase`, leg.toes);

    const wrist = bone(`${side}Hand`).head;
    const fingers = fingerBones(side, body.joints);
    const axes = handAxes(wrist, fingers) ?? {
      along: normalize(subtract(bone(`${side}Hand`).tail, wrist)),
      palm: [0, -1, 0] as const,
    };
    const arm = solveArm(
      chest,
      pose[`arm${side}`],
      {
        upper: normalize(along(`${side}Arm`, `${side}ForeArm`)),
        fore: normalize(along(`${side}ForeArm`, `${side}Hand`)),
        hand: axes.along,
        palm: axes.palm,
      },
      sign,
    );
    given.set(`${side}Shoulder`, arm.shoulder);
    given.set(`${side}Arm`, arm.armTop);
    given.set(`${side}ArmTwist`, arm.arm);
    given.set(`${side}ForeArm`, arm.foreTop);
    given.set(`${side}ForeArmTwist`, arm.fore);
    given.set(`${side}Hand`, arm.hand);
    if (fingers.length > 0) {
      const grip = pose.grip[side === 'Left' ? 0 : 1];
      for (const [name, rotation] of fingerRotations(axes, fingers, grip))
        given.set(name, compose(arm.hand, rotation));
    }
  }

  const rotations: Mat3[] = [];
  const heads: Vec3[] = [];
  body.bones.forEach((b, i) => {
    const parent = b.parent;
    rotations[i] = given.get(b.name) ?? (parent < 0 ? IDENTITY : rotations[parent]!);
    heads[i] =
      parent < 0
        ? b.head
        : add(
            heads[parent]!,
            apply(rotations[parent]!, subtract(b.head, body.bones[parent]!.head)),
          );
  });
  return { rotations, heads };
}

/** The skeleton moved as a whole. */
export const moveSkeleton = (skeleton: Skeleton, by: Vec3): Skeleton => ({
  rotations: skeleton.rotations,
  heads: skeleton.heads.map((head) => add(head, by)),
});

/** A point fixed to a bone: given at rest, returned in the pose. */
export function carry(body: Body, skeleton: Skeleton, name: string, point: Vec3): Vec3 {
  const i = body.boneIndex.get(name)!;
  return add(
    skeleton.heads[i]!,
    apply(skeleton.rotations[i]!, subtract(point, body.bones[i]!.head)),
  );
}
