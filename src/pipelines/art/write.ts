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

/** Shares of its frames that a dance keeps: below the first only when no level of detail fits otherwise. */
const SHARES = [1, 7 / 8, 3 / 4] as const;

/**
 * Writes a dance as finely as the budget allows: coarser outlines first, then
 * fewer frames, evenly left out, with fine outlines again.
 */
export function writeClip(frames: readonly TracedFrame[], budget = CLIP_BUDGET): Written {
  let written: Written | undefined;
  for (const share of SHARES) {
    const kept = thinned(frames, share);
    for (const [index, level] of LEVELS.entries()) {
      const clip = assembleClip(kept, index);
      const text = encodeClip(clip);
      written = { clip, text, bytes: brotliBytes(text), level };
      if (written.bytes <= budget) return written;
    }
  }
  return written!;
}

/** Evenly chosen frames, the first and the last among them. */
function thinned<T>(frames: readonly T[], share: number): readonly T[] {
  const count = Math.max(1, Math.round(frames.length * share));
  if (count >= frames.length) return frames;
  return Array.from(
    { length: count },
    (_, i) => frames[Math.round((i * (frames.length - 1)) / Math.max(1, count - 1))]!,
  );
}

/** Size with brotli at quality 11. */
export function brotliBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
