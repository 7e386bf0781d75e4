/** Reads committed clips at build time. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeClip } from '../core/clip/decodeClip.ts';

/** Frames assumed of a chapter that has no clip yet. */
const USUAL = 72;

/** How many frames a chapter's clip has. */
export async function countFrames(slug: string): Promise<number> {
  const file = path.join(process.cwd(), 'public/clips', `${slug}.json`);
  try {
    return decodeClip(await readFile(file, 'utf8')).frames.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return USUAL;
  }
}
