/** Where in its recording a cue is, from how long ago it was started. Pure. */
import type { Cue } from '../../schemas/cue.ts';

export type Timed = Pick<Cue, 'duration' | 'loop' | 'rest'>;

/** @param elapsed seconds since its beginning. Returns seconds of the recording; null after an ending. */
export function positionAt({ duration, loop }: Timed, elapsed: number): number | null {
  if (loop && elapsed >= loop.end) {
    return loop.start + ((elapsed - loop.end) % (loop.end - loop.start));
  }
  return elapsed < duration ? Math.max(0, elapsed) : null;
}

/** Whether a cue has ended and rested, and begins again. */
export function beginsAgain({ duration, loop, rest }: Timed, elapsed: number): boolean {
  return !loop && rest !== null && elapsed >= duration + rest;
}

/** Whether a cue has ended for good: its silence is part of the score. */
export function hasFallenSilent({ duration, loop, rest }: Timed, elapsed: number): boolean {
  return !loop && rest === null && elapsed >= duration;
}
