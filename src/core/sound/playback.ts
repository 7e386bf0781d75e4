/** Where in its recording a cue is, from how long ago it was started. Pure. */
import type { Cue } from '../../schemas/cue.ts';

export type Timed = Pick<Cue, 'duration' | 'loop' | 'rest'>;

/**
 * @param elapsed seconds since its beginning
 * @returns seconds of the recording, of a loop within the round that captions and staff tell of; null after an ending
 */
export function positionAt({ duration, loop }: Timed, elapsed: number): number | null {
  if (!loop) return elapsed < duration ? Math.max(0, elapsed) : null;
  const { lead, start, end } = loop;
  return elapsed < lead ? Math.max(0, elapsed) : lead + ((elapsed - lead) % (end - start));
}

/** Whether a cue has ended and rested, and begins again. */
export function beginsAgain({ duration, loop, rest }: Timed, elapsed: number): boolean {
  return !loop && rest !== null && elapsed >= duration + rest;
}

/** Whether a cue has ended for good: its silence belongs to the piece. */
export function hasFallenSilent({ duration, loop, rest }: Timed, elapsed: number): boolean {
  return !loop && rest === null && elapsed >= duration;
}
