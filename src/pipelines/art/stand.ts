import type { Body } from './anatomy.ts';
import type { Side } from './hand.ts';
import type { Vec3 } from './linear.ts';
import { add, apply, mixVec, smoothstep, subtract } from './linear.ts';
import type { Pose } from './pose.ts';
import { shoePart } from './shoe.ts';
import { moveSkeleton, platformAtRest, SIDES, type Skeleton, solveSkeleton } from './skeleton.ts';
import { skin as skinBody } from './skin.ts';

/** A pose in the flesh, standing where it should. */
export interface Posed {
  readonly skeleton: Skeleton;
  /** Flat x, y, z of the skin. */
  readonly skin: Float64Array;
}

/** Middle of the platform of a posed shoe: the toe tip. */
export function toeTip(body: Body, skeleton: Skeleton, side: Side): Vec3 {
  const foot = body.boneIndex.get(`${side}Foot`)!;
  return add(
    skeleton.heads[foot]!,
    apply(skeleton.rotations[foot]!, subtract(platformAtRest(body, side), body.bones[foot]!.head)),
  );
}

/**
 * The point of a foot that stays planted: under the arch when flat, the toe
 * tip en pointe, so that a relevé springs up under the body.
 */
function plant(body: Body, skeleton: Skeleton, side: Side, ankle: number): Vec3 {
  const heel = skeleton.heads[body.boneIndex.get(`${side}Foot`)!]!;
  return mixVec(heel, toeTip(body, skeleton, side), 0.3 + 0.7 * smoothstep(5, 60, ankle));
}

const lowestOf = (points: Float64Array): number => {
  let low = Infinity;
  for (let i = 1; i < points.length; i += 3) low = Math.min(low, points[i]!);
  return low;
};

/**
 * Solves a pose and stands it on the floor by its support: the supporting
 * foot's planted point lies over `place` and its lowest point at height 0;
 * with `lowest`, the hips' spot lies over `place` and the lowest point of all
 * on the floor; in the air, the lowest point is at `height`.
 */
export function solvePose(body: Body, pose: Pose): Posed {
  const known = solved.get(body) ?? new WeakMap<Pose, Posed>();
  solved.set(body, known);
  const posed = known.get(pose) ?? stand(body, pose);
  known.set(pose, posed);
  return posed;
}

/** Poses are immutable, so simulation and rendering share one solution. */
const solved = new WeakMap<Body, WeakMap<Pose, Posed>>();

function stand(body: Body, pose: Pose): Posed {
  const free = solveSkeleton(body, pose);
  const skin = skinBody(body, free.rotations, free.heads);
  const shoeLow = SIDES.map((side) =>
    lowestOf(shoePart(body, free, side, pose[`leg${side}`].ankle).points),
  ) as [number, number];
  const all = Math.min(lowestOf(skin), ...shoeLow);
  const [x, z] = pose.place;
  let spot: Vec3;
  if (pose.support === 'left' || pose.support === 'right') {
    const side = pose.support === 'left' ? 'Left' : 'Right';
    const planted = plant(body, free, side, pose[`leg${side}`].ankle);
    spot = [x - planted[0], -shoeLow[side === 'Left' ? 0 : 1], z - planted[2]];
  } else {
    const hips = free.heads[body.boneIndex.get('Hips')!]!;
    spot = [x - hips[0], (pose.support === 'air' ? pose.height : 0) - all, z - hips[2]];
  }
  for (let i = 0; i < skin.length; i += 3) {
    skin[i]! += spot[0];
    skin[i + 1]! += spot[1];
    skin[i + 2]! += spot[2];
  }
  return { skeleton: moveSkeleton(free, spot), skin };
}
