import type { Clip } from '../../schemas/clip.ts';
import { clamp } from '../maths/scalar.ts';

/** Places from one moment to the next that are told apart: some two pixels of scroll. */
const STEPS = 16;

/**
 * The place in a clip at a progress of 0 to 1: the index of a frame, and the share of the way to
 * its next in so many steps; of one step, the nearest frame.
 */
export const placeAt = ({ frames }: Clip, progress: number, steps = STEPS): number =>
  Math.round(clamp(progress) * (frames.length - 1) * steps) / steps;
