/** Reads committed clips at build time. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeClip } from '../core/clip/decodeClip.ts';
import { landings } from '../core/clip/landings.ts';
import { FRAMES_OF_REST, NOBODY } from '../core/clip/nobody.ts';
import type { EffectMark } from '../schemas/audioManifest.ts';
import type { Clip } from '../schemas/clip.ts';
import { type DanceId, NO_DANCE } from '../schemas/repertoire.ts';

async function readClip(dance: DanceId): Promise<Clip> {
  if (dance === NO_DANCE) return NOBODY;
  const file = path.join(process.cwd(), 'public/clips', `${dance}.json`);
  return decodeClip(await readFile(file, 'utf8'));
}

/** For how many frames a chapter plays. */
export async function countFrames(dance: DanceId): Promise<number> {
  return dance === NO_DANCE ? FRAMES_OF_REST : (await readClip(dance)).frames.length;
}

/** The sound of each landing of a dance. */
export async function soundsOfLandings(dance: DanceId): Promise<readonly EffectMark[]> {
  const marks = landings(await readClip(dance));
  return marks.map((at) => ({ effect: 'pointeShoe', at, only: 'forwards' }));
}
