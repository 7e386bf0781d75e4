import { keyAlteration, SEMITONES } from './keys.ts';
import type { Pitch, Step } from './piece.ts';

const ACCIDENTALS: Readonly<Record<string, number>> = { '^': 1, '^^': 2, _: -1, __: -2, '=': 0 };
const NOTE = /^(?<accidental>[\^_=]*)(?<letter>[A-Ga-g])(?<marks>[,']*)$/;

/**
 * Reads one ABC note. An accidental holds to the end of the bar for its octave,
 * so `bar` remembers it under step and octave and is changed here.
 */
export function readPitch(text: string, fifths: number, bar: Map<string, number>): Pitch {
  const groups = NOTE.exec(text)?.groups;
  if (!groups) throw new Error(`not a note: "${text}"`);
  const letter = groups['letter'] ?? '';
  const step = letter.toUpperCase() as Step;
  const marks = [...(groups['marks'] ?? '')];
  const octave = marks.reduce((o, mark) => o + (mark === "'" ? 1 : -1), letter === step ? 4 : 5);
  const written = groups['accidental'] ? ACCIDENTALS[groups['accidental']] : undefined;
  const place = `${step}${octave}`;
  if (written !== undefined) bar.set(place, written);
  const alter = bar.get(place) ?? keyAlteration(fifths, step);
  const midi = 12 * (octave + 1) + SEMITONES[step] + alter;
  return { step, octave, alter, midi, ...(written === undefined ? {} : { written }) };
}
