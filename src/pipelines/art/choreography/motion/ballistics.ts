/** A jump, from the frame that leaves the floor to the frame that meets it. */
export interface Jump {
  readonly takeoff: number;
  readonly landing: number;
  /** How far the pelvis rises above the straight line between take-off and landing, in clip units. */
  readonly rise: number;
}

/** Share of the flight that is behind her, 0..1. */
export const flown = ({ takeoff, landing }: Jump, frame: number): number =>
  (frame - takeoff) / (landing - takeoff);

/**
 * Height of a body in free fall between two heights: a parabola whatever the limbs do.
 * @param u share of the flight, 0..1.
 */
export const ballistic = (from: number, to: number, rise: number, u: number): number =>
  from + (to - from) * u + 4 * rise * u * (1 - u);
