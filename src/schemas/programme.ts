/** What the player fetches once sound is wanted: `audio/programme.json`. */
import type { SceneId, TransitionId } from '../config/programme.ts';
import type { Cue, SoundEffect } from './cue.ts';

export type PlayedCue = Pick<
  Cue,
  'id' | 'title' | 'composer' | 'duration' | 'loop' | 'rest' | 'gain' | 'sources'
>;
export type PlayedEffect = Pick<SoundEffect, 'id' | 'duration' | 'loops' | 'gain' | 'sources'>;

export interface Programme {
  readonly story: string;
  /** In the order of reading. */
  readonly chapters: readonly {
    readonly slug: string;
    readonly title: string;
    readonly scene: SceneId;
    readonly transition: TransitionId;
    /** Index in `cues`. */
    readonly cue: number;
    /** Pictures for the system's controls: address below the site's root, and size as in "1080x1080". */
    readonly artwork: readonly (readonly [path: string, sizes: string])[];
  }[];
  readonly cues: readonly PlayedCue[];
  readonly effects: readonly PlayedEffect[];
}
