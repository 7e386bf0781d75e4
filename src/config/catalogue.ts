import { modulesIn } from './modulesIn.ts';

/**
 * The names that chapter files may use. A scene or a transition exists exactly when there is a module of that
 * name in its folder; a cue or a dance when it is listed here. The order means nothing.
 */

const namesOf = (files: readonly string[]): readonly string[] =>
  files.map((file) => file.replace(/^.*\/|\.ts$/g, '')).sort();

/** Sets and lights, one module each in `src/scenes/`. */
export const SCENE_IDS: readonly string[] = /* @__PURE__ */ namesOf(
  import.meta.env
    ? Object.keys(import.meta.glob(['../scenes/*.ts', '!../scenes/index.ts']))
    : Object.keys(modulesIn(`${import.meta.dirname}/../scenes`)),
);
/** One of `SCENE_IDS`. */
export type SceneId = string;

/** Ways from one scene to the next, one module each in `src/transitions/`. */
export const TRANSITION_IDS: readonly string[] = /* @__PURE__ */ namesOf(
  import.meta.env
    ? Object.keys(import.meta.glob(['../transitions/*.ts', '!../transitions/index.ts']))
    : Object.keys(modulesIn(`${import.meta.dirname}/../transitions`)),
);
/** One of `TRANSITION_IDS`. */
export type TransitionId = string;

/** Pieces of music, one file each in `src/pipelines/music/cues/`. */
export const CUE_IDS = [
  'swan-lake-scene',
  'sugar-plum',
  'waltz-c-sharp-minor',
  'mountain-king',
  'aases-death',
  'bald-mountain',
  'the-swan',
  'preludes',
  'gymnopedie-1',
  'little-swans',
  'swan-lake-finale',
] as const;
export type CueId = (typeof CUE_IDS)[number];

/** Dances, each a clip in `public/clips/` and a still in `public/stills/` of that name. Any chapter may dance any of them. */
export const DANCE_IDS = [
  'introduction',
  'symbolism',
  'ana-de-armas',
  'john-wick',
  'stage-to-streets',
  'female-assassin',
  'emotional-depth',
  'training',
  'visual-style',
  'legacy',
  'a-new-kind-of-killer',
] as const;
export type DanceId = (typeof DANCE_IDS)[number];
