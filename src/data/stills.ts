/** Reads committed stills at build time. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeClip } from '../core/clip/decodeClip.ts';
import { NOBODY } from '../core/clip/nobody.ts';
import type { Clip } from '../schemas/clip.ts';
import { type DanceId, NO_DANCE } from '../schemas/repertoire.ts';

/** The still of a dance: a clip of its best frame alone. */
export async function readStill(dance: DanceId): Promise<Clip> {
  if (dance === NO_DANCE) return NOBODY;
  const file = path.join(process.cwd(), 'public/stills', `${dance}.json`);
  return decodeClip(await readFile(file, 'utf8'));
}
