import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeClip } from '../../core/clip/decodeClip.ts';
import type { Clip } from '../../schemas/clip.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The committed clip of a chapter, by its place in the story; undefined while there is none. */
export const chapterClip = async (chapter: number): Promise<Clip | undefined> => {
  const files = (await readdir(join(ROOT, 'src/content/stories/ballerina/chapters'))).sort();
  const slug = files[chapter]?.replace(/^\d+-|\.md$/g, '');
  const file = join(ROOT, `public/clips/${slug}.json`);
  return existsSync(file) ? readClip(file) : undefined;
};

/**
 * A clip as `npm run art` writes it.
 * @throws Error where the file cannot be read or holds no clip
 */
export const readClip = async (file: string): Promise<Clip> =>
  decodeClip(await readFile(file, 'utf8'));
