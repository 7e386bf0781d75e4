/** Watches how frames follow each other while the page scrolls. */
import { NOTHING_SHED, shed } from '../../core/stage/shed.ts';

/** Frames further apart, in ms, are two movements, not one. */
const PAUSE = 150;

export interface Pace {
  /** To be called on every frame of a movement; how much is to be shed in it. */
  frame(): number;
  stop(): void;
}

/** `onRest` is called when a movement has ended: at rest all is shown, however slow the processor. */
export function watchPace(onRest: () => void): Pace {
  let state = NOTHING_SHED;
  let last = Number.NEGATIVE_INFINITY;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return {
    frame() {
      const now = performance.now();
      // Two events in one frame are one.
      if (now - last > 4) {
        if (now - last < PAUSE) state = shed(state, now - last);
        last = now;
      }
      clearTimeout(resting);
      resting = setTimeout(onRest, PAUSE);
      return state.level;
    },
    stop: () => clearTimeout(resting),
  };
}
