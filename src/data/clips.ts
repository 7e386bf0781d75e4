/** Reads committed clips at build time. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeClip } from '../core/clip/decodeClip.ts';
import { landings } from '../core/clip/landings.ts';
import type { EffectMark } from '../schemas/audioManifest.ts';
import type { Clip } from '../schemas/clip.ts';

/** Frames assumed of a chapter that has no clip yet. */
const USUAL = 72;

/** A chapter's clip; null, while it has none. */
async function readClip(slug: string): Promise<Clip | null> {
  const file = path.join(process.cwd(), 'public/clips', `${slug}.json`);
  try {
    return decodeClip(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}

/** How many frames a chapter's clip has. */
export async function countFrames(slug: string): Promise<number> {
  return (await readClip(slug))?.frames.length ?? USUAL;
}

/** The sound of each landing of a chapter's dance. */
export async function soundsOfLandings(slug: string): Promise<readonly EffectMark[]> {
  const clip = await readClip(slug);
  return (clip ? landings(clip) : []).map((at) => ({ effect: 'pointeShoe', at, only: 'forwards' }));
}
