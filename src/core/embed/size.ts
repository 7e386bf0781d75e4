/**
 * How high a frame is. It follows from its width alone, so that a host can keep
 * the room before anything has loaded; the frame tells its height only where
 * larger type needs more. Pure.
 */

import { clamp } from '../maths/scalar.ts';

/** CSS pixels. */
export const FRAME_SIZE = {
  /** Narrower frames may show the words cut. */
  smallest: 280,
  /** Width where the page around leaves it open. */
  usual: 600,
  /** From this width on the words stand beside her, not below. */
  wideFrom: 560,
  /** Height of every narrower frame. */
  narrowHeight: 640,
  /** A wide frame's height is this share of its width, within bounds. */
  wideShare: 0.5,
  wideLeast: 420,
  wideMost: 600,
} as const;

/** The height of a frame, both in CSS pixels. */
export function frameHeight(width: number): number {
  const { wideFrom, narrowHeight, wideShare, wideLeast, wideMost } = FRAME_SIZE;
  if (width < wideFrom) return narrowHeight;
  return clamp(width * wideShare, wideLeast, wideMost);
}

/** The same as CSS lengths, for a container of inline size: `narrow`, and `wide` from `wideFrom` on. */
export const FRAME_HEIGHT_CSS = {
  narrow: `${FRAME_SIZE.narrowHeight}px`,
  wide: `clamp(${FRAME_SIZE.wideLeast}px,${FRAME_SIZE.wideShare * 100}cqi,${FRAME_SIZE.wideMost}px)`,
} as const;

/**
 * Media queries of a frame's window, each one condition in parentheses. Wide: words
 * beside her; also in what is low for its width, as in players' boxes.
 */
export const FRAME_WIDE_QUERY = `((min-width: ${FRAME_SIZE.wideFrom}px) or (min-aspect-ratio: 6/5))`;

/** Short: lower than its width asks for, by more than rounding makes: nobody heeds what it asks. */
export const FRAME_SHORT_QUERY = `(${[
  `(max-height: ${FRAME_SIZE.wideLeast - 2}px)`,
  `((max-height: ${FRAME_SIZE.wideMost - 2}px) and (min-aspect-ratio: ${1.005 / FRAME_SIZE.wideShare}))`,
  `((max-height: ${FRAME_SIZE.narrowHeight - 2}px) and (not (min-width: ${FRAME_SIZE.wideFrom}px)))`,
].join(' or ')})`;
