/** Content layer loaders: files in, checked entries out. The checks themselves are in `core/content/`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { NoteWords } from '../core/content/body/readBody.ts';
import { readCues } from '../core/content/readCues.ts';
import type { StoryPlace } from '../core/story/storyPlaces.ts';
import { readText } from './files.ts';
import { type Project, readStory } from './readStory.ts';
import { cueIds } from './repertoire.ts';
import { wordingOf } from './wording.ts';

/** What marks a string of an entry as a picture's path: Astro puts the picture's facts in its place. */
const PICTURE_MARK = '__ASTRO_IMAGE_';

/** Loads all chapters of the stories, each read once and cut into steps; its id is `<story>/<slug>`. */
export function chaptersLoader(stories: readonly StoryPlace[]): Loader {
  return {
    name: 'chapters',
    async load(context) {
      const { root } = projectOf(context);
      const fill = async () => {
        const all = await Promise.all(stories.map((story) => chapterEntries(context, story)));
        context.store.clear();
        for (const entry of all.flat()) context.store.set(entry);
      };
      await fill();
      for (const { folder } of stories) watch(context, path.join(root, folder), fill);
    },
  };
}

async function chapterEntries(context: LoaderContext, place: StoryPlace) {
  const read = await readStory(projectOf(context), place);
  const logger = context.logger.fork(place.name);
  for (const line of read.chosen) logger.info(line);
  for (const line of [...read.doubts, ...read.gaps]) logger.warn(line);
  return read.chapters.map(({ file, text, slug, pictures, ...data }) => ({
    id: `${place.name}/${slug}`,
    data: { ...data, slug, pictures: pictures.map((picture) => `${PICTURE_MARK}${picture}`) },
    filePath: file,
    digest: context.generateDigest(`${text}${JSON.stringify(data.steps)}`),
  }));
}

/** Loads the stories' files, each under its name; their notes are HTML. */
export function storiesLoader(stories: readonly StoryPlace[]): Loader {
  return {
    name: 'stories',
    async load(context) {
      const project = projectOf(context);
      const fill = async (place: StoryPlace) => {
        const { file, ...story } = (await readStory(project, place)).story;
        context.store.set({ id: place.name, data: story, filePath: file });
      };
      context.store.clear();
      for (const place of stories) {
        await fill(place);
        watch(context, path.join(project.root, place.folder), () => fill(place));
      }
    },
  };
}

/** Checks the file of cues, which `music.ts` imports: a fault in it stops the build in words. */
export function cuesLoader(file: string): Loader {
  return {
    name: 'cues',
    async load(context) {
      const { root } = projectOf(context);
      const fill = async () => {
        const { cues } = readCues(
          file,
          readText(root, file, 'what is known of the music'),
          cueIds(root),
        );
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

function projectOf({ config: { root, base, site } }: LoaderContext): Project {
  return { root: fileURLToPath(root), base, site, notes };
}

/** Where a language lacks them they are English, as its pages' other words are. */
function notes(language: string): NoteWords {
  const { footnotes, footnoteBack } = wordingOf(language).page;
  return { heading: footnotes, back: footnoteBack };
}

/** In development, reads again what changes; a fault is logged and the last good state kept. */
function watch(context: LoaderContext, place: string, fill: () => Promise<void>): void {
  const again = (changed: string) => {
    if (!changed.startsWith(place)) return;
    fill().catch((error: Error) => context.logger.error(error.message));
  };
  for (const event of ['add', 'change', 'unlink'] as const) context.watcher?.on(event, again);
}
