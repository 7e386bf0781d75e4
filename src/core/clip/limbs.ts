/**
 * What carries her outlines from one drawing towards the next: the places of her joints, and the limbs
 * between them. Both stand in a clip by their index here.
 */
import { CLIP_ANCHORS } from '../../schemas/clip.ts';

/** In the order in which clips hold them. */
export const JOINTS = [
  ...CLIP_ANCHORS,
  'waist',
  'chest',
  'neck',
  'crown',
  'shoulderLeft',
  'elbowLeft',
  'fingersLeft',
  'hipLeft',
  'kneeLeft',
  'ankleLeft',
  'shoulderRight',
  'elbowRight',
  'fingersRight',
  'hipRight',
  'kneeRight',
  'ankleRight',
  'skirtLeft',
  'skirtRight',
  'hem',
] as const;
/** The anchors in a row of joints. */
export const anchorsIn = (joints: readonly number[]): (readonly [number, number])[] =>
  CLIP_ANCHORS.map((_, a) => [joints[2 * a]!, joints[2 * a + 1]!] as const);

export type Joint = (typeof JOINTS)[number];

const side = <Name extends 'Left' | 'Right'>(name: Name) =>
  [
    ['neck', `shoulder${name}`],
    [`shoulder${name}`, `elbow${name}`],
    [`elbow${name}`, `hand${name}`],
    [`hand${name}`, `fingers${name}`],
    [`hip${name}`, `knee${name}`],
    [`knee${name}`, `ankle${name}`],
    [`ankle${name}`, `toe${name}`],
  ] as const satisfies readonly (readonly [Joint, Joint])[];

/** From one joint to another, in the order in which clips number them. */
export const LIMBS: readonly (readonly [from: Joint, to: Joint])[] = [
  ['hips', 'waist'],
  ['waist', 'chest'],
  ['chest', 'neck'],
  ['neck', 'head'],
  ['head', 'crown'],
  ...side('Left'),
  ...side('Right'),
  ['hips', 'skirtLeft'],
  ['hips', 'skirtRight'],
  ['hips', 'hem'],
];

/** The number of a limb. @throws Error where there is none between the two. */
export function limbBetween(from: Joint, to: Joint): number {
  const found = LIMBS.findIndex(([a, b]) => a === from && b === to);
  if (found < 0) throw new Error(`No limb leads from ${from} to ${to}`);
  return found;
}
