/** Words cut to a length where they may be cut: at a clause, else at a word. Pure. */
import { oneLine } from '../sentences.ts';

/**
 * @param most signs, counted as the schema counts them
 * @returns the whole where it fits; else its beginning and an ellipsis
 */
export function shorten(words: string, most: number, least = 0): string {
  const text = oneLine(words);
  if (text.length <= most) return text;
  const room = text.slice(0, most - 1);
  const clause = Math.max(
    ...[', ', '; ', ': ', ' – ', ' — ', '. '].map((mark) => room.lastIndexOf(mark)),
  );
  const space = room.lastIndexOf(' ');
  const at =
    clause >= Math.max(least, most * 0.5)
      ? clause
      : space >= Math.max(least, 1)
        ? space
        : room.length;
  return `${whole(room.slice(0, at)).replace(/[\s,;:–—.-]+$/u, '')}…`;
}

/** No half of a letter at the end. */
const whole = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');

/** Words with marks behind them, where a schema wants more of them. @param least letters */
export function lengthen(words: string, least: number): string {
  const missing = least - [...words].length;
  return missing > 0 ? `${words} ${'…'.repeat(Math.max(1, missing - 1))}` : words;
}
