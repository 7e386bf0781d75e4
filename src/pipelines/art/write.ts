import { brotliCompressSync, constants } from 'node:zlib';
import type { Clip } from '../../schemas/clip.ts';
import { assembleClip, keepDrawn } from './assemble.ts';
import { chooseDrawings, errorsOf, oneMore } from './chooseDrawings.ts';
import { encodeClip } from './encode.ts';
import type { TracedFrame } from './traceFigure.ts';

/** Bytes a clip may have as a server sends it, brotli at its best. */
export const CLIP_BUDGET = 53_600;
/** Prices between which is searched, in the errors' own unit, and how often. */
const PRICES = { least: 1e-6, most: 1, halvings: 10 } as const;

export interface Written {
  readonly clip: Clip;
  readonly text: string;
  /** Compressed. */
  readonly bytes: number;
  /** Moments that are drawn. */
  readonly drawn: readonly number[];
}

/**
 * Writes a dance with as many drawings as the budget allows.
 * @param must moments that are drawn in any case
 * @throws Error where its fewest drawings do not fit
 */
export function writeClip(
  frames: readonly TracedFrame[],
  must: ReadonlySet<number>,
  budget = CLIP_BUDGET,
): Written {
  const whole = assembleClip(frames);
  const errors = errorsOf(whole);
  const withDrawings = (drawn: readonly number[]): Written => {
    const clip = keepDrawn(whole, drawn);
    const text = encodeClip(clip);
    return { clip, text, bytes: brotliBytes(text), drawn };
  };
  let found: Written | undefined;
  let [low, high] = [Math.log(PRICES.least), Math.log(PRICES.most)];
  for (let i = 0; i <= PRICES.halvings; i++) {
    const price = i === 0 ? high : (low + high) / 2;
    const written = withDrawings(chooseDrawings(errors, Math.exp(price), must));
    if (written.bytes > budget) low = price;
    else {
      high = price;
      found = written;
    }
  }
  if (!found) throw new Error(`No choice of its drawings has ${budget} bytes or less`);
  // Not all that fits has a price.
  for (;;) {
    const drawn = oneMore(errors, found.drawn);
    if (drawn.length === found.drawn.length) return found;
    const next = withDrawings(drawn);
    if (next.bytes > budget) return found;
    found = next;
  }
}

/** Size with brotli at quality 11. */
export function brotliBytes(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
