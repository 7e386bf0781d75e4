import type { Bone } from './bone.ts';
import { add, dot, normalize, smoothstep, subtract, type Vec3 } from './linear.ts';

/** Joints that bend as one curve, and how far from the joint the curve begins, in clip units. */
const SOFT_JOINTS = [
  ['Arm', 'ForeArm', 62],
  ['UpLeg', 'Leg', 20],
] as const;

/** Bends elbows and knees as one curve, in place. @param influences weight by bone, per vertex. */
export function softenJoints(
  bones: readonly Bone[],
  boneIndex: ReadonlyMap<string, number>,
  influences: Map<number, number>[],
  point: (i: number) => Vec3,
): void {
  for (const side of ['Left', 'Right'])
    for (const [upper, lower, reach] of SOFT_JOINTS)
      soften(
        influences,
        point,
        softJoint(bones, boneIndex, `${side}${upper}`, `${side}${lower}`),
        reach,
      );
}

interface SoftJoint {
  readonly upper: number;
  readonly upperTwist: number;
  readonly lower: number;
  readonly at: Vec3;
  /** Unit direction through the joint, from the upper to the lower bone. */
  readonly through: Vec3;
}

function softJoint(
  bones: readonly Bone[],
  index: ReadonlyMap<string, number>,
  upper: string,
  lower: string,
): SoftJoint | undefined {
  const u = index.get(upper);
  const l = index.get(lower);
  if (u === undefined || l === undefined) return undefined;
  const at = bones[l]!.head;
  const through = normalize(
    add(normalize(subtract(at, bones[u]!.head)), normalize(subtract(bones[l]!.tail, at))),
  );
  return { upper: u, upperTwist: index.get(`${upper}Twist`)!, lower: l, at, through };
}

/** Spreads the change from one bone to the next over `reach` on both sides of their joint. */
function soften(
  influences: Map<number, number>[],
  point: (i: number) => Vec3,
  joint: SoftJoint | undefined,
  reach: number,
): void {
  if (!joint) return;
  const { upper, upperTwist, lower } = joint;
  influences.forEach((map, i) => {
    const far = dot(subtract(point(i), joint.at), joint.through);
    if (Math.abs(far) > reach) return;
    const above = (map.get(upper) ?? 0) + (map.get(upperTwist) ?? 0);
    const total = above + (map.get(lower) ?? 0);
    if (total <= 0) return;
    const share = smoothstep(-reach, reach, far);
    // Next to the joint the upper bone has all its twist.
    map.delete(upper);
    map.set(upperTwist, total * (1 - share));
    map.set(lower, total * share);
  });
}
