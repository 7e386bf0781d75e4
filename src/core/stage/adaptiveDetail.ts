/**
 * What the stage lets go of when frames come late: particles first,
 * then rain and other drifting things. Pure: times between frames in, a level out. It sheds
 * soon and takes back late, and later each time, so that nothing flickers.
 */

/** Levels there are: at each, shapes that say so of themselves are left out (`Shape.spare`). */
const LEVELS = 2;

/** A frame is late beyond this many ms: it has missed its turn on a screen of 60 a second. */
const LATE = 24;
/** So many late frames more than half of those in time shed a level. */
const PATIENCE = 8;
/** So many frames in time, one after another, take one back; twice as many after each relapse. */
const CALM = 180;
const MOST_CALM = CALM * 16;

export interface Shedding {
  /** 0: all is there. */
  readonly level: number;
  /** Late frames, less half of those in time since. */
  readonly late: number;
  /** Frames in time since the last late one. */
  readonly calm: number;
  /** Frames of calm that take a level back. */
  readonly needed: number;
}

export const NOTHING_SHED: Shedding = { level: 0, late: 0, calm: 0, needed: CALM };

/** The state after one more frame, `ms` after the one before it. */
export function shed({ level, late, calm, needed }: Shedding, ms: number): Shedding {
  if (ms > LATE) {
    if (late + 1 < PATIENCE || level === LEVELS)
      return { level, late: Math.min(PATIENCE, late + 1), calm: 0, needed };
    return { level: level + 1, late: 0, calm: 0, needed };
  }
  if (level > 0 && calm + 1 >= needed)
    return { level: level - 1, late: 0, calm: 0, needed: Math.min(MOST_CALM, needed * 2) };
  return { level, late: Math.max(0, late - 0.5), calm: calm + 1, needed };
}
