/** Which limb (see `core/clip/limbs.ts`) carries each vertex of what she is and wears. */
import { LIMBS, limbBetween } from '../../core/clip/limbs.ts';
import type { Body } from './anatomy.ts';
import type { Side } from './hand.ts';
import { SIDES } from './skeleton.ts';

/** What moves with the head: hair. */
export const HEAD_LIMB = limbBetween('head', 'crown');
export const handLimb = (side: Side): number => limbBetween(`hand${side}`, `fingers${side}`);
export const footLimb = (side: Side): number => limbBetween(`ankle${side}`, `toe${side}`);

/** Names of a body's bones, without their side, and the limb that each moves with. */
const ONE_SIDED: readonly (readonly [bone: RegExp, limb: (side: Side) => number])[] = [
  [/HipJoint$/, () => limbBetween('hips', 'waist')],
  [/Shoulder/, (side) => limbBetween('neck', `shoulder${side}`)],
  [/ForeArm/, (side) => limbBetween(`elbow${side}`, `hand${side}`)],
  [/Arm/, (side) => limbBetween(`shoulder${side}`, `elbow${side}`)],
  [/Hand|Finger|Thumb/, handLimb],
  [/UpLeg/, (side) => limbBetween(`hip${side}`, `knee${side}`)],
  [/Leg/, (side) => limbBetween(`knee${side}`, `ankle${side}`)],
  [/Foot|Toe/, footLimb],
];
const MIDDLE: Readonly<Record<string, number>> = {
  Hips: limbBetween('hips', 'waist'),
  LowerBack: limbBetween('hips', 'waist'),
  Spine: limbBetween('waist', 'chest'),
  Spine1: limbBetween('chest', 'neck'),
  Neck: limbBetween('neck', 'head'),
  Neck1: limbBetween('neck', 'head'),
  Head: HEAD_LIMB,
};

function limbOfBone(name: string): number {
  const middle = MIDDLE[name];
  if (middle !== undefined) return middle;
  const side = SIDES.find((one) => name.startsWith(one)) ?? (name[0] === 'L' ? 'Left' : 'Right');
  const found = ONE_SIDED.find(([bone]) => bone.test(name));
  if (!found) throw new Error(`The bone ${name} belongs to no limb`);
  return found[1](side);
}

/**
 * Limbs that are drawn in one piece. Each has an outline of its own, also where another hides a part of it: one round
 * all of them would be torn where an arm comes off her waist.
 */
export const MASSES: readonly (readonly number[])[] = [
  [
    limbBetween('hips', 'waist'),
    limbBetween('waist', 'chest'),
    limbBetween('chest', 'neck'),
    limbBetween('neck', 'head'),
    HEAD_LIMB,
    ...SIDES.map((side) => limbBetween('neck', `shoulder${side}`)),
  ],
  ...SIDES.map((side) => [
    limbBetween(`shoulder${side}`, `elbow${side}`),
    limbBetween(`elbow${side}`, `hand${side}`),
    handLimb(side),
  ]),
  ...SIDES.map((side) => [
    limbBetween(`hip${side}`, `knee${side}`),
    limbBetween(`knee${side}`, `ankle${side}`),
    footLimb(side),
  ]),
  (['skirtLeft', 'skirtRight', 'hem'] as const).map((edge) => limbBetween('hips', edge)),
];

/** By limb, the mass that it is part of. */
export const MASS_OF: readonly number[] = LIMBS.map((_, limb) =>
  MASSES.findIndex((limbs) => limbs.includes(limb)),
);

export const SKIRT_MASS = MASS_OF[limbBetween('hips', 'hem')]!;

const known = new WeakMap<Body, Uint8Array>();

/** By vertex of the body. */
export function bodyLimbs(body: Body): Uint8Array {
  const limbs =
    known.get(body) ?? Uint8Array.from(body.dominant, (bone) => limbOfBone(body.bones[bone]!.name));
  known.set(body, limbs);
  return limbs;
}

/** Share of a vertex that a bone must hold for it to be part of that bone's mass, too: so masses overlap where they join. */
const JOINED = 0.12;
const joined = new WeakMap<Body, Uint8Array>();

/** By vertex of the body, the masses that it is part of, as bits. */
export function bodyMasses(body: Body): Uint8Array {
  const known = joined.get(body);
  if (known) return known;
  const massOf = body.bones.map(({ name }) => MASS_OF[limbOfBone(name)]!);
  const masses = Uint8Array.from(body.dominant, (bone, vertex) => {
    let bits = 1 << massOf[bone]!;
    for (let e = body.influenceStart[vertex]!; e < body.influenceStart[vertex + 1]!; e++)
      if (body.influenceWeight[e]! > JOINED) bits |= 1 << massOf[body.influenceBone[e]!]!;
    return bits;
  });
  joined.set(body, masses);
  return masses;
}
