/** What is being heard: set by the player alone; read by captions, staff and the system's media controls. */

import type { SoundEffectId } from '../schemas/cue.ts';
import type { CueId } from '../schemas/repertoire.ts';

class NowPlaying {
  /** The cue that leads: it is fading in or sounds alone. Null in silence. */
  cue = $state<CueId | null>(null);
  /** The effect that began last and is still to be heard. */
  effect = $state<SoundEffectId | null>(null);
  /**
   * Seconds of the leading recording that leave the loudspeaker now, within 0 to
   * its duration (a loop has been folded back); null when it does not sound. Not
   * reactive: ask on every frame.
   */
  position: () => number | null = () => null;
}

export const nowPlaying = new NowPlaying();
