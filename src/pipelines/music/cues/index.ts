import { readFileSync } from 'node:fs';
import type { CueId } from '../../../config/catalogue.ts';
import type { Piece } from '../notes/piece.ts';
import { readPiece } from '../notes/read.ts';
import { aasesDeath } from './aases-death.ts';
import { baldMountain } from './bald-mountain.ts';
import type { CuePlan } from './cue.ts';
import { gymnopedie1 } from './gymnopedie-1.ts';
import { littleSwans } from './little-swans.ts';
import { mountainKing } from './mountain-king.ts';
import { preludes } from './preludes.ts';
import { sugarPlum } from './sugar-plum.ts';
import { swanLakeFinale } from './swan-lake-finale.ts';
import { swanLakeScene } from './swan-lake-scene.ts';
import { theSwan } from './the-swan.ts';
import { waltzCSharpMinor } from './waltz-c-sharp-minor.ts';

/** Every cue of the programme. */
export const CUE_PLANS: Readonly<Record<CueId, CuePlan>> = {
  'swan-lake-scene': swanLakeScene,
  'sugar-plum': sugarPlum,
  'waltz-c-sharp-minor': waltzCSharpMinor,
  'mountain-king': mountainKing,
  'aases-death': aasesDeath,
  'bald-mountain': baldMountain,
  'the-swan': theSwan,
  preludes,
  'gymnopedie-1': gymnopedie1,
  'little-swans': littleSwans,
  'swan-lake-finale': swanLakeFinale,
};

/** The notes of a cue. Throws, naming the file, when they cannot be read. */
export function notesOf(id: CueId): Piece {
  try {
    return readPiece(readFileSync(new URL(`${id}.abc`, import.meta.url), 'utf8'));
  } catch (error) {
    throw new Error(`${id}.abc: ${(error as Error).message}`);
  }
}
