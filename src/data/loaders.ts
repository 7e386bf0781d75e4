/** Content layer loaders: files in, checked entries out. The checks themselves are in `core/content/`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { imageMetadata } from 'astro/assets/utils';
import type { Loader, LoaderContext } from 'astro/loaders';
import { printBody, type Surroundings } from '../core/content/body/printBody.ts';
import { readBody } from '../core/content/body/readBody.ts';
import { sortFolder } from '../core/content/chapterFolder.ts';
import { ContentError } from '../core/content/contentError.ts';
import { missingPlaces, orderChapters, readChapter } from '../core/content/readContent.ts';
import { readCues } from '../core/content/readCues.ts';
import { readStory } from '../core/content/readStory.ts';
import { withBase } from '../core/site/address.ts';
import { directionOf } from '../core/site/metadata/locale.ts';
import { castStory } from '../core/story/casting.ts';
import { numberOf, sideOf } from '../core/story/layout.ts';
import { CHAPTERS_FOLDER, STORY_FILE, type StoryPlace } from '../core/story/storyPlaces.ts';
import { listFiles, readText } from './files.ts';
import { checkLetters } from './typefaces.ts';

/** What marks a string of an entry as a picture's path: Astro puts the picture's facts in its place. */
const PICTURE_MARK = '__ASTRO_IMAGE_';

/** Begins the ids of the editor's note; no chapter's ids begin so. */
const NOTE_PREFIX = 'note_';

/** Loads all chapters of the stories, each read once and cut into steps; its id is `<story>/<slug>`. */
export function chaptersLoader(stories: readonly StoryPlace[]): Loader {
  return {
    name: 'chapters',
    async load(context) {
      const { root } = project(context);
      const fill = async () => {
        const all = await Promise.all(stories.map((story) => chapterEntries(context, story)));
        context.store.clear();
        for (const entry of all.flat()) context.store.set(entry);
      };
      await fill();
      for (const { folder } of stories)
        watch(context, path.join(root, folder, CHAPTERS_FOLDER), fill);
    },
  };
}

async function chapterEntries(context: LoaderContext, place: StoryPlace) {
  const { root, around } = project(context, place);
  const { chapters, chosen, doubts, pictures } = await readChapters(root, place);
  const logger = context.logger.fork(place.name);
  for (const line of chosen) logger.info(line);
  for (const line of doubts) logger.warn(line);
  for (const missing of missingPlaces(chapters)) {
    const number = String(missing).padStart(2, '0');
    logger.warn(`no chapter has the number ${number}, the numbers jump`);
  }
  // Where lines begin.
  const begin = directionOf(place.story.language) === 'rtl' ? 'right' : 'left';
  const entries = [];
  for (const [index, { file, text, body, ...chapter }] of chapters.entries()) {
    const printed = printBody(body, { ...around, file, chapters, pictures });
    if (printed.faults.length > 0) throw new ContentError(file, printed.faults);
    for (const picture of printed.pictures) await checkPicture(root, file, picture);
    const number = numberOf(chapter.order);
    entries.push({
      id: `${place.name}/${chapter.slug}`,
      data: {
        ...chapter,
        story: place.name,
        side: sideOf(index, place.story.words ?? begin),
        ...(number !== undefined && { number }),
        steps: [...printed.steps],
        pictures: printed.pictures.map((picture) => `${PICTURE_MARK}${picture}`),
      },
      filePath: file,
      digest: context.generateDigest(`${text}${JSON.stringify(printed.steps)}`),
    });
  }
  return entries;
}

/** Loads the stories' files, each under its name; their notes are HTML. */
export function storiesLoader(stories: readonly StoryPlace[]): Loader {
  return {
    name: 'stories',
    async load(context) {
      const { root } = project(context);
      const fill = async (place: StoryPlace) => {
        const file = `${place.folder}/${STORY_FILE}`;
        const { around } = project(context, place);
        const story = readStory(file, readText(root, file, 'the story’s title, author and dates'));
        for (const field of ['title', 'subtitle'] as const)
          checkLetters(root, file, field, story[field]);
        const body = readBody(story.note, NOTE_PREFIX);
        const { chapters } = await readChapters(root, place);
        const { steps, faults } = printBody(body, {
          ...around,
          file,
          chapters,
          pictures: new Set(),
        });
        const all = [...body.faults, ...faults];
        if (all.length > 0) throw new ContentError(file, all);
        const { name, path } = place;
        context.store.set({
          id: name,
          data: { ...story, name, path, note: steps.join('<hr>\n') },
          filePath: file,
        });
      };
      context.store.clear();
      for (const place of stories) {
        await fill(place);
        watch(context, path.join(root, place.folder, STORY_FILE), () => fill(place));
      }
    },
  };
}

/** All chapters of a story in order, their addresses still as written, and the pictures beside them. */
async function readChapters(root: string, { folder }: StoryPlace) {
  const inside = `${folder}/${CHAPTERS_FOLDER}`;
  const files = sortFolder(inside, await listFiles(root, inside));
  const chapters = files.chapters.map((file) => {
    const text = readText(root, file, 'a chapter');
    const chapter = readChapter(file, text);
    checkLetters(root, file, 'title', chapter.title);
    return { file, text, ...chapter };
  });
  return { ...castStory(orderChapters(chapters)), pictures: new Set(files.pictures) };
}

/** Checks the file of cues, which `music.ts` imports: a fault in it stops the build in words. */
export function cuesLoader(file: string): Loader {
  return {
    name: 'cues',
    async load(context) {
      const { root } = project(context);
      const fill = async () => {
        const { cues } = readCues(file, readText(root, file, 'what is known of the music'));
        context.store.clear();
        for (const { id, title } of cues) {
          context.store.set({ id, data: { title } });
        }
      };
      await fill();
      watch(context, path.join(root, file), fill);
    },
  };
}

function project({ config }: LoaderContext, story?: StoryPlace) {
  const around = {
    base: withBase(config.base, story?.path ?? ''),
    site: config.site,
    story: `${story?.folder}/${STORY_FILE}`,
  } satisfies Partial<Surroundings>;
  return { root: fileURLToPath(config.root), around };
}

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

/** In development, reads again what changes; a fault is logged and the last good state kept. */
function watch(context: LoaderContext, place: string, fill: () => Promise<void>): void {
  const again = (changed: string) => {
    if (!changed.startsWith(place)) return;
    fill().catch((error: Error) => context.logger.error(error.message));
  };
  for (const event of ['add', 'change', 'unlink'] as const) context.watcher?.on(event, again);
}
