/** What the guides show: their words, and all that authors have to choose from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { THEMES } from '../config/themes/index.ts';
import type { Theme } from '../config/themes/theme.ts';
import { type FieldFact, fieldFacts } from '../core/guide/fieldFacts.ts';
import { type Guide, readGuide } from '../core/guide/readGuide.ts';
import { sentenceAbove } from '../core/guide/sentenceAbove.ts';
import { loadScene, SCENE_IDS } from '../scenes/index.ts';
import { CHAPTER_EXAMPLES, chapterSchema } from '../schemas/chapter.ts';
import type { Cue, StaffFile } from '../schemas/cue.ts';
import type { CueId, SceneId, Suits, TransitionId } from '../schemas/repertoire.ts';
import { STORY_EXAMPLES, storySchema } from '../schemas/story.ts';
import { loadTransition, TRANSITION_IDS } from '../transitions/index.ts';
import { allCues, cueOf } from './music.ts';
import { readCatalogue, readRepertoire } from './repertoire.ts';

const SCENES = import.meta.glob<string>('../scenes/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const TRANSITIONS = import.meta.glob<string>('../transitions/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const THEME_FILES = import.meta.glob<string>('../config/themes/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const root = (): string => process.cwd();

/** A page's words, which are a document of the repository's, too. */
export const readDocument = async (name: 'accessibility' | 'authors' | 'events'): Promise<Guide> =>
  readGuide(await readFile(path.join(root(), `docs/${name}.md`), 'utf8'));

export const storyFields = (): FieldFact[] => fieldFacts(storySchema, STORY_EXAMPLES);
export const chapterFields = (): FieldFact[] =>
  fieldFacts(chapterSchema(readCatalogue(root())), CHAPTER_EXAMPLES);

export interface ShownScene {
  readonly id: SceneId;
  /** What is seen of it, in a sentence. */
  readonly sentence: string;
  readonly suits: Suits | undefined;
  readonly part: 'opening' | 'closing' | undefined;
}

/** In the order in which the build casts a story, then those that it leaves to authors. */
export async function shownScenes(): Promise<ShownScene[]> {
  const cast = (await readRepertoire()).entries.map(({ scene }) => scene);
  return Promise.all(
    [...new Set([...cast, ...SCENE_IDS])].map(async (id) => {
      const { suits, part } = await loadScene(id);
      return { id, sentence: sentenceAbove(SCENES[`../scenes/${id}.ts`]!), suits, part };
    }),
  );
}

export interface ShownTransition {
  readonly id: TransitionId;
  readonly sentence: string;
  /** The next dance may begin in another pose behind it. */
  readonly hides: boolean;
  /** The scene that it was made for, and the one that follows there. */
  readonly from: ShownScene | undefined;
  readonly to: ShownScene | undefined;
}

/** @param scenes as `shownScenes` has them */
export const shownTransitions = (scenes: readonly ShownScene[]): Promise<ShownTransition[]> =>
  Promise.all(
    TRANSITION_IDS.map(async (id) => {
      const { hides } = await loadTransition(id);
      const at = scenes.findIndex(({ suits }) => suits?.transition === id);
      return {
        id,
        sentence: sentenceAbove(TRANSITIONS[`../transitions/${id}.ts`]!),
        hides: hides !== undefined,
        from: scenes[at],
        to: scenes[at + 1],
      };
    }),
  );

export interface ShownCue extends Cue {
  /** Scenes that it was made for. */
  readonly scenes: readonly SceneId[];
}

export const shownCues = (scenes: readonly ShownScene[]): ShownCue[] =>
  allCues().map((cue) => ({
    ...cue,
    scenes: scenes.flatMap(({ id, suits }) => (suits?.cue === cue.id ? [id] : [])),
  }));

export interface ShownTheme extends Theme {
  readonly id: string;
  readonly sentence: string;
}

export const shownThemes = (): ShownTheme[] =>
  Object.entries(THEMES).map(([id, theme]) => ({
    ...theme,
    id,
    sentence: sentenceAbove(THEME_FILES[`../config/themes/${id}.ts`]!),
  }));

/** The engraving of a cue. */
export const readStaff = async (id: CueId): Promise<StaffFile> =>
  JSON.parse(await readFile(path.join(root(), 'public', cueOf(id).staff), 'utf8')) as StaffFile;
