/**
 * What style sheets say of a frame's size. Not in the file that scripts read: no bundler drops sentences that are put
 * together. Pure.
 */

import { FRAME_SIZE } from './size.ts';

/** A frame's height as CSS lengths, for a container of inline size: `narrow`, and `wide` from `wideFrom` on. */
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
