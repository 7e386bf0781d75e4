/** What the reader chose about sound, captions and staff; set by the controls, obeyed by everyone. */

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
  /** Something could not be heard, in words for the reader; null when all is well. */
  notice = $state<string | null>(null);
}

export const sound = new Sound();
