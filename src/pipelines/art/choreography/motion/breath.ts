import { smoothstep } from '../../linear.ts';

/** A stretch of frames in which her breath shows more (or, at 0, not at all). */
export interface Breathing {
  readonly from: number;
  readonly to: number;
  /** Degrees by which the chest opens at the height of a breath. */
  readonly depth: number;
}

/** Frames of one breath: about four seconds. */
const PERIOD = 46;
const QUIET_DEPTH = 0.9;
const RAMP = 8;

/**
 * How far the chest opens at a frame, in degrees, 0 to the depth. It rises faster than it sinks, as
 * breath does, and stands at 0 at both ends of the dance, where the next one takes over.
 */
export function breath(frame: number, last: number, deeper: readonly Breathing[] = []): number {
  const phase = ((frame % PERIOD) / PERIOD + 0.1 * Math.sin((2 * Math.PI * frame) / PERIOD)) % 1;
  const wave = 0.5 - 0.5 * Math.cos(2 * Math.PI * phase);
  let depth = QUIET_DEPTH;
  for (const span of deeper) {
    const inside =
      smoothstep(span.from, span.from + RAMP, frame) *
      (1 - smoothstep(span.to - RAMP, span.to, frame));
    depth += (span.depth - depth) * inside;
  }
  const ends = smoothstep(0, RAMP, frame) * (1 - smoothstep(last - RAMP, last, frame));
  return wave * depth * ends;
}
