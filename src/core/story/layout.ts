/** How a story is laid out on its pages. Pure. */
import type { Side } from '../../schemas/picture.ts';

/** Above so many chapters a chapter's page no longer holds all that follow. */
const WHOLE_CHAPTERS = 12;
/** … but so many, its own among them. */
const PAGE_CHAPTERS = 3;
/** A story has no more chapters. */
export const MOST_CHAPTERS = 30;

/**
 * How many chapters the page from the one at `first` on holds. Of a long story a few,
 * then a link leads on: else pages would grow with the square of their number.
 */
export function chaptersOnPage(count: number, first: number): number {
  return count > WHOLE_CHAPTERS ? Math.min(PAGE_CHAPTERS, count - first) : count - first;
}

/** On which side the words of a chapter stand on wide windows, by its index: in turn, on every page alike. */
export function sideOf(index: number, first: Side): Side {
  if (index % 2 === 0) return first;
  return first === 'left' ? 'right' : 'left';
}

/** The number that a chapter is shown with: its place; an introduction, which has place 0, has none. */
export function numberOf(order: number): number | undefined {
  return order > 0 ? order : undefined;
}

/** The first letters of a title's first two words; of a single word, the first alone. */
export function initialsOf(title: string): readonly [string, string] {
  const [first = '', second = ''] = title.split(/\s+/).map((word) => [...word][0] ?? '');
  return [first, second];
}
