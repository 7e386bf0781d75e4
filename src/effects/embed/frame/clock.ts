/** Ticks at a clip's rate while it runs; follows the screen, so a hidden frame's clock stands still. */
import { CLIP_RATE } from '../../../schemas/clip.ts';

/** At most this many clip frames pass between two ticks: after a pause of the browser's she goes on, not ahead. */
const MOST = 3;

/** @param tick gets how many clip frames have passed, at least one. Returns what stops it. */
export function startClock(tick: (frames: number) => void): () => void {
  let handle = requestAnimationFrame(beat);
  let last: number | undefined;
  function beat(now: number): void {
    handle = requestAnimationFrame(beat);
    last ??= now;
    const passed = Math.floor(((now - last) / 1000) * CLIP_RATE);
    if (passed < 1) return;
    last = passed > MOST ? now : last + (passed * 1000) / CLIP_RATE;
    tick(Math.min(MOST, passed));
  }
  return () => cancelAnimationFrame(handle);
}
