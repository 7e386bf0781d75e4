/** Names shared by a frame's page, its player and the script that speaks with the host. */

export const FRAME_EVENTS = {
  /** On document: something to report to the page around; detail: a Report without height. */
  report: 'frame:report',
  /** On document: a checked command from the page around; detail: a Command. */
  command: 'frame:command',
} as const;

/** Frames shown at least by this share play by themselves. */
export const PLAY_SHARE = 0.3;
/** Seconds that the poster stands before she begins. */
export const POSTER_SECONDS = 0.8;

/** Names the policy of a frame's page until its first script puts it into force. */
export const FRAME_POLICY = 'frame-policy';
