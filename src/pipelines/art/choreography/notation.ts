import type { Pose } from '../pose.ts';
import type { Jump } from './motion/ballistics.ts';
import type { Breathing } from './motion/breath.ts';
import type { Side } from './stance.ts';

/** What a step may say: any part of the body; the parts it leaves out go on with what they were doing. */
export type Parts = Partial<
  Pick<
    Pose,
    | 'facing'
    | 'pelvis'
    | 'spine'
    | 'head'
    | 'legLeft'
    | 'legRight'
    | 'armLeft'
    | 'armRight'
    | 'grip'
    | 'support'
  >
>;

/** A moment of a dance: these parts are so at this frame. They pass `through` it in one stroke, or `rest` on it. */
export interface Step extends Parts {
  readonly at: number;
  readonly flow?: 'rest' | 'through';
}

/**
 * A stretch in which the pelvis leads and the supporting foot is drawn under it: the spring of a
 * relevé, a step's transfer of weight, a small travel. `by` is its path, or `arrive` the spot it comes
 * to, as [right, to the audience]; with neither it stays where it is.
 */
export interface Carry {
  readonly from: number;
  readonly to: number;
  readonly by?: readonly [x: number, z: number];
  readonly arrive?: readonly [x: number, z: number];
}

/** A hand that lies on something that does not move: its wrist comes to `wrist` and stays there. */
export interface Rest {
  readonly hand: Side;
  readonly from: number;
  readonly to: number;
  /** World: x right, y up from the floor, z to the audience. */
  readonly wrist: readonly [x: number, y: number, z: number];
}

/** A stretch in which the foot that does not support stays on its place on the floor too. */
export interface Planted {
  readonly foot: Side;
  readonly from: number;
  readonly to: number;
}

/** A stretch in which she spots: her gaze stays on one direction (0 the audience) as the body turns. */
interface Spot {
  readonly from: number;
  readonly to: number;
  readonly gaze: number;
}

/** One chapter's dance, as it is written down. Frames count from 0; facing is reckoned from the chapter's own front. */
export interface Notation {
  /** Number of frames. */
  readonly frames: number;
  readonly steps: readonly Step[];
  readonly jumps?: readonly (Jump & Pick<Carry, 'by' | 'arrive'>)[];
  readonly rests?: readonly Rest[];
  readonly carries?: readonly Carry[];
  readonly planted?: readonly Planted[];
  readonly spots?: readonly Spot[];
  readonly breathing?: readonly Breathing[];
}

/** A step of the notation: at this frame, these parts. Later parts replace earlier ones. */
export const at = (frame: number, ...parts: readonly (Parts & Pick<Step, 'flow'>)[]): Step =>
  Object.assign({ at: frame }, ...parts) as Step;

/** Both arms alike. */
export const arms = (arm: Pose['armLeft'], other: Pose['armRight'] = arm): Parts => ({
  armLeft: arm,
  armRight: other,
});
