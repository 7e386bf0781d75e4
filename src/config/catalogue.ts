/**
 * The names that chapter files may use. A scene, cue, transition or dance exists
 * exactly when it is listed here; the chapter schema and the module registries
 * are both typed by these lists, so that neither can drift.
 */

/** Sets and lights, one module each in `src/scenes/`. */
export const SCENE_IDS = [
  'bareStage',
  'shadowWall',
  'halfLight',
  'colonnade',
  'proscenium',
  'suits',
  'emptyTheatre',
  'studio',
  'blinds',
  'playbills',
  'lastCurtain',
] as const;
export type SceneId = (typeof SCENE_IDS)[number];

/** Ways from one scene to the next, one module each in `src/transitions/`. */
export const TRANSITION_IDS = [
  'curtain',
  'bladeCut',
  'tulleVeil',
  'coinWipe',
  'leap',
  'stormStrips',
  'ghostLight',
  'mirrorShards',
  'blindsClose',
  'corpsCrossing',
  'endCredits',
] as const;
export type TransitionId = (typeof TRANSITION_IDS)[number];

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
