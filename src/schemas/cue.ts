import type { CueId } from './repertoire.ts';

/**
 * What the player needs to know of a piece of music. All cues are listed in
 * `src/data/cues.json`, which `npm run music` writes and nobody edits.
 */
export interface Cue {
  readonly id: CueId;
  /** As the programme prints it: "Gymnopédie No. 1". */
  readonly title: string;
  readonly composer: string;
  /** "arr." and what was arranged, when these are not the composer's own notes throughout. */
  readonly arrangement?: string;
  /** Which bars of the piece sound, in words: "bars 1 to 20". */
  readonly bars: string;
  /** "D major". */
  readonly key: string;
  /** What plays, in words: "celesta, bass clarinet and plucked strings". */
  readonly scoring: string;
  /** Of the recording, seconds. */
  readonly duration: number;
  /**
   * A loop returns in tempo: play from 0, and each time `end` is reached go on at
   * `start`, about a second into the file, where its encoder has settled. Around
   * both the recording is the same, so a decoder's few milliseconds of delay do no
   * harm. The first round of the piece begins at `lead`; captions and staff are of
   * that round. Absent: the piece has an ending and falls silent.
   */
  readonly loop?: { readonly lead: number; readonly start: number; readonly end: number };
  /** Seconds of silence after an ending before the piece may begin again; `null`: the silence stays. */
  readonly rest: number | null;
  /** Factor for this cue's volume, 0 to 1, on top of equal loudness. */
  readonly gain: number;
  /** What is heard, from a time in seconds on, in order, the first at 0. */
  readonly captions: readonly (readonly [at: number, text: string])[];
  /** Addresses below the site's root, the preferred codec first. */
  readonly sources: readonly Source[];
  /** Address of the `StaffFile`. */
  readonly staff: string;
  /** Ids of `CREDITS` that this recording owes. */
  readonly credits: readonly CreditId[];
}

/** The music of a chapter, as captions and staff follow it. */
export interface Piece {
  readonly cue: CueId;
  /** Seconds that the chapter's dance is stretched over when nothing sounds. */
  readonly length: number;
  readonly captions: Cue['captions'];
  /** On wide windows: where the chapter's words stand. */
  readonly side: 'left' | 'right';
}

export interface Source {
  readonly url: string;
  /** MIME type with codec, for `canPlayType`. */
  readonly type: string;
  readonly bytes: number;
}

/** The engraved staff of a cue and when its notes sound: `public/scores/<id>.json`. */
export interface StaffFile {
  readonly title: string;
  readonly composer: string;
  readonly bars: string;
  /** One staff from left to right; its lines and glyphs take `currentColor`, notes have ids. */
  readonly svg: string;
  /** The picture's size in its own units. */
  readonly size: readonly [width: number, height: number];
  /** Per note or chord: id in the SVG, where it begins and ends to sound in ms of the recording, and x of its head. In order of time. */
  readonly notes: readonly (readonly [id: string, from: number, to: number, x: number])[];
}

/** A short sound that goes with a transition or a scene. */
export interface SoundEffect {
  readonly id: SoundEffectId;
  /** "a blade rings". */
  readonly caption: string;
  readonly duration: number;
  /** A lasting sound: play from 0, and each time `end` is reached go on at `start`. */
  readonly loop?: { readonly start: number; readonly end: number };
  /** Factor of volume at which it stands well against a cue. */
  readonly gain: number;
  readonly sources: readonly Source[];
}

export const SOUND_EFFECT_IDS = [
  'blade',
  'pointeShoe',
  'curtain',
  'heartbeat',
  'farShot',
  'roomTone',
] as const;
export type SoundEffectId = (typeof SOUND_EFFECT_IDS)[number];

/** Who made the sounds that the recordings are built from, and under which licence. */
export const CREDITS = {
  salamander: {
    text: 'Piano samples: Salamander Grand Piano V3 by Alexander Holm',
    licence: 'CC BY 3.0',
    url: 'https://creativecommons.org/licenses/by/3.0/',
  },
  museScoreGeneral: {
    text: 'Orchestral sounds: MuseScore General by S. Christian Collins, after FluidR3 by Frank Wen',
    licence: 'MIT',
    url: 'https://opensource.org/license/mit',
  },
  celloSamples: {
    text: 'Solo cello samples: tonejs-instruments by Nicholaus Brosowsky, packaged by Makefully Studios',
    licence: 'CC BY 3.0',
    url: 'https://creativecommons.org/licenses/by/3.0/',
  },
} as const;
export type CreditId = keyof typeof CREDITS;

/** The shape of `src/data/cues.json`. */
export interface CueSheet {
  readonly cues: readonly Cue[];
  readonly effects: readonly SoundEffect[];
}
