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
    const at = (line: string) => measure(line, size);
    const lines = breakLines(words, column.width, at);
    if (lines && lines.length * size * column.leading <= column.height) {
      return { size, lines: balance(words, lines, column.width, at) };
    }
  }
  return undefined;
}

/** The same number of lines in the narrowest column that holds them: no word is left alone without need. */
function balance(
  words: readonly string[],
  lines: readonly string[],
  width: number,
  measure: (line: string) => number,
): readonly string[] {
  let best = lines;
  for (let narrower = width * 0.98; narrower > width / 3; narrower *= 0.98) {
    const tried = breakLines(words, narrower, measure);
    if (tried?.length !== lines.length) break;
    best = tried;
  }
  return best;
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
