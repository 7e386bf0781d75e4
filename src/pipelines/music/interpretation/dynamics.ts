import { DYNAMIC_MARKS, type Voice } from '../notes/piece.ts';

/**
 * Loudness of a voice at a place in quarters: 0 at *ppp* to 7 at *fff*, 4 (*mf*)
 * where nothing is marked. Steps at marks, or moves evenly where `!to!` says so.
 */
export function loudness(voice: Voice): (at: number) => number {
  const marks = voice.dynamics;
  return (at) => {
    const index = marks.findLastIndex((mark) => mark.at <= at + 1e-6);
    const mark = marks[index];
    if (!mark) return DYNAMIC_MARKS.indexOf('mf');
    const level = DYNAMIC_MARKS.indexOf(mark.mark);
    const next = marks[index + 1];
    if (!mark.towardNext || !next) return level;
    const part = (at - mark.at) / (next.at - mark.at);
    return level + part * (DYNAMIC_MARKS.indexOf(next.mark) - level);
  };
}

/** Velocity that one step of loudness is worth. */
export const VELOCITY_A_STEP = 9;
