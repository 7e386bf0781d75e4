import { smoothstep } from '../../linear.ts';

/** Degrees by which the body leaves the spot before the head lets go of it. */
const LETS_GO = 62;

/**
 * Turn of the head against the body while she spots: the gaze stays on the spot, then whips
 * round ahead of the body and finds it again. The same in both directions.
 * @param offset where the body faces, in degrees from the spot; may exceed a full turn.
 * @returns degrees to her left, within about 75 either way.
 */
export function spotting(offset: number): number {
  const turns = Math.floor(offset / 360);
  const within = offset - 360 * turns;
  const gaze = 360 * smoothstep(LETS_GO, 360 - LETS_GO, within);
  return gaze - within;
}
