/** Times and lengths are in quarter notes from the start of the piece. */

/** `C` to `B`. */
export type Step = 'C' | 'D' | 'E' | 'F' | 'G' | 'A' | 'B';

export interface Pitch {
  readonly step: Step;
  /** Scientific: middle C is C4. */
  readonly octave: number;
  /** Semitones by which accidentals and key move it, -2 to 2. */
  readonly alter: number;
  /** The accidental as written before the note, if any. */
  readonly written?: number;
  /** MIDI number: middle C is 60. */
  readonly midi: number;
}

/** Where loudness stands in a voice: a mark and whether it grows or fades toward the next one. */
export interface Dynamic {
  readonly at: number;
  readonly mark: DynamicMark;
  readonly towardNext: boolean;
}

export const DYNAMIC_MARKS = ['ppp', 'pp', 'p', 'mp', 'mf', 'f', 'ff', 'fff'] as const;
export type DynamicMark = (typeof DYNAMIC_MARKS)[number];

/** A note, chord or rest of one voice. */
export interface NoteEvent {
  /** Unique in the piece and valid as an XML id. */
  readonly id: string;
  readonly at: number;
  readonly length: number;
  /** Low to high as written; none for a rest. */
  readonly pitches: readonly Pitch[];
  /** A rest that takes time but is not drawn. */
  readonly hidden: boolean;
  readonly tied: boolean;
  readonly staccato: boolean;
  readonly accent: boolean;
  readonly fermata: boolean;
  readonly arpeggio: boolean;
  /** Inside a slur and not its last note. */
  readonly slurred: boolean;
  /** Quick notes before it, without a length of their own. */
  readonly grace: readonly Pitch[];
  /** Drawn length in quarters before the tuplet shrinks it. */
  readonly drawn: number;
  /** Notes of the tuplet it belongs to, and its place in it. */
  readonly tuplet?: { readonly count: number; readonly inTimeOf: number; readonly index: number };
}

export interface Bar {
  readonly at: number;
  readonly length: number;
  readonly events: readonly NoteEvent[];
}

export interface Voice {
  readonly id: string;
  readonly clef: Clef;
  readonly bars: readonly Bar[];
  readonly dynamics: readonly Dynamic[];
}

export type Clef = 'treble' | 'bass' | 'alto' | 'tenor';

/** What holds from a bar on. */
export interface Signature {
  /** Index of the bar from which it holds. */
  readonly bar: number;
  readonly meter: readonly [number, number];
  /** Sharps positive, flats negative. */
  readonly fifths: number;
  /** Quarter notes a minute. */
  readonly tempo: number;
}

/** A piece as written: voices of equally many bars, and the signatures that hold from bar to bar. */
export interface Piece {
  readonly title: string;
  readonly composer: string;
  readonly voices: readonly Voice[];
  /** In order; the first has bar 0. */
  readonly signatures: readonly Signature[];
}

/** Length of the piece in quarters. */
export function lengthOf(piece: Piece): number {
  const last = piece.voices[0]?.bars.at(-1);
  return last ? last.at + last.length : 0;
}
