/**
 * Fills in what a chapter's author has left open: scene, dance, music, way out.
 * Pure: the same choices give the same cast, whatever the words are.
 */
import {
  type DanceId,
  NO_DANCE,
  type SceneId,
  type TransitionId,
} from '../../schemas/repertoire.ts';
import { type Entry as Cast, flows, type Repertoire } from './repertoire.ts';

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
  repertoire: Repertoire,
): Casting<Chapter> {
  const { madeFor, entryOf } = lookUp(repertoire);
  const reasons = chapters.map((): string[] => []);
  const scenes = castScenes(chapters, repertoire, reasons);
  const danced = chapters.map((chapter, at) => {
    const scene = scenes[at]!;
    const dance = chapter.dance ?? madeFor(scene).dance;
    // Music follows the dance, if that is another scene's; where nobody dances, the scene.
    const made = dance === NO_DANCE ? madeFor(scene) : entryOf(dance);
    const cue = chapter.cue ?? made.cue;
    if (!chapter.dance) reasons[at]!.push(`dance ${dance} (made for ${scene})`);
    if (!chapter.cue) reasons[at]!.push(`cue ${cue} (made for ${made.scene})`);
    return { scene, dance, cue };
  });
  const transitions = castTransitions(chapters, danced, repertoire, reasons);
  return {
    chapters: chapters.map((chapter, at) => ({
      ...chapter,
      ...danced[at]!,
      transition: transitions[at]!,
    })),
    chosen: chapters.flatMap(({ slug }, at) =>
      reasons[at]!.length > 0 ? [`${slug}: ${reasons[at]!.join(', ')}`] : [],
    ),
    doubts: doubtsOf(chapters, danced, transitions, repertoire),
  };
}

function lookUp({ entries }: Repertoire) {
  const opening = entries[0]!;
  return {
    opening,
    closing: entries.at(-1)!,
    /** What was made for a scene; for one that says nothing, what opens a story. */
    madeFor: (scene: SceneId): Cast =>
      entries.find((one) => one.scene === scene) ?? { ...opening, scene },
    /** What goes with a dance; with one that no scene has asked for, what opens a story. */
    entryOf: (dance: DanceId): Cast => entries.find((one) => one.dance === dance) ?? opening,
  };
}

function castScenes(
  chapters: readonly Choices[],
  repertoire: Repertoire,
  reasons: readonly string[][],
): SceneId[] {
  const { opening, closing, madeFor, entryOf } = lookUp(repertoire);
  const last = chapters.length - 1;
  /** What the author has said, in so many words or by naming a dance. */
  const wished = chapters.map(
    ({ scene, dance }) => scene ?? (dance && dance !== NO_DANCE ? entryOf(dance).scene : undefined),
  );
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
    else if (at === 0 && free(opening.scene)) choose(opening.scene, 'it opens a story');
    else if (at === last && free(closing.scene)) choose(closing.scene, 'it closes a story');
    else {
      const shown = [...scenes, ...wished.slice(at)];
      const times = (scene: SceneId) => shown.filter((one) => one === scene).length;
      const fitting = repertoire.entries.slice(1, -1).filter(({ scene }) => free(scene));
      const fewest = Math.min(...fitting.map(({ scene }) => times(scene)));
      const seldom = fitting.filter(({ scene }) => times(scene) === fewest);
      const follows = before
        ? seldom.find((one) => flows(repertoire, madeFor(before).dance, one.dance))
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
  repertoire: Repertoire,
  reasons: readonly string[][],
): TransitionId[] {
  const { opening, closing, madeFor } = lookUp(repertoire);
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
    else if (at === last) choose(closing.transition, 'the credits come last');
    else if (at === 0) choose(opening.transition, 'the curtain comes first');
    else if (own !== closing.transition && flows(repertoire, dance, danced[at + 1]!.dance))
      choose(own, `made for ${scene}`);
    else {
      const neighbours = [transitions[at - 1], chapters[at + 1]?.transition];
      const hiding = [own, ...repertoire.hiding].filter((one) => repertoire.hiding.includes(one));
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
  repertoire: Repertoire,
): string[] {
  return chapters.flatMap(({ slug }, at) => {
    const next = danced[at + 1];
    if (!next) return [];
    const { scene, dance } = danced[at]!;
    return [
      ...(scene === next.scene ? [`${slug}: the next chapter has the same scene, ${scene}`] : []),
      ...(flows(repertoire, dance, next.dance) || repertoire.hiding.includes(transitions[at]!)
        ? []
        : [
            `${slug}: ${next.dance} begins in another pose than ${dance} ends in, and ${transitions[at]} does not hide it; ${repertoire.hiding.join(', ')} would`,
          ]),
    ];
  });
}
