/** Sets a quotation into a column: the largest size whose lines fit. Pure. */

export interface SetWords {
  /** Pixels. */
  readonly size: number;
  readonly lines: readonly string[];
}

export interface Column {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Sizes to choose from, in pixels. */
  readonly largest: number;
  readonly smallest: number;
  /** Line height as a share of the size. */
  readonly leading: number;
}

/**
 * @param measure width of a line at a size, in pixels
 * @returns undefined where the words do not fit at the smallest size either
 */
export function setWords(
  text: string,
  column: Column,
  measure: (line: string, size: number) => number,
): SetWords | undefined {
  const words = text.trim().split(/\s+/);
  for (let size = column.largest; size >= column.smallest; size -= 2) {
    const lines = breakLines(words, column.width, (line) => measure(line, size));
    if (lines && lines.length * size * column.leading <= column.height) return { size, lines };
  }
  return undefined;
}

/** Undefined where a word alone is too wide. */
function breakLines(
  words: readonly string[],
  width: number,
  measure: (line: string) => number,
): string[] | undefined {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) line = longer;
    else if (line === '' || measure(word) > width) return undefined;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}
