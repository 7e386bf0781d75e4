/** A story's folder, as the import writes it: it stays as it is. */
import { decodeText } from '../../../core/content/decodeText.ts';
import { readStory } from '../../../core/content/readStory.ts';
import { CHAPTERS_FOLDER, STORY_FILE } from '../../../core/story/storyPlaces.ts';
import type { Reader, Source, SourceFile } from '../article.ts';

const INSIDE = new RegExp(`^(?:${STORY_FILE.replace('.', '\\.')}|${CHAPTERS_FOLDER}/.+)$`);
const chapters = ({ files }: Source): SourceFile[] =>
  files.filter(({ path }) => new RegExp(`^${CHAPTERS_FOLDER}/[^/]+\\.md$`).test(path));

export const story: Reader = {
  name: 'story',
  recognises: (source) =>
    source.files.some(({ path }) => path === STORY_FILE) && chapters(source).length > 0,
  async read({ files }) {
    const made = new Map<string, string | Uint8Array>();
    const dropped = [];
    let title = '';
    for (const { path, bytes } of files) {
      if (!INSIDE.test(path)) {
        dropped.push({ words: path, reason: 'a file beside the story, which it does not need' });
        continue;
      }
      const content = await bytes();
      made.set(path, path.endsWith('.md') ? decodeText(path, content) : content);
      if (path === STORY_FILE) title = readStory(path, decodeText(path, content)).title;
    }
    return {
      facts: { title },
      body: { type: 'root', children: [] },
      notes: new Map(),
      images: new Map(),
      dropped,
      warnings: [],
      made,
    };
  },
};
