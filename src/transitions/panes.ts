import { polygon } from '../core/paths/path.ts';
import type { Pane, Screen, Shape, TransitionPicture } from '../schemas/picture.ts';

/** Before anything happens. */
export const START: TransitionPicture = { outgoing: [{}], incoming: [], behind: [], before: [] };
/** When all has happened. */
export const END: TransitionPicture = { outgoing: [], incoming: [{}], behind: [], before: [] };

/** Two scenes that change places while something hides them. */
export const swap = (progress: number, before: readonly Shape[]): TransitionPicture => ({
  ...(progress < 0.5 ? START : END),
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
