/** Reads committed stills at build time. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeClip } from '../core/clip/decodeClip.ts';
import type { Clip } from '../schemas/clip.ts';

/** A chapter's still; a chapter without one yet has an empty figure. */
export async function readStill(slug: string): Promise<Clip> {
  const file = path.join(process.cwd(), 'public/stills', `${slug}.json`);
  try {
    return decodeClip(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { layers: [], frames: [{ layers: [], anchors: [] }] };
  }
}
