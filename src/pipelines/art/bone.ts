import type { Vec3 } from './linear.ts';

/** One bone of the body at rest, in clip units. */
export interface Bone {
  readonly name: string;
  /** Index of the parent, which comes earlier in the list; -1 for the root. */
  readonly parent: number;
  readonly head: Vec3;
  readonly tail: Vec3;
}
