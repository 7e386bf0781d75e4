/** Which caption holds at a moment of a piece. Pure. */
import type { Cue } from '../../schemas/cue.ts';

/** The last of `captions` (in order of time) that began at or before `seconds`; before the first, none. */
export function captionAt(captions: Cue['captions'], seconds: number): string | null {
  return captions.findLast(([at]) => at <= seconds)?.[1] ?? null;
}
