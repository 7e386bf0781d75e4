/** What imported stories are cast from, the names that their chapters may use, and what each says of itself. */
import { join } from 'node:path';
import { readCatalogue, readRepertoire } from '../../data/repertoire.ts';
import { loadScene, SCENE_IDS } from '../../scenes/index.ts';
import { loadTransition, TRANSITION_IDS } from '../../transitions/index.ts';
import { CUE_IDS, readCue } from '../music/cues/index.ts';

export const CATALOGUE = readCatalogue(join(import.meta.dirname, '../../..'));
export const REPERTOIRE = await readRepertoire();

const scenes = new Map(
  await Promise.all(SCENE_IDS.map(async (id) => [id, await loadScene(id)] as const)),
);
const transitions = await Promise.all(
  TRANSITION_IDS.map(async (id) => [id, await loadTransition(id)] as const),
);
const cues = await Promise.all(CUE_IDS.map(async (id) => [id, await readCue(id)] as const));

/** What is seen of each scene with its own dance, by language. */
export const TOLD = new Map([...scenes].map(([id, { told }]) => [id, told ?? {}] as const));

type Themes = ReadonlyMap<string, readonly string[]>;

const themesOf = (
  things: Iterable<readonly [id: string, thing: { readonly themes?: string }]>,
): Themes =>
  new Map(
    [...things].flatMap(([id, { themes }]) =>
      themes ? [[id, themes.trim().split(/\s+/)] as const] : [],
    ),
  );

/** Of each thing that says it, beginnings of words that speak for it. Scenes in the order in which stories are cast. */
export const THEMES: Readonly<Record<'scene' | 'cue' | 'transition', Themes>> = {
  scene: themesOf(
    [...new Set([...REPERTOIRE.entries.map(({ scene }) => scene), ...SCENE_IDS])].map(
      (id) => [id, scenes.get(id)!] as const,
    ),
  ),
  cue: themesOf(cues),
  // Words do not know what is danced: only one behind which any dance may begin.
  transition: themesOf(transitions.filter(([, { hides }]) => hides !== undefined)),
};
