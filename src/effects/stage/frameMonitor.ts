/** Watches how frames follow each other while the page scrolls. */
import { NOTHING_SHED, shed } from '../../core/stage/adaptiveDetail.ts';

/** The rate by which `shed` counts what is late. */
const FULL_RATE = 60;
/** Frames further apart, in ms, are two movements, not one. */
const PAUSE = 150;

export interface FrameMonitor {
  /** Pictures a second that are meant to be painted. */
  rate: number;
  /** To be called on every frame of a movement; how much is to be shed in it. */
  frame(): number;
}

/** `onRest` is called when a movement has ended: at rest all is shown, however slow the processor. */
export function monitorFrames(onRest: () => void): FrameMonitor {
  let state = NOTHING_SHED;
  let last = Number.NEGATIVE_INFINITY;
  let resting: ReturnType<typeof setTimeout> | undefined;
  return {
    rate: FULL_RATE,
    frame() {
      const now = performance.now();
      // Two events in one frame are one.
      if (now - last > 4) {
        if (now - last < PAUSE) state = shed(state, ((now - last) * this.rate) / FULL_RATE);
        last = now;
      }
      clearTimeout(resting);
      resting = setTimeout(onRest, PAUSE);
      return state.level;
    },
  };
}
