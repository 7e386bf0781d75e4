/** A whole story from its files, checked in all its parts: what pages are made of, and what the studio tries before it saves. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import { type Printed, printBody, type Surroundings } from '../core/content/body/printBody.ts';
import { type NoteWords, readBody } from '../core/content/body/readBody.ts';
import { sortFolder } from '../core/content/chapterFolder.ts';
import { ContentError } from '../core/content/contentError.ts';
import {
  type ChapterSource,
  missingPlaces,
  orderChapters,
  readChapter,
} from '../core/content/readContent.ts';
import { readStory as readStoryFile } from '../core/content/readStory.ts';
import { withBase } from '../core/site/address.ts';
import { directionOf } from '../core/site/metadata/locale.ts';
import { type Casting, castStory } from '../core/story/casting.ts';
import { numberOf, sideOf } from '../core/story/layout.ts';
import { CHAPTERS_FOLDER, STORY_FILE, type StoryPlace } from '../core/story/storyPlaces.ts';
import { themeFaults, themeOf } from '../core/theme/readTheme.ts';
import type { Side } from '../schemas/picture.ts';
import type { Story } from '../schemas/story.ts';
import { listFiles, readText } from './files.ts';
import { readCatalogue, readRepertoire } from './repertoire.ts';
import { checkLetters } from './typefaces.ts';

/** Begins the ids of the editor's note; no chapter's ids begin so. */
const NOTE_PREFIX = 'note_';

/** Where the stories are read, and where they will be served. */
export interface Project {
  /** The project's folder. */
  readonly root: string;
  readonly base: string;
  readonly site?: string | undefined;
  /** What is said about notes in a language; English when absent. */
  readonly notes?: (language: string) => NoteWords;
}

type Sourced = ChapterSource & { readonly file: string; readonly text: string };
type CastChapter = Casting<Sourced>['chapters'][number];

/** One chapter, nothing of the stage left open, its body printed. */
type ReadChapter = Omit<CastChapter, 'body'> & {
  readonly story: string;
  readonly side: Side;
  readonly number?: number;
  readonly steps: string[];
  /** Paths of its pictures, relative to its file. */
  readonly pictures: readonly string[];
};

/** A file by its path below the root. @throws ContentError where it cannot be read */
export type ReadFile = (file: string, what: string) => string;

/**
 * @param read how a file is read; from the disk when absent
 * @throws ContentError for the first file with anything wrong in it
 */
export async function readStory(
  { root, base, site, notes }: Project,
  { folder, name, path: place }: StoryPlace,
  read: ReadFile = (file, what) => readText(root, file, what),
) {
  const storyFile = `${folder}/${STORY_FILE}`;
  const story = readStoryFile(storyFile, read(storyFile, 'the story’s title, author and dates'));
  const wrongTheme = themeFaults(story.theme);
  if (wrongTheme.length > 0) throw new ContentError(storyFile, wrongTheme);
  const pair = themeOf(story.theme);
  for (const field of ['title', 'subtitle'] as const)
    checkLetters(root, storyFile, field, story[field], pair);
  const noteWords = notes?.(story.language);
  const inside = `${folder}/${CHAPTERS_FOLDER}`;
  const files = sortFolder(inside, await listFiles(root, inside));
  const catalogue = readCatalogue(root);
  const sources = files.chapters.map((file): Sourced => {
    const text = read(file, 'a chapter');
    const chapter = readChapter(file, text, catalogue, noteWords);
    checkLetters(root, file, 'title', chapter.title, pair);
    return { file, text, ...chapter };
  });
  const { chapters, chosen, doubts } = castStory(orderChapters(sources), await readRepertoire());
  const around = { base: withBase(base, place), site, story: storyFile, chapters };
  const print = (file: string, ...[body, more]: Printing): Printed => {
    const printed = printBody(body, { ...around, file, ...more });
    const faults = [...body.faults, ...printed.faults];
    if (faults.length > 0) throw new ContentError(file, faults);
    return printed;
  };
  const note = print(storyFile, readBody(story.note, NOTE_PREFIX, noteWords), {
    pictures: new Set(),
  });
  // Where lines begin.
  const begin = directionOf(story.language) === 'rtl' ? 'right' : 'left';
  const entries: ReadChapter[] = [];
  for (const [index, { body, ...chapter }] of chapters.entries()) {
    const printed = print(chapter.file, body, { pictures: new Set(files.pictures) });
    for (const picture of printed.pictures) await checkPicture(root, chapter.file, picture);
    const number = numberOf(chapter.order);
    entries.push({
      ...chapter,
      story: name,
      side: chapter.words ?? sideOf(index, story.words ?? begin),
      ...(number !== undefined && { number }),
      steps: [...printed.steps],
      pictures: printed.pictures,
    });
  }
  return {
    story: {
      ...story,
      file: storyFile,
      name,
      path: place,
      note: note.steps.join('<hr>\n'),
    } satisfies Story & { file: string },
    chapters: entries,
    /** Of each chapter in the same order: its body before its addresses were looked up. */
    bodies: chapters.map(({ body }) => body),
    chosen,
    doubts,
    gaps: missingPlaces(chapters).map(
      (missing) =>
        `no chapter has the number ${String(missing).padStart(2, '0')}, the numbers jump`,
    ),
  };
}

type Printing = [body: ChapterSource['body'], more: Pick<Surroundings, 'pictures'>];

/** A file that is called a picture is one. */
async function checkPicture(root: string, file: string, picture: string): Promise<void> {
  const name = path.posix.join(path.posix.dirname(file), picture);
  try {
    await imageMetadata(await readFile(path.join(root, name)), name);
  } catch {
    throw new ContentError(file, [
      {
        field: 'picture',
        found: picture,
        expected: `${name} is empty, cut or no picture of the type that it is named by`,
        example: `![What it shows](${picture})`,
      },
    ]);
  }
}
