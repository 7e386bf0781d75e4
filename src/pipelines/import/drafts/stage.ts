/** What is danced to a chapter: by what its words are about, then by what flows. Pure. */

import { castStory } from '../../../core/story/casting.ts';
import type { CueId, DanceId, SceneId, TransitionId } from '../../../schemas/repertoire.ts';
import { REPERTOIRE, THEMES } from '../repertoire.ts';
import { alternativeOf } from './alternatives.ts';

export interface Staged {
  readonly scene: SceneId;
  readonly dance: DanceId;
  readonly cue: CueId;
  readonly transition: TransitionId;
  /** What someone who cannot see the stage should know. */
  readonly alt: string;
  /** Why, in one line. */
  readonly reason: string;
}

/** Words in quotation marks that one line names. */
const NAMED = 2;
/** What the words have to speak for a thing with to choose it. */
const ENOUGH = 0.8;

type Themes = ReadonlyMap<string, readonly string[]>;

/** Of these words, how often each speaks for each thing. */
function countThemes(text: string, themes: Themes): Map<string, Map<string, number>> {
  const words = text.toLowerCase().match(/[\p{L}][\p{L}\p{M}’'-]*/gu) ?? [];
  const found = new Map<string, Map<string, number>>();
  for (const [id, stems] of themes) {
    const hits = new Map<string, number>();
    for (const word of words) {
      const stem = stems.find((one) =>
        one.length < 4 ? word === one || word === `${one}s` : word.startsWith(one),
      );
      if (stem) hits.set(word, (hits.get(word) ?? 0) + 1);
    }
    found.set(id, hits);
  }
  return found;
}

interface Choice {
  readonly id: string;
  /** The words that speak for it, in a line. */
  readonly why: string;
}

/**
 * For each chapter what its words speak for, where they do: none twice running, each the less the more it is used.
 *
 * @param texts the words of each chapter
 * @param open whether the words choose for a chapter at all
 */
function choose(
  texts: readonly string[],
  themes: Themes,
  open: (at: number) => boolean,
): (Choice | undefined)[] {
  const counts = texts.map((text) => countThemes(text, themes));
  // What the whole article is about tells no chapter from another.
  const shares = new Map(
    [...themes.keys()].map((id) => [
      id,
      counts.reduce((sum, count) => sum + total(count.get(id)!), 0) / Math.max(1, texts.length),
    ]),
  );
  const used = new Map<string, number>();
  const choices: (Choice | undefined)[] = [];
  for (const at of texts.keys()) {
    const [best] = open(at)
      ? [...themes.keys()]
          .filter((id) => id !== choices[at - 1]?.id)
          .map((id) => {
            const hits = counts[at]!.get(id)!;
            const score = (total(hits) / (shares.get(id)! + 1)) * Math.min(1, hits.size / 2 + 0.25);
            return { id, hits, score: score / (1 + 1.5 * (used.get(id) ?? 0)) };
          })
          .sort((a, b) => b.score - a.score)
      : [];
    if (!best || best.score < ENOUGH) {
      choices.push(undefined);
      continue;
    }
    used.set(best.id, (used.get(best.id) ?? 0) + 1);
    const named = [...best.hits]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, NAMED);
    choices.push({
      id: best.id,
      why: `the words speak of ${named.map(([word]) => `“${word}”`).join(' and ')}`,
    });
  }
  return choices;
}

/**
 * @param chapters title and words of each, in the order of reading
 * @param language of the alternatives, BCP 47
 */
export function draftStage(
  chapters: readonly { readonly slug: string; readonly title: string; readonly words: string }[],
  language: string,
): Staged[] {
  const last = chapters.length - 1;
  // A title says three times what it says.
  const texts = chapters.map(({ title, words }) => `${title} ${title} ${title} ${words}`);
  const inside = (at: number): boolean => at > 0 && at < last;
  const spoken = {
    scene: choose(texts, THEMES.scene, inside),
    cue: choose(texts, THEMES.cue, inside),
    transition: choose(texts, THEMES.transition, inside),
  };
  const said = (at: number): (readonly [field: string, choice: Choice])[] =>
    Object.entries(spoken).flatMap(([field, choices]) =>
      choices[at] ? [[field, choices[at]] as const] : [],
    );
  const cast = castStory(
    chapters.map(({ slug }, at) => ({
      slug,
      ...Object.fromEntries(said(at).map(([field, { id }]) => [field, id])),
    })),
    REPERTOIRE,
  );
  const reasons = new Map(cast.chosen.map((line) => line.split(/: (.*)/s) as [string, string]));
  return cast.chapters.map(({ slug, scene, dance, cue, transition }, at) => ({
    scene,
    dance,
    cue,
    transition,
    alt: alternativeOf(scene, dance, language),
    reason: [
      ...said(at).map(([field, { id, why }]) => `${field} ${id} (${why})`),
      reasons.get(slug) ?? '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  }));
}

const total = (hits: ReadonlyMap<string, number>): number =>
  [...hits.values()].reduce((sum, count) => sum + count, 0);
