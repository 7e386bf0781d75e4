/** Opens the way to the loudspeakers. Small, for it must run within the reader's own press: phones allow no later. */

/** @returns undefined where the browser has no Web Audio; to be resumed, which may be refused */
export function openContext(): AudioContext | undefined {
  try {
    const context = new AudioContext();
    // On iPhones, play like music does: past the silent switch.
    const session = (navigator as { audioSession?: { type: string } }).audioSession;
    if (session) session.type = 'playback';
    return context;
  } catch {
    return undefined;
  }
}
