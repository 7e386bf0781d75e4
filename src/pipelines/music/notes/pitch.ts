import { keyAlteration, SEMITONES } from './keys.ts';
import type { Pitch, Step } from './piece.ts';

const ACCIDENTALS: Readonly<Record<string, number>> = { '^': 1, '^^': 2, _: -1, __: -2, '=': 0 };
const NOTE = /^(?<accidental>[\^_=]*)(?<letter>[A-Ga-g])(?<marks>[,']*)$/;

/** Where accidentals hold: a step of an octave. */
export const placeOf = ({ step, octave }: Pick<Pitch, 'step' | 'octave'>): string =>
  `${step}${octave}`;

/**
 * Reads one ABC note. An accidental holds to the end of the bar for its octave,
 * so `bar` remembers it under its place and is changed here. Over the bar it holds
 * for a note that is tied there and for no other: `tied` has what comes by a tie.
 */
export function readPitch(
  text: string,
  fifths: number,
  bar: Map<string, number>,
  tied: ReadonlyMap<string, number> = new Map(),
): Pitch {
  const groups = NOTE.exec(text)?.groups;
  if (!groups) throw new Error(`not a note: "${text}"`);
  const letter = groups['letter'] ?? '';
  const step = letter.toUpperCase() as Step;
  const marks = [...(groups['marks'] ?? '')];
  const octave = marks.reduce((o, mark) => o + (mark === "'" ? 1 : -1), letter === step ? 4 : 5);
  const sign = groups['accidental'];
  const written = sign ? ACCIDENTALS[sign] : undefined;
  if (sign && written === undefined) throw new Error(`not an accidental: "${sign}"`);
  const place = placeOf({ step, octave });
  if (written !== undefined) bar.set(place, written);
  const alter = written ?? tied.get(place) ?? bar.get(place) ?? keyAlteration(fifths, step);
  const midi = 12 * (octave + 1) + SEMITONES[step] + alter;
  return { step, octave, alter, midi, ...(written === undefined ? {} : { written }) };
}
