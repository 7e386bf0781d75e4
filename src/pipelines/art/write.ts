import { brotliCompressSync, constants } from 'node:zlib';
import type { Clip } from '../../schemas/clip.ts';
import { assembleClip } from './assemble.ts';
import { encodeClip } from './encode.ts';
import { LEVELS, type TracedFrame } from './traceFigure.ts';

/** Bytes a clip may have as a server sends it, brotli at its best: 110 kB, less a little. */
export const CLIP_BUDGET = 109_000;

export interface Written {
  readonly clip: Clip;
  readonly text: string;
  /** Compressed. */
  readonly bytes: number;
  /** Factor on the tolerances. */
  readonly level: number;
}

/** Writes a dance as finely as the budget allows. */
export function writeClip(frames: readonly TracedFrame[], budget = CLIP_BUDGET): Written {
  for (const [index, level] of LEVELS.entries()) {
    const clip = assembleClip(frames, index);
    const text = encodeClip(clip);
    const bytes = brotliBytes(text);
    if (bytes <= budget || index === LEVELS.length - 1) return { clip, text, bytes, level };
  }
  throw new Error('No level of detail to write a clip at');
}

/** Size with brotli at quality 11. */
export function brotliBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
