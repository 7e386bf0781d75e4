import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeClip } from '../../core/clip/decodeClip.ts';
import type { Clip } from '../../schemas/clip.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The committed clip of a chapter, by its place in the story; undefined while there is none. */
export const chapterClip = async (chapter: number): Promise<Clip | undefined> => {
  const files = (await readdir(join(ROOT, 'src/content/chapters'))).sort();
  const slug = files[chapter]?.replace(/^\d+-|\.md$/g, '');
  const text = await readFile(join(ROOT, `public/clips/${slug}.json`), 'utf8').catch(() => null);
  return text === null ? undefined : decodeClip(text);
};
