/**
 * A pose in ballet's terms: where limbs point, not how joints turn. All angles
 * in degrees. Directions of legs are given in the pelvis's frame, those of arms
 * in the chest's frame, and mirror themselves: the same numbers on the left and
 * on the right make a symmetrical pose.
 */

/** A leg. */
export interface LegPose {
  /** Where the thigh points seen from above: 0 devant (forward), 90 à la seconde (to its own side), 180 derrière (back). */
  readonly azimuth: number;
  /** How far the thigh is raised: 0 straight down, 90 level, up to about 170. */
  readonly elevation: number;
  /** Rotation of the whole leg outwards from the hip: 0 parallel, 60 to 80 a dancer's turn-out. */
  readonly turnout: number;
  /** Knee flexion: 0 stretched, up to about 150. */
  readonly knee: number;
  /** Ankle: negative flexed (as in plié), 0 flat, 70 fully pointed or standing en pointe. */
  readonly ankle: number;
  /** Toes: positive pointed further, negative bent back (demi-pointe: ankle about 45, toes about -45). */
  readonly toes: number;
}

/** A direction as [outwards from the body's middle, up, forward]; any length. */
export type Direction = readonly [out: number, up: number, forward: number];

/** An arm: where each part of it points, in the chest's frame. */
export interface ArmPose {
  readonly upper: Direction;
  readonly fore: Direction;
  readonly hand: Direction;
  /** Which way the palm faces, in the same frame; chosen by the solver (inwards, softly) when absent. */
  readonly palm?: Direction;
}

/** A bend: forward (positive pitch bows), to her left (positive roll), and a turn to her left (positive twist). */
export interface Bend {
  readonly pitch: number;
  readonly roll: number;
  readonly twist: number;
}

/** What carries her weight. `left` and `right` keep that foot where it is planted; `lowest` rests the lowest point of the body on the floor. */
type Support = 'left' | 'right' | 'lowest' | 'air';

/** The whole figure at one moment. Left and right are hers. */
export interface Pose {
  /** Which way she faces: 0 to the audience, 90 to screen right, -90 to screen left, 180 upstage. May exceed 360 in turns. */
  readonly facing: number;
  /** Tilt of the pelvis. */
  readonly pelvis: Bend;
  readonly spine: Bend;
  readonly head: Bend;
  readonly legLeft: LegPose;
  readonly legRight: LegPose;
  readonly armLeft: ArmPose;
  readonly armRight: ArmPose;
  readonly support: Support;
  /** Where the supporting point stands on the floor, in clip units right of her spot (and towards the audience), see schemas/clip.ts. */
  readonly place: readonly [x: number, z: number];
  /** Height of the lowest point of the body above the floor, in clip units; only when in the air. */
  readonly height: number;
  /** Fingers: 0 long (allongé) to 1 gripping a handle. */
  readonly grip: readonly [left: number, right: number];
}
