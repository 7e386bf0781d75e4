/** Which chapter is being read; shared by the islands of one page. Set by the stage, shown by the controls. */

class Reading {
  /** Index on the page. */
  chapter = $state(0);
}

export const reading = new Reading();
