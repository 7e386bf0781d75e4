import { polygon } from '../../core/paths/path.ts';
import type { Pane, Screen, Shape, TransitionPicture } from '../../schemas/picture.ts';
import type { Timeline } from '../../timelines/scrubbed.ts';
import { END, START } from '../../timelines/transition.ts';

/** Two scenes of which one is seen: 0 the one that leaves, 1 the one that comes. */
export interface Exchange {
  coming: number;
}

/** How long the exchange of two hidden scenes takes: nobody sees it. */
const AN_INSTANT = 0.002;

/** Has two scenes change places at a moment at which something hides them. */
export const exchangeAt = (timeline: Timeline, exchange: Exchange, at: number): Timeline =>
  timeline.to(exchange, { coming: 1, duration: AN_INSTANT }, at - AN_INSTANT / 2);

/** Whichever scene of the two is there, and what hides the change. */
export const exchanged = (
  { coming }: Exchange,
  before: readonly Shape[],
): Pick<TransitionPicture, 'outgoing' | 'incoming' | 'behind' | 'before'> => ({
  ...(coming < 0.5 ? START : END),
  before,
});

/** Width by which neighbouring panes overlap, so that no seam shows. */
const SEAM = 0.6;

/** A cut from (top, 0) to (foot, 1000): what lies left of it and what lies right of it. */
export const cutAt = (
  screen: Screen,
  top: number,
  foot: number,
): readonly [left: Pane, right: Pane] => [
  { clip: polygon(-9, 0, top + SEAM, 0, foot + SEAM, 1000, -9, 1000) },
  { clip: polygon(top - SEAM, 0, screen.width + 9, 0, screen.width + 9, 1000, foot - SEAM, 1000) },
];
