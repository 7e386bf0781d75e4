/** The few words of a frame that are not the story's own. Pure. */
export interface FrameWords {
  readonly play: string;
  readonly pause: string;
  /** Names the button that switches it on and off. */
  readonly sound: string;
  /** Names the slider. */
  readonly place: string;
  readonly readChapter: string;
  readonly readStory: string;
  /** Before a number of seconds of another, as "3 of 8 seconds". */
  readonly seconds: (passed: number, all: number) => string;
}

export const ENGLISH: FrameWords = {
  play: 'Play',
  pause: 'Pause',
  sound: 'Sound',
  place: 'Place in the dance',
  readChapter: 'Read this chapter',
  readStory: 'Read the story',
  seconds: (passed, all) => `${passed} of ${all} seconds`,
};
