/** What the reader chose about sound, captions and staff; set by the controls, obeyed by everyone. */

import type { SoundNotice } from '../schemas/wording.ts';

class Sound {
  /** The reader pressed the sound control, on this page. Never true without a press. */
  on = $state(false);
  /** Sound was on when the reader last left: it is offered, not played. */
  offered = $state(false);
  /** 0 to 1, as on the slider. */
  volume = $state(0.7);
  /** What the reader said of captions; null, not having said: they come with sound and go with it. */
  captions = $state<boolean | null>(null);
  /** The engraved staff stands at the foot of the stage. */
  staff = $state(true);
  /** Why nothing can be heard, by the name of the words for it; null when all is well. */
  notice = $state<SoundNotice | null>(null);
}

export const sound = new Sound();
