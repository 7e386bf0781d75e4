/** One line for search engines and cards, from the author's own sentences. Pure. */
import { oneLine } from '../sentences.ts';
import { shorten } from './shorten.ts';

const LEAST = 50;
/** In letters: one outside of the basic plane counts once. */
const size = (line: string): number => [...line].length;
const MOST = 160;

/**
 * @param sentences of what is described, in order
 * @param more what may stand before and after words that are too few: a title, a byline
 * @returns 50 to 160 characters
 */
export function describeWords(sentences: readonly string[], more: readonly string[]): string {
  const words = sentences.map(oneLine).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  let line = '';
  for (const sentence of words) {
    const longer = line === '' ? sentence : `${line} ${sentence}`;
    if (longer.length > MOST) break;
    line = longer;
    // Enough, and the next would make it long.
    if (line.length >= 110) break;
  }
  if (size(line) < LEAST) line = shorten(words.join(' '), MOST, LEAST);
  for (const one of more) {
    if (size(line) >= LEAST) break;
    line = line === '' ? one : `${line} — ${one}`;
  }
  while (size(line) < LEAST) line = `${line} …`.padEnd(LEAST + line.length - size(line), '.');
  return shorten(line, MOST, LEAST);
}
