/** Where on a staff a moment stands, and how far the staff has run along the foot of the stage. Pure. */

import type { StaffFile } from '../../schemas/cue.ts';
import { clamp } from '../maths/scalar.ts';

type Staff = Pick<StaffFile, 'notes' | 'size'>;

/**
 * X on the staff (its own units, 0 to its width) of a moment in `ms` of the
 * recording: on a note's head as it begins, in even motion between. Before the
 * first note and after the last it moves at the piece's mean pace. Never goes back
 * while time goes on.
 */
export function placeAt({ notes, size: [width] }: Staff, ms: number): number {
  const first = notes[0];
  const last = notes.at(-1);
  if (!first || !last) return 0;
  const pace = (last[3] - first[3]) / Math.max(1, last[1] - first[1]);
  if (ms <= first[1]) return Math.max(0, first[3] - pace * (first[1] - ms));
  let [from, x] = [first[1], first[3]];
  for (const [, begins, , head] of notes) {
    if (begins > ms) return x + ((Math.max(x, head) - x) * (ms - from)) / (begins - from);
    // Of notes that begin together the rightmost counts.
    x = Math.max(x, head);
    from = begins;
  }
  return Math.min(width, x + pace * (ms - from));
}

/** Where the sounding note stands in the window, as a share of its width. */
const PLAYHEAD = 1 / 3;
/** At the end the staff may leave this share of the window empty. */
const OPEN_END = 1 / 3;

/**
 * How far the staff has run to the left, for a note at `x` in a window `view` wide;
 * all in the same unit. The clef leaves only once the note has reached its
 * place; the final bar line comes no nearer than the open end.
 */
export function runTo(x: number, width: number, view: number): number {
  const most = Math.max(0, width - (1 - OPEN_END) * view);
  return clamp(x - PLAYHEAD * view, 0, most);
}

/** The same for who wants stillness: whole pages, each turned when the note leaves the last fifth. */
export function turnTo(x: number, width: number, view: number): number {
  const page = 0.8 * view;
  const last = Math.max(0, width - view);
  return Math.min(last, Math.floor(x / page) * page);
}

/** Units from a staff's top line to its bottom line, as Verovio draws them. */
export const STAFF_UNITS = 720;

/** Y of the middle line in the picture's units; null when the picture has no staff. */
export function middleLine(svg: string): number | null {
  const found = /translate\([\d.]+, ([\d.]+)\)"><path d="M0 ([\d.]+) L/.exec(svg);
  return found ? Number(found[1]) + Number(found[2]) + STAFF_UNITS / 2 : null;
}
