/** The quiet ground behind the text, on wide windows. Pure. */

import type { Side } from '../../schemas/picture.ts';
import { ramp } from '../maths/scalar.ts';
import type { Playhead } from '../reading/playhead.ts';

export type Scrims = Readonly<Record<Side, number>>;

/**
 * In a passage, from 0 to 1: where the ground of the old text begins to go and is gone, that of the new one to
 * come and is whole. The last line leaves the window a third of the way in, the first of a title of three comes
 * into it at two thirds.
 */
const GOES = [0.25, 0.4] as const;
const COMES = [0.55, 0.7] as const;

/**
 * How present the ground is at the left and at the right, 0 to 1. It leaves behind the old
 * text and comes before the new, so that words never lack it and the passage itself is seen whole.
 */
export function scrimsAt(
  { chapter, crossing }: Pick<Playhead, 'chapter' | 'crossing'>,
  sides: readonly Side[],
): Scrims {
  if (!crossing)
    return { left: Number(sides[chapter] === 'left'), right: Number(sides[chapter] === 'right') };
  const { from, to, progress } = crossing;
  const goes = 1 - ramp(progress, ...GOES);
  const comes = to === null ? 0 : ramp(progress, ...COMES);
  const scrim = (side: Side) =>
    Math.max(sides[from] === side ? goes : 0, to !== null && sides[to] === side ? comes : 0);
  return { left: scrim('left'), right: scrim('right') };
}
