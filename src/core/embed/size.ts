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
