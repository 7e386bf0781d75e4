/** How long a story takes to read. Pure. */

/** Words a minute: slow for silent reading (about 240), for one looks at the stage, too. */
const PACE = 200;

/** How many words a text has, as its language parts them. */
export function countWords(text: string, language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike).length;
}

/**
 * Minutes that the steps take to read, at least one.
 *
 * @param steps HTML
 * @param language BCP 47
 */
export function readingMinutes(steps: readonly string[], language: string): number {
  const text = steps.join(' ').replace(/<[^>]*>/g, ' ');
  return Math.max(1, Math.round(countWords(text, language) / PACE));
}
