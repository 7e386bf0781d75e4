/**
 * What a story may be cast from. Scenes and transitions are modules of `src/scenes/` and `src/transitions/`, and say
 * themselves what suits them; pieces are notes in `src/pipelines/music/cues/`; dances are listed in `src/data/dances.json`,
 * which `npm run art` writes and nobody edits.
 */

/** Names of those things, by which chapter files call them. */
export type SceneId = string;
export type TransitionId = string;
export type CueId = string;
export type DanceId = string;

/** In place of a dance: light, set and words alone. */
export const NO_DANCE = 'none';

/** All names that there are. */
export interface Catalogue {
  readonly scenes: readonly SceneId[];
  readonly dances: readonly DanceId[];
  readonly cues: readonly CueId[];
  readonly transitions: readonly TransitionId[];
}

/** Poses, each with its place on the floor, in which dances begin and end. */
export type JoinPose =
  | 'folded'
  | 'crowned'
  | 'closed'
  | 'handsBehind'
  | 'handsEmptied'
  | 'landed'
  | 'armsFlung'
  | 'mourning'
  | 'leftTheBarre'
  | 'handsLinked'
  | 'afterTheSwans'
  | 'gone';

/** How each dance begins and ends. One flows into another where the end of the one is the beginning of the other. */
export type DanceEnds = Readonly<
  Record<DanceId, { readonly begins: JoinPose; readonly ends: JoinPose }>
>;

/** What an imported article may be danced with by what its words are about. */
export interface Themed {
  /** Beginnings of words, of whatever languages, with spaces between them; of up to three letters, whole words. Not in pages. A transition is asked only where it hides her. */
  readonly themes?: string;
}

/** What was made for a scene. */
export interface Suits {
  readonly dance: DanceId;
  readonly cue: CueId;
  /** The way out of it. */
  readonly transition: TransitionId;
}
