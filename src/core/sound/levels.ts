/**
 * How loudness passes from one cue to another. Pure. Each cue has a level from 0
 * (silent) to 1 (alone), which moves at constant speed towards its aim; its gain
 * is a quarter of a sine of that, so that two cues whose levels sum to 1 have
 * gains whose squares do: equal power at every moment, however often they turn.
 */

/** Seconds that a level takes from 0 to 1. */
export const CROSSFADE_SECONDS = 1.6;
/** After a stall no level moves further at once than in this many seconds. */
const LONGEST_STEP = 0.1;

/** The level after `seconds`, on the way to `aim`. */
export function moveLevel(level: number, aim: 0 | 1, seconds: number): number {
  const step = Math.min(LONGEST_STEP, Math.max(0, seconds)) / CROSSFADE_SECONDS;
  return aim === 1 ? Math.min(1, level + step) : Math.max(0, level - step);
}

/** The gain of a level; both 0 to 1. */
export function gainOf(level: number): number {
  return Math.sin((level * Math.PI) / 2);
}
