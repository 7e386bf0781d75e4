/** The quiet ground behind the text, on wide windows. Pure. */

import type { Side } from '../../schemas/picture.ts';
import type { Playhead } from '../reading/playhead.ts';

export type Scrims = Readonly<Record<Side, number>>;

/**
 * How present the ground is at the left and at the right, 0 to 1. It leaves with the old
 * text and comes with the new, so that the passage itself is seen whole.
 */
export function scrimsAt(
  { chapter, crossing }: Pick<Playhead, 'chapter' | 'crossing'>,
  sides: readonly Side[],
): Scrims {
  if (!crossing)
    return { left: Number(sides[chapter] === 'left'), right: Number(sides[chapter] === 'right') };
  const { from, to, progress } = crossing;
  const goes = Math.max(0, 1 - progress * 3);
  const comes = to === null ? 0 : Math.max(0, progress * 3 - 2);
  const scrim = (side: Side) =>
    Math.max(sides[from] === side ? goes : 0, to !== null && sides[to] === side ? comes : 0);
  return { left: scrim('left'), right: scrim('right') };
}
