/** The cards of the authors' guide: scenes, transitions and music, each with its picture and what is known of it. */
import { CHOICE, STRIP } from '../config/guide.ts';
import { DISPLAY_FACES, TEXT_FACES } from '../config/typefaces.ts';
import { withBase } from '../core/site/address.ts';
import type { SiteFacts } from '../core/site/metadata/site.ts';
import { openingSize } from '../core/staff/openingBars.ts';
import { say, type Values } from '../core/wording/say.ts';
import type { Chapter } from '../schemas/chapter.ts';
import type { Word } from '../schemas/wording.ts';
import {
  readStaff,
  shownCues,
  shownScenes,
  shownThemes,
  shownTransitions,
} from './authorsGuide.ts';
import { getChapters, getStory } from './story.ts';
import { wordingOf } from './wording.ts';

export interface Choices {
  /** The field that takes one. */
  readonly field: string;
  readonly choices: readonly Choice[];
  /** Their pictures are strips. */
  readonly wide?: boolean;
}

interface Choice {
  /** The name by which files call it. */
  readonly id: string;
  /** What it is, in English. */
  readonly sentence: string;
  /** Of the picture. */
  readonly alt: string;
  /** Its address. */
  readonly picture: string;
  readonly width: number;
  readonly height: number;
  readonly facts: readonly Fact[];
}

interface Fact {
  readonly term: Word;
  /** Plain text is English, or code. */
  readonly value: string | { readonly word: Word; readonly values?: Values };
  readonly code?: boolean;
}

/** By what `docs/authors.md` calls them. */
export async function shownChoices(site: SiteFacts): Promise<Readonly<Record<string, Choices>>> {
  const scenes = await shownScenes();
  const chapters = await getChapters((await getStory()).name);
  return {
    themes: { field: 'theme', choices: shownThemes().map((theme) => themeChoice(site, theme)) },
    scenes: { field: 'scene', choices: scenes.map((scene) => sceneChoice(site, chapters, scene)) },
    transitions: {
      field: 'transition',
      wide: true,
      choices: (await shownTransitions(scenes)).map((one) => transitionChoice(site, one)),
    },
    cues: {
      field: 'cue',
      choices: await Promise.all(shownCues(scenes).map((cue) => cueChoice(site, cue))),
    },
  };
}

const fileOf = ({ base }: SiteFacts, name: string): string =>
  withBase(base, `guide/authors/${name}`);

const coded = (term: Word, ...values: readonly string[]): Fact[] =>
  values.length === 0 ? [] : [{ term, value: values.join(', '), code: true }];

function themeChoice(
  site: SiteFacts,
  { id, sentence, light, display, text }: ReturnType<typeof shownThemes>[number],
): Choice {
  const { authors, guide } = wordingOf(site.story.language);
  return {
    id,
    sentence,
    alt: say(authors.themeAlt, { theme: id }),
    picture: fileOf(site, `theme-${id}.webp`),
    ...CHOICE,
    facts: [
      { term: guide.theme, value: { word: light ? guide.light : guide.dark } },
      { term: authors.faces, value: `${DISPLAY_FACES[display].name}, ${TEXT_FACES[text].name}` },
    ],
  };
}

function sceneChoice(
  site: SiteFacts,
  chapters: readonly Chapter[],
  { id, sentence, suits, part }: Awaited<ReturnType<typeof shownScenes>>[number],
): Choice {
  const { authors } = wordingOf(site.story.language);
  // Chapters tell what their stills show.
  const told = chapters.find(({ scene, dance }) => scene === id && dance === suits?.dance);
  return {
    id,
    sentence,
    alt: told?.still ?? say(authors.sceneAlt, { scene: id }),
    picture: fileOf(site, `${id}.webp`),
    ...CHOICE,
    facts: [
      ...(part ? [{ term: authors.place, value: { word: authors[part] } }] : []),
      ...(suits
        ? [
            ...coded(authors.dance, suits.dance),
            ...coded(authors.music, suits.cue),
            ...coded(authors.wayOut, suits.transition),
          ]
        : []),
    ],
  };
}

function transitionChoice(
  site: SiteFacts,
  { id, sentence, hides, from }: Awaited<ReturnType<typeof shownTransitions>>[number],
): Choice {
  const { authors } = wordingOf(site.story.language);
  return {
    id,
    sentence,
    alt: say(authors.transitionAlt, { transition: id }),
    picture: fileOf(site, `${id}.webp`),
    ...STRIP,
    facts: [
      ...(from ? coded(authors.leaves, from.id) : []),
      { term: authors.seen, value: { word: hides ? authors.hides : authors.shows } },
    ],
  };
}

async function cueChoice(
  site: SiteFacts,
  cue: ReturnType<typeof shownCues>[number],
): Promise<Choice> {
  const { authors } = wordingOf(site.story.language);
  const { id, title, composer, key, scoring, duration, loop, bars, captions, scenes } = cue;
  const length = `${Math.floor(duration / 60)}:${String(Math.round(duration % 60)).padStart(2, '0')}`;
  return {
    id,
    sentence: `${composer}: ${title}`,
    alt: say(authors.cueAlt, { heard: captions[0]![1] }),
    picture: fileOf(site, `${id}.svg`),
    ...openingSize(await readStaff(id)),
    facts: [
      { term: authors.heard, value: `${scoring}; ${key}, ${bars}` },
      {
        term: authors.length,
        value: loop ? { word: authors.again, values: { length } } : length,
      },
      ...coded(authors.suits, ...scenes),
    ],
  };
}
