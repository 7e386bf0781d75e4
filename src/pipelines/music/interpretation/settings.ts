import type { InstrumentId } from '../instruments/list.ts';

/** How one voice is played. */
export interface VoiceSettings {
  readonly instrument: InstrumentId;
  /** Key velocity at *mf*, 1 to 127. */
  readonly velocity: number;
  /** Level against the other voices, in decibels. */
  readonly gain?: number;
  /** -1 left to 1 right. */
  readonly pan?: number;
  /** Sounding part of the written length outside slurs; inside them notes just overlap. Default 0.92. */
  readonly length?: number;
  /** Sounding part of the length under a staccato dot. Default 0.48; bows that speak slowly need more. */
  readonly staccato?: number;
  /** How much the phrase's arch moves the velocity. Default 10. */
  readonly arch?: number;
  /** Expression (loudness while a note sounds) at *ppp* and *fff*, 0 to 127; for bowed and blown instruments. */
  readonly expression?: readonly [number, number];
  /** Depth of vibrato, 0 to 127; it sets in late. */
  readonly vibrato?: number;
  /** Milliseconds before (negative) or after the beat: a melody leads a little. */
  readonly lead?: number;
  /** Standard deviation of the onset, milliseconds. Default 5. */
  readonly looseness?: number;
}

/** How a cue is played: everything that the notes do not say. */
export interface Interpretation {
  readonly seed: number;
  readonly voices: Readonly<Record<string, VoiceSettings>>;
  /** Lengths of the phrases in bars, in order; their sum is the number of bars. */
  readonly phrases: readonly number[];
  /** Breadth of the tempo's arch within a phrase, as a part of the tempo. 0 is a metronome. */
  readonly rubato: number;
  /** Slowing into the end. */
  readonly ritardando?: { readonly quarters: number; readonly by: number };
  /** How much longer a fermata lasts. Default 1.8. */
  readonly fermata?: number;
  /** Piano pedal: these voices, changed this often, in quarters counted from each bar. */
  readonly pedal?: { readonly voices: readonly string[]; readonly every: number };
  /** Seconds from the file's start to the first beat. Default 0.15; loops have none. */
  readonly before?: number;
  /** Seconds that the last sound may ring. */
  readonly tail: number;
  /** The cue returns to its start in tempo: the end flows into the beginning. */
  readonly loops?: boolean;
  readonly hall: {
    /** Reverberant against direct sound, 0 to 1. */
    readonly wet: number;
    /** Time to fall by 60 dB, seconds. Default 2.1. */
    readonly seconds?: number;
  };
}
