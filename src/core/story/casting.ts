/**
 * Fills in what a chapter's author has left open: scene, dance, music, way out.
 * Pure: the same choices give the same cast, whatever the words are.
 */
import type { CueId, DanceId, SceneId, TransitionId } from '../../config/catalogue.ts';
import { DANCE_ENDS, HIDING_TRANSITIONS, REPERTOIRE } from '../../config/repertoire.ts';

interface Cast {
  readonly scene: SceneId;
  readonly dance: DanceId;
  readonly cue: CueId;
  readonly transition: TransitionId;
}

/** What the author has chosen of it. */
export type Choices = { readonly [Field in keyof Cast]?: Cast[Field] | undefined };

export interface Casting<Chapter> {
  /** In the order of reading. */
  readonly chapters: readonly (Omit<Chapter, keyof Cast> & Cast)[];
  /** A line for each chapter in which something was chosen: what, and why. */
  readonly chosen: readonly string[];
  /** What the author has chosen and may not have meant, a line each. */
  readonly doubts: readonly string[];
}

const OPENING = REPERTOIRE[0]!;
const CLOSING = REPERTOIRE.at(-1)!;

/** Whether a dance begins in the pose, and on the spot, in which another ends. */
export function flows(from: DanceId, to: DanceId): boolean {
  return DANCE_ENDS[from].ends === DANCE_ENDS[to].begins;
}

/**
 * Casts a story. The author's choices stand. Otherwise: the bare stage and the curtain
 * first, the last curtain and the credits last; no scene twice running, and each as
 * seldom as the others; dances that flow where they can, and where they cannot a
 * transition that hides it.
 *
 * @param chapters in the order of reading, each with its slug
 */
export function castStory<Chapter extends Choices & { readonly slug: string }>(
  chapters: readonly Chapter[],
): Casting<Chapter> {
  const reasons = chapters.map((): string[] => []);
  const scenes = castScenes(chapters, reasons);
  const danced = chapters.map((chapter, at) => {
    const scene = scenes[at]!;
    const dance = chapter.dance ?? madeFor(scene).dance;
    // Music follows the dance, if that is another scene's.
    const made = entryOf(dance);
    const cue = chapter.cue ?? made.cue;
    if (!chapter.dance) reasons[at]!.push(`dance ${dance} (made for ${scene})`);
    if (!chapter.cue) reasons[at]!.push(`cue ${cue} (made for ${made.scene})`);
    return { scene, dance, cue };
  });
  const transitions = castTransitions(chapters, danced, reasons);
  return {
    chapters: chapters.map((chapter, at) => ({
      ...chapter,
      ...danced[at]!,
      transition: transitions[at]!,
    })),
    chosen: chapters.flatMap(({ slug }, at) =>
      reasons[at]!.length > 0 ? [`${slug}: ${reasons[at]!.join(', ')}`] : [],
    ),
    doubts: doubtsOf(chapters, danced, transitions),
  };
}

/** What was made for a scene; for one that is not of the repertoire, what opens a story. */
const madeFor = (scene: SceneId) =>
  REPERTOIRE.find((one) => one.scene === scene) ?? { ...OPENING, scene };
const entryOf = (dance: DanceId) => REPERTOIRE.find((one) => one.dance === dance)!;

function castScenes(chapters: readonly Choices[], reasons: readonly string[][]): SceneId[] {
  const last = chapters.length - 1;
  /** What the author has said, in so many words or by naming a dance. */
  const wished = chapters.map(({ scene, dance }) => scene ?? (dance && entryOf(dance).scene));
  const scenes: SceneId[] = [];
  for (const [at, chapter] of chapters.entries()) {
    const before = scenes[at - 1];
    const after = chapters[at + 1]?.scene;
    const choose = (scene: SceneId, reason: string) => {
      scenes.push(scene);
      if (!chapter.scene) reasons[at]!.push(`scene ${scene} (${reason})`);
    };
    const free = (scene: SceneId) => scene !== before && scene !== after;
    const wish = wished[at];
    if (wish && (chapter.scene || free(wish))) choose(wish, `made for the dance ${chapter.dance}`);
    else if (at === 0 && free(OPENING.scene)) choose(OPENING.scene, 'it opens a story');
    else if (at === last && free(CLOSING.scene)) choose(CLOSING.scene, 'it closes a story');
    else {
      const shown = [...scenes, ...wished.slice(at)];
      const times = (scene: SceneId) => shown.filter((one) => one === scene).length;
      const fitting = REPERTOIRE.slice(1, -1).filter(({ scene }) => free(scene));
      const fewest = Math.min(...fitting.map(({ scene }) => times(scene)));
      const seldom = fitting.filter(({ scene }) => times(scene) === fewest);
      const follows = before
        ? seldom.find((one) => flows(madeFor(before).dance, one.dance))
        : undefined;
      choose(
        (follows ?? seldom[0]!).scene,
        follows
          ? `seldom shown, and its dance flows on from ${before}`
          : 'the first of those shown least',
      );
    }
  }
  return scenes;
}

type Danced = Pick<Cast, 'scene' | 'dance'>;

function castTransitions(
  chapters: readonly Choices[],
  danced: readonly Danced[],
  reasons: readonly string[][],
): TransitionId[] {
  const last = chapters.length - 1;
  const transitions: TransitionId[] = [];
  for (const [at, chapter] of chapters.entries()) {
    const { scene, dance } = danced[at]!;
    const choose = (transition: TransitionId, reason: string) => {
      transitions.push(transition);
      if (!chapter.transition) reasons[at]!.push(`transition ${transition} (${reason})`);
    };
    const own = madeFor(scene).transition;
    if (chapter.transition) choose(chapter.transition, '');
    else if (at === last) choose(CLOSING.transition, 'the credits come last');
    else if (at === 0) choose(OPENING.transition, 'the curtain comes first');
    else if (own !== CLOSING.transition && flows(dance, danced[at + 1]!.dance))
      choose(own, `made for ${scene}`);
    else {
      const neighbours = [transitions[at - 1], chapters[at + 1]?.transition];
      const hiding = [own, ...HIDING_TRANSITIONS].filter((one) => HIDING_TRANSITIONS.includes(one));
      choose(
        hiding.find((one) => !neighbours.includes(one))!,
        `hides that ${danced[at + 1]!.dance} begins in another pose`,
      );
    }
  }
  return transitions;
}

function doubtsOf(
  chapters: readonly (Choices & { readonly slug: string })[],
  danced: readonly Danced[],
  transitions: readonly TransitionId[],
): string[] {
  return chapters.flatMap(({ slug }, at) => {
    const next = danced[at + 1];
    if (!next) return [];
    const { scene, dance } = danced[at]!;
    return [
      ...(scene === next.scene ? [`${slug}: the next chapter has the same scene, ${scene}`] : []),
      ...(flows(dance, next.dance) || HIDING_TRANSITIONS.includes(transitions[at]!)
        ? []
        : [
            `${slug}: ${next.dance} begins in another pose than ${dance} ends in, and ${transitions[at]} does not hide it; ${HIDING_TRANSITIONS.join(', ')} would`,
          ]),
    ];
  });
}
