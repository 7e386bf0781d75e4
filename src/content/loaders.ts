/** Content layer loaders: files in, checked entries out. The checks themselves are in `core/content/`. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { orderChapters, readChapter, readStory } from '../core/content/readContent.ts';

/** Loads every Markdown file of a folder as a chapter, its steps rendered one by one. */
export function chaptersLoader(folder: string): Loader {
  return {
    name: 'chapters',
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const fill = async () => {
        const names = (await readdir(path.join(root, folder))).filter((name) =>
          name.endsWith('.md'),
        );
        const read = await Promise.all(
          names.map(async (name) => {
            const file = `${folder}/${name}`;
            const text = await readFile(path.join(root, file), 'utf8');
            return { file, text, ...readChapter(file, text) };
          }),
        );
        const ordered = orderChapters(read);
        context.store.clear();
        for (const { file, text, ...chapter } of ordered) {
          const steps = await Promise.all(
            chapter.sources.map(async (source) => (await context.renderMarkdown(source)).html),
          );
          context.store.set({
            id: chapter.slug,
            data: { ...chapter, steps },
            filePath: file,
            digest: context.generateDigest(text),
          });
        }
      };
      await fill();
      watch(context, path.join(root, folder), fill);
    },
  };
}

/** Loads the story file as the one entry `story`; its note is HTML. */
export function storyLoader(file: string): Loader {
  return {
    name: 'story',
    async load(context) {
      const full = path.join(fileURLToPath(context.config.root), file);
      const fill = async () => {
        const story = readStory(file, await readFile(full, 'utf8'));
        const note = (await context.renderMarkdown(story.note)).html;
        context.store.set({ id: 'story', data: { ...story, note }, filePath: file });
      };
      await fill();
      watch(context, full, fill);
    },
  };
}

/** In development, reads again what changes; a fault is logged and the last good state kept. */
function watch(context: LoaderContext, place: string, fill: () => Promise<void>): void {
  const again = (changed: string) => {
    if (!changed.startsWith(place)) return;
    fill().catch((error: Error) => context.logger.error(error.message));
  };
  for (const event of ['add', 'change', 'unlink'] as const) context.watcher?.on(event, again);
}
