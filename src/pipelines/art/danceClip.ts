import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeClip } from '../../core/clip/decodeClip.ts';
import type { Clip } from '../../schemas/clip.ts';
import type { DanceId } from '../../schemas/repertoire.ts';

/** The committed clip of a dance. */
export const danceClip = (id: DanceId): Promise<Clip> =>
  readClip(join(import.meta.dirname, `../../../public/clips/${id}.json`));

/**
 * A clip as `npm run art` writes it.
 * @throws Error where the file cannot be read or holds no clip
 */
export const readClip = async (file: string): Promise<Clip> =>
  decodeClip(await readFile(file, 'utf8'));
