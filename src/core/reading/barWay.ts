/** Whether the bar gives its place to the page: while one reads down. Pure; CSS pixels. */

export interface BarWay {
  readonly away: boolean;
  /** Shown, the highest position of the scroll since then; away, the lowest. */
  readonly turn: number;
  /** Where the scroll was seen last. */
  readonly last: number;
}

/** So far down, and one reads on; so far up, and one looks for something. */
const DOWN = 64;
const UP = 24;

/** The bar as it is to begin with. */
export const barAt = (scroll: number): BarWay => ({ away: false, turn: scroll, last: scroll });

/**
 * The bar after a scroll. It is there in the upper half of the first window, and after
 * a leap: who has just come to a chapter by it may well want the next one.
 *
 * @param viewport the window's height
 */
export function barAfter({ away, turn, last }: BarWay, scroll: number, viewport: number): BarWay {
  if (scroll < viewport / 2 || Math.abs(scroll - last) > viewport) return barAt(scroll);
  const farthest = away ? Math.max(turn, scroll) : Math.min(turn, scroll);
  const next = away ? farthest - scroll < UP : scroll - farthest > DOWN;
  return { away: next, turn: next === away ? farthest : scroll, last: scroll };
}
