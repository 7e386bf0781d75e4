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
import { castStory } from '../core/story/casting.ts';
import { listFiles, readText } from './files.ts';
import { checkLetters } from './typefaces.ts';

/** What marks a string of an entry as a picture's path: Astro puts the picture's facts in its place. */
const PICTURE_MARK = '__ASTRO_IMAGE_';

const STORY = 'src/content/stories/ballerina/story.md';
/** Begins the ids of the editor's note; no chapter's ids begin so. */
const NOTE_PREFIX = 'note_';

/** Loads every Markdown file of a folder as a chapter, read once and cut into steps. */
export function chaptersLoader(folder: string): Loader {
  return {
    name: 'chapters',
    async load(context) {
      const { root, around } = project(context);
      const fill = async () => {
        const { chapters, chosen, doubts, pictures } = await readChapters(root, folder);
        for (const line of chosen) context.logger.info(line);
        for (const line of doubts) context.logger.warn(line);
        for (const place of missingPlaces(chapters)) {
          const number = String(place).padStart(2, '0');
          context.logger.warn(`${folder}: no chapter has the number ${number}, the numbers jump`);
        }
        const entries = [];
        for (const { file, text, body, ...chapter } of chapters) {
          const printed = printBody(body, { ...around, file, chapters, pictures });
          if (printed.faults.length > 0) throw new ContentError(file, printed.faults);
          for (const picture of printed.pictures) await checkPicture(root, file, picture);
          entries.push({ file, text, chapter, ...printed });
        }
        context.store.clear();
        for (const { file, text, chapter, steps, pictures } of entries) {
          context.store.set({
            id: chapter.slug,
            data: {
              ...chapter,
              steps: [...steps],
              pictures: pictures.map((picture) => `${PICTURE_MARK}${picture}`),
            },
            filePath: file,
            digest: context.generateDigest(`${text}${JSON.stringify(steps)}`),
          });
        }
      };
      await fill();
      watch(context, path.join(root, folder), fill);
    },
  };
}

/** Loads the story file as the one entry `story`; its note is HTML. */
export function storyLoader(file: string, folder: string): Loader {
  return {
    name: 'story',
    async load(context) {
      const { root, around } = project(context);
      const fill = async () => {
        const story = readStory(file, readText(root, file, 'the story’s title, author and dates'));
        for (const field of ['title', 'subtitle'] as const)
          checkLetters(root, file, field, story[field]);
        const body = readBody(story.note, NOTE_PREFIX);
        const { chapters } = await readChapters(root, folder);
        const { steps, faults } = printBody(body, {
          ...around,
          file,
          chapters,
          pictures: new Set(),
        });
        const all = [...body.faults, ...faults];
        if (all.length > 0) throw new ContentError(file, all);
        context.store.set({
          id: 'story',
          data: { ...story, note: steps.join('<hr>\n') },
          filePath: file,
        });
      };
      await fill();
      watch(context, path.join(root, file), fill);
    },
  };
}

/** All chapters of a folder in order, their addresses still as written, and the pictures beside them. */
async function readChapters(root: string, folder: string) {
  const files = sortFolder(folder, await listFiles(root, folder));
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

function project({ config }: LoaderContext) {
  const around = {
    base: config.base,
    site: config.site,
    story: STORY,
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
