/** Which key presses turn the story's pages. Pure. */

export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Alt with the arrows up and down: no browser or screen reader uses them while reading, and nothing is typed with them. */
export function chapterStep(press: KeyPress): -1 | 0 | 1 {
  if (!press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return 0;
  if (press.key === 'ArrowDown') return 1;
  if (press.key === 'ArrowUp') return -1;
  return 0;
}
