/** Which key presses turn the story's pages. Pure. */

interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Alt with the arrows up and down: no browser or screen reader uses them while reading, and nothing is typed with
 * them. On a Mac, where this is Option and scrolls by a page, see `takesChapterKeys`.
 */
export function chapterStep(press: KeyPress): -1 | 0 | 1 {
  if (!press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return 0;
  if (press.key === 'ArrowDown') return 1;
  if (press.key === 'ArrowUp') return -1;
  return 0;
}

/**
 * Whether the keys are free on a system: Apple's use them themselves, as page keys, and no other pair is free on
 * all systems, so there the story takes none.
 *
 * @param platform as `navigator.platform` has it, such as `MacIntel`, `iPhone` or `Win32`
 */
export function takesChapterKeys(platform: string): boolean {
  return !/^(Mac|iP)/.test(platform);
}
