import { readdirSync, readFileSync } from 'node:fs';
import type { CueId } from '../../../schemas/repertoire.ts';
import type { Piece } from '../notes/piece.ts';
import { readPiece } from '../notes/read.ts';
import type { CuePlan, NamedCue } from './cue.ts';

/** All pieces: one for each file of notes in this folder, by its name. */
export const CUE_IDS: readonly CueId[] = readdirSync(import.meta.dirname)
  .flatMap((file) => /^([\w-]+)\.abc$/.exec(file)?.[1] ?? [])
  .sort();

/** How one of them is played. @throws Error where there is no such file */
export async function readCue(id: CueId): Promise<NamedCue> {
  const { href } = new URL(`${id}.ts`, import.meta.url);
  const { default: plan } = (await import(/* @vite-ignore */ href)) as { default: CuePlan };
  return { id, ...plan };
}

/** The notes of a cue. Throws, naming the file, when they cannot be read. */
export function notesOf(id: CueId): Piece {
  try {
    return readPiece(readFileSync(new URL(`${id}.abc`, import.meta.url), 'utf8'));
  } catch (error) {
    throw new Error(`${id}.abc: ${(error as Error).message}`);
  }
}
