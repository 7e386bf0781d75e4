/** What pages ask of the music: `cues.json`, typed. */

import type { Chapter } from '../schemas/chapter.ts';
import type { Cue, CueSheet, Piece, SoundEffectId } from '../schemas/cue.ts';
import type { CueId } from '../schemas/repertoire.ts';
import sheet from './cues.json' with { type: 'json' };

// JSON has arrays where the shape has pairs.
const { cues, effects } = sheet as unknown as CueSheet;

/** In which language the music is described. */
const LANGUAGE = 'en';

/** Attributes of what holds a description of music on a page in a language. */
export function spokenIn(language: string): { readonly lang?: string; readonly dir?: 'ltr' } {
  return new Intl.Locale(language).language === LANGUAGE ? {} : { lang: LANGUAGE, dir: 'ltr' };
}

/** All pieces that have been made, in the order of the file; notes that nobody has rendered yet are none. */
export const allCues = (): readonly Cue[] => cues;

/** A piece by its id. @throws Error where it has not been rendered yet */
export function cueOf(id: CueId): Cue {
  const cue = cues.find((one) => one.id === id);
  if (!cue) throw new Error(`src/data/cues.json has no cue ${id}: npm run music -- ${id}`);
  return cue;
}

/** A chapter's music as its written form needs it. */
export function pieceOf({ cue: id, side }: Pick<Chapter, 'cue' | 'side'>): Piece {
  const { captions, duration, loop } = cueOf(id);
  return { cue: id, side, captions, length: loop ? loop.lead + loop.end - loop.start : duration };
}

/** What each sound effect is called in captions. */
export function effectCaptions(): Record<SoundEffectId, string> {
  return Object.fromEntries(effects.map(({ id, caption }) => [id, caption])) as Record<
    SoundEffectId,
    string
  >;
}
