/** What is danced to a chapter: by what its words are about, then by what flows. Pure. */

import { castStory } from '../../../core/story/casting.ts';
import type { CueId, DanceId, SceneId, TransitionId } from '../../../schemas/repertoire.ts';
import { REPERTOIRE } from '../repertoire.ts';
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

/** Beginnings of words that speak for a scene, in the languages of most articles. */
const THEMES: Readonly<Record<SceneId, string>> = {
  shadowWall:
    'shadow dark double dualit symbol metaphor mask mirror chaos light night secret duel ombre double dualité symbole masque nuit schatten dunkel doppel symbol maske nacht sombra oscur doble símbolo máscara noche',
  halfLight:
    'face actress actor perform cast eye portrait tender vulnerab charact star role beaut smile love visage actrice regard amour gesicht schauspiel auge liebe figur rostro actriz mirada amor personaje',
  colonnade:
    'underworld crime killer assassin rule hotel coin rain cit univers franchise world gang mafia wick villain crime tueur ville règle monde mord killer stadt regel welt unterwelt asesin ciudad regla mundo',
  proscenium:
    'mission stage street famil begin start journey home leave escape quest origin child past murder scène famille départ voyage enfant bühne familie reise anfang kind escenario familia viaje comienzo niñ',
  suits:
    'man men male fight gender woman women power army brut violen battle genre war enem strength homme femme pouvoir combat guerre mann männer frau macht kampf krieg hombre mujer poder lucha guerra',
  emptyTheatre:
    'grief alone pain silence loss lost memor sad mourn empt tear heart emotion sorrow quiet deuil seul douleur silence perte mémoire trauer allein schmerz stille verlust herz duelo sol dolor silencio pérdida',
  studio:
    'train practi rehears body disciplin scar bruise learn school teach exercise transform craft work entraîn répét corps école appren übung probe körper schule lernen arbeit entrena ensay cuerpo escuela aprend',
  blinds:
    'visual style noir camera cinematograph colour color frame light shot image director film photograph lens style image lumière caméra réalisat stil bild licht kamera regie farbe estilo imagen luz cámara director',
  playbills:
    'legacy pop cultur histor fan iconic icon tradition poster influence audience reception sequel future critic héritage culture histoire public erbe kultur geschichte publikum legado cultura historia público',
};

/** Words in quotation marks that one line names. */
const NAMED = 2;

function countThemes(text: string): Map<SceneId, Map<string, number>> {
  const words = text.toLowerCase().match(/[\p{L}][\p{L}\p{M}’'-]*/gu) ?? [];
  const found = new Map<SceneId, Map<string, number>>();
  for (const [scene, stems] of Object.entries(THEMES)) {
    const list = [...new Set(stems.split(' '))];
    const hits = new Map<string, number>();
    for (const word of words) {
      const stem = list.find((one) =>
        one.length < 4 ? word === one || word === `${one}s` : word.startsWith(one),
      );
      if (stem) hits.set(word, (hits.get(word) ?? 0) + 1);
    }
    found.set(scene, hits);
  }
  return found;
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
  const counts = chapters.map(({ title, words }) =>
    // A title says three times what it says.
    countThemes(`${title} ${title} ${title} ${words}`),
  );
  // What the whole article is about tells no chapter from another.
  const share = (scene: SceneId): number =>
    counts.reduce((sum, count) => sum + total(count.get(scene)!), 0) / Math.max(1, chapters.length);
  const shares = new Map(Object.keys(THEMES).map((scene) => [scene, share(scene)]));
  const used = new Map<SceneId, number>();
  const choices: { scene?: SceneId; why: string }[] = [];
  for (const at of chapters.keys()) {
    if (at === 0 || at === last) {
      choices.push({ why: '' });
      continue;
    }
    const before = choices[at - 1]?.scene;
    const ranked = Object.keys(THEMES)
      .filter((scene) => scene !== before)
      .map((scene) => {
        const hits = counts[at]!.get(scene)!;
        const score = (total(hits) / (shares.get(scene)! + 1)) * Math.min(1, hits.size / 2 + 0.25);
        return { scene, hits, score: score / (1 + 1.5 * (used.get(scene) ?? 0)) };
      })
      .sort((a, b) => b.score - a.score);
    const best = ranked[0]!;
    if (best.score < 0.8) {
      choices.push({ why: '' });
      continue;
    }
    used.set(best.scene, (used.get(best.scene) ?? 0) + 1);
    const named = [...best.hits]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, NAMED);
    choices.push({
      scene: best.scene,
      why: `the words speak of ${named.map(([word]) => `“${word}”`).join(' and ')}`,
    });
  }
  const cast = castStory(
    chapters.map(({ slug }, at) => ({
      slug,
      ...(choices[at]!.scene !== undefined && { scene: choices[at]!.scene }),
    })),
    REPERTOIRE,
  );
  const reasons = new Map(cast.chosen.map((line) => line.split(/: (.*)/s) as [string, string]));
  return cast.chapters.map(({ slug, scene, dance, cue, transition }, at) => {
    const why = choices[at]!.why;
    const others = reasons.get(slug) ?? '';
    return {
      scene,
      dance,
      cue,
      transition,
      alt: alternativeOf(scene, dance, language),
      reason: [why === '' ? '' : `scene ${scene} (${why})`, others]
        .filter((part) => part !== '')
        .join(', '),
    };
  });
}

const total = (hits: ReadonlyMap<string, number>): number =>
  [...hits.values()].reduce((sum, count) => sum + count, 0);
