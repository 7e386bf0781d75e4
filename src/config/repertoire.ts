/** What goes together: the scenes with the dance, the music and the way out that were made for them. */
import type { CueId, DanceId, SceneId, TransitionId } from './catalogue.ts';

interface Entry {
  readonly scene: SceneId;
  readonly dance: DanceId;
  readonly cue: CueId;
  readonly transition: TransitionId;
}

const entry = (
  scene: SceneId,
  dance: DanceId,
  cue: CueId,
  transition: TransitionId,
): Readonly<Entry> => ({ scene, dance, cue, transition });

/** The whole ballet, in the order in which each dance begins as the one before it ends. Its first opens a story, its last closes one. */
export const REPERTOIRE: readonly Entry[] = [
  entry('bareStage', 'introduction', 'swan-lake-scene', 'curtain'),
  entry('shadowWall', 'symbolism', 'sugar-plum', 'bladeCut'),
  entry('halfLight', 'ana-de-armas', 'waltz-c-sharp-minor', 'tulleVeil'),
  entry('colonnade', 'john-wick', 'mountain-king', 'coinWipe'),
  entry('proscenium', 'stage-to-streets', 'aases-death', 'leap'),
  entry('suits', 'female-assassin', 'bald-mountain', 'stormStrips'),
  entry('emptyTheatre', 'emotional-depth', 'the-swan', 'ghostLight'),
  entry('studio', 'training', 'preludes', 'mirrorShards'),
  entry('blinds', 'visual-style', 'gymnopedie-1', 'blindsClose'),
  entry('playbills', 'legacy', 'little-swans', 'corpsCrossing'),
  entry('lastCurtain', 'a-new-kind-of-killer', 'swan-lake-finale', 'endCredits'),
];

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
export const DANCE_ENDS: Readonly<
  Record<DanceId, { readonly begins: JoinPose; readonly ends: JoinPose }>
> = {
  introduction: { begins: 'folded', ends: 'crowned' },
  symbolism: { begins: 'crowned', ends: 'closed' },
  'ana-de-armas': { begins: 'closed', ends: 'handsBehind' },
  'john-wick': { begins: 'handsBehind', ends: 'handsEmptied' },
  'stage-to-streets': { begins: 'handsEmptied', ends: 'landed' },
  'female-assassin': { begins: 'landed', ends: 'armsFlung' },
  'emotional-depth': { begins: 'armsFlung', ends: 'mourning' },
  training: { begins: 'mourning', ends: 'leftTheBarre' },
  'visual-style': { begins: 'leftTheBarre', ends: 'handsLinked' },
  legacy: { begins: 'handsLinked', ends: 'afterTheSwans' },
  'a-new-kind-of-killer': { begins: 'afterTheSwans', ends: 'gone' },
};

/**
 * Transitions that hide her in the middle, where one dance gives way to the next:
 * behind them she may begin in another pose. The calmest first.
 */
export const HIDING_TRANSITIONS: readonly TransitionId[] = ['blindsClose', 'ghostLight', 'curtain'];
