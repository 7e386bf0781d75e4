/** What the player fetches once sound is wanted: `audio/programme.json`. */
import type { Cue, SoundEffect, SoundEffectId } from './cue.ts';

export type PlayedCue = Pick<
  Cue,
  'id' | 'title' | 'composer' | 'duration' | 'loop' | 'rest' | 'gain' | 'sources'
>;
export type PlayedEffect = Pick<SoundEffect, 'id' | 'duration' | 'loop' | 'gain' | 'sources'>;

/** A short sound at a moment. */
export interface EffectMark {
  readonly effect: SoundEffectId;
  /** Progress of the transition or the scene, 0 to 1. */
  readonly at: number;
  /** Sounds only when that is passed in this direction; else in both. */
  readonly only?: 'forwards' | 'backwards';
}

/** A sound that lasts, while a scene's progress is between two values of 0 to 1. */
export interface EffectSpan {
  readonly effect: SoundEffectId;
  readonly from: number;
  readonly to: number;
}

/** The sounds of a chapter's stage. */
export interface Performed {
  readonly during: readonly EffectMark[];
  /** On the way out of it. */
  readonly leaving: readonly EffectMark[];
  readonly lasting: readonly EffectSpan[];
}

export interface ChapterSounds extends Performed {
  readonly slug: string;
  readonly title: string;
  /** Index in `cues`. */
  readonly cue: number;
  /** A picture for the system's controls: path below the story's pages, and size as in "1200x1200". */
  readonly artwork: readonly [path: string, sizes: string];
}

export interface AudioManifest {
  readonly story: string;
  /** In the order of reading. */
  readonly chapters: readonly ChapterSounds[];
  readonly cues: readonly PlayedCue[];
  readonly effects: readonly PlayedEffect[];
}
