import { brotliCompressSync, constants } from 'node:zlib';
import type { Clip } from '../../schemas/clip.ts';
import { assembleClip, keepDrawn } from './assemble.ts';
import { chooseDrawings, errorsOf } from './chooseDrawings.ts';
import { encodeClip } from './encode.ts';
import type { TracedFrame } from './traceFigure.ts';

/** Bytes all clips may have together as a server sends them, brotli at its best; and a single one. */
export const CLIPS_BUDGET = 590_000;
export const CLIP_BUDGET = 75_000;
/**
 * What a drawing costs, in the unit of the errors that it takes away. It is the same for all dances, so that drawings
 * go where they are needed most: found so that all clips together keep within their budget.
 */
const PRICE = 0.031;
/** By how much it rises for a dance that would not fit. */
const RISE = 1.04;
const MOST = 300;

export interface Written {
  readonly clip: Clip;
  readonly text: string;
  /** Compressed. */
  readonly bytes: number;
  /** Moments that are drawn. */
  readonly drawn: readonly number[];
}

/**
 * Writes a dance with the drawings that are worth their price.
 * @param must moments that are drawn in any case
 * @param budget bytes that it may have
 * @throws Error where its fewest drawings do not fit
 */
export function writeClip(
  frames: readonly TracedFrame[],
  must: ReadonlySet<number>,
  budget = CLIP_BUDGET,
  price = PRICE,
): Written {
  const whole = assembleClip(frames);
  const errors = errorsOf(whole);
  for (let rise = 0; rise < MOST; rise++) {
    const drawn = chooseDrawings(errors, price * RISE ** rise, must);
    const clip = keepDrawn(whole, drawn);
    const text = encodeClip(clip);
    const bytes = brotliBytes(text);
    if (bytes <= budget) return { clip, text, bytes, drawn };
  }
  throw new Error(`No choice of its drawings has ${budget} bytes or less`);
}

/** Size with brotli at quality 11. */
export function brotliBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
