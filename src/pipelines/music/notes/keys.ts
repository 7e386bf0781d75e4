import type { Step } from './piece.ts';

const ORDER_OF_SHARPS: readonly Step[] = ['F', 'C', 'G', 'D', 'A', 'E', 'B'];
const MAJOR_BY_FIFTHS = [
  'Cb',
  'Gb',
  'Db',
  'Ab',
  'Eb',
  'Bb',
  'F',
  'C',
  'G',
  'D',
  'A',
  'E',
  'B',
  'F#',
];
const MINOR_BY_FIFTHS = [
  'Ab',
  'Eb',
  'Bb',
  'F',
  'C',
  'G',
  'D',
  'A',
  'E',
  'B',
  'F#',
  'C#',
  'G#',
  'D#',
];

/** Semitones of the white keys above C. */
export const SEMITONES: Readonly<Record<Step, number>> = {
  C: 0,
  D: 2,
  E: 4,
  F: 5,
  G: 7,
  A: 9,
  B: 11,
};

/** Sharps (positive) or flats (negative) of a key in ABC's spelling: `D`, `Bm`, `C#m`. Throws on others. */
export function fifthsOf(key: string): number {
  const minor = key.endsWith('m');
  const tonic = minor ? key.slice(0, -1) : key;
  const index = (minor ? MINOR_BY_FIFTHS : MAJOR_BY_FIFTHS).indexOf(tonic);
  if (index < 0) throw new Error(`unknown key "${key}"; write it like D, Bb, Bm or C#m`);
  return index - 7;
}

/** What the key signature does to a step: 1, -1 or 0 semitones. */
export function keyAlteration(fifths: number, step: Step): number {
  const place = ORDER_OF_SHARPS.indexOf(step);
  if (fifths > place) return 1;
  return -fifths > 6 - place ? -1 : 0;
}
