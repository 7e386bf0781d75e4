/** Which chapter is being read; shared by the islands of one page. Set by the stage, shown by the controls. */
import type { Playhead } from '../core/reading/playhead.ts';

class Reading {
  /** Index on the page. */
  chapter = $state(0);
  /** The moment of the dance, for whoever asks; null before it has begun. Not reactive: it changes with every frame of scrolling. */
  playhead: () => Playhead | null = () => null;
  /** Turns to the chapter before (-1) or after (1); nothing before the controls are there, or where there is none. */
  turn: (step: -1 | 1) => void = () => {};
}

export const reading = new Reading();
