/** Signs that no person wrote something. They refuse nothing by themselves but the surest. Pure. */
import type { Typed } from './readForm.ts';

/** In milliseconds: nobody reads, thinks and types within. */
const TOO_SOON = 2_000;
/** In milliseconds: a page may stay open overnight. */
const TOO_LATE = 24 * 60 * 60_000;

/** What a stamp tells: that it is ours and when it was given, or that it is none. */
export type Stamp = { readonly given: number } | 'absent' | 'forged';

export type Mark = 'filled' | 'forged' | 'soon' | 'late' | 'unstamped' | 'links' | 'markup';

/** Links that a reply may have before somebody should wonder. */
const LINKS = 2;

/** @param now milliseconds since 1970 */
export function marksOf(typed: Typed, stamp: Stamp, now: number): Mark[] {
  const marks: Mark[] = [];
  if (typed.honey !== '') marks.push('filled');
  if (stamp === 'forged') marks.push('forged');
  else if (stamp === 'absent') marks.push('unstamped');
  else if (now - stamp.given < TOO_SOON) marks.push('soon');
  else if (now - stamp.given > TOO_LATE) marks.push('late');
  if ((typed.text.match(/\bhttps?:\/\//gi) ?? []).length > LINKS) marks.push('links');
  if (/<a\s|\[url[=\]]/i.test(typed.text)) marks.push('markup');
  return marks;
}

/** Whether it is refused without being kept: a program for certain. */
export const isProgram = (marks: readonly Mark[]): boolean =>
  marks.includes('filled') || marks.includes('forged');
