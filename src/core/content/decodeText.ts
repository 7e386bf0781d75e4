/** A content file's bytes as text: UTF-8 and nothing else, with the line of what is not. Pure. */
import { ContentError } from './contentError.ts';

/** Controls no text has; U+FFFD, which stands where bytes were lost; and UTF-8 that was once read as Windows-1252. */
const BROKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uFFFD\uFFFE\uFFFF]|â€.|Ã[\u0080-\u00BF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

const SAVE = 'save it as UTF-8 (in most editors: Save with encoding)';

/**
 * @param file path shown in errors
 * @returns the text without byte order mark, its lines ended by `\n` alone
 * @throws ContentError naming the line where it is not UTF-8, or was damaged before
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  const fault = (found: string, expected: string, line?: number) =>
    new ContentError(file, [
      { field: 'encoding', line, found, expected, example: `${file} (UTF-8)` },
    ]);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw fault('UTF-16', `it is not UTF-8; ${SAVE}`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, words } = firstWrongLine(bytes);
    throw fault(words, `it is not UTF-8, perhaps Windows-1252; ${SAVE}`, line);
  }
  // One sign for a letter and its accent: fonts have it, and it is found.
  const lines = text.replace(/\r\n?/g, '\n').normalize('NFC');
  const broken = BROKEN.exec(lines);
  if (broken) {
    const line = lines.slice(0, broken.index).split('\n').length;
    const words = lines.split('\n')[line - 1]!;
    const at = broken.index - (lines.lastIndexOf('\n', broken.index - 1) + 1);
    throw fault(
      words.slice(Math.max(0, at - 20), at + 20),
      `these letters were lost when it was saved in another encoding; type them again and ${SAVE}`,
      line,
    );
  }
  return lines;
}

/** The first line that no UTF-8 decoder takes, and its words about there as Windows-1252 has them. */
function firstWrongLine(bytes: Uint8Array): { line: number; words: string } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end < 0 ? undefined : end);
    try {
      decoder.decode(part);
    } catch {
      const at = part.findIndex((byte, index) => byte > 0x7f && !startsLetter(part, index));
      const about = part.subarray(Math.max(0, at - 20), at + 20);
      return { line, words: new TextDecoder('windows-1252').decode(about).trim() };
    }
    if (end < 0) return { line, words: '' };
    start = end + 1;
  }
}

/** Whether a byte above ASCII begins, or is part of, a whole letter of UTF-8. */
function startsLetter(bytes: Uint8Array, index: number): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = index; from >= Math.max(0, index - 3); from -= 1) {
    for (let length = index - from + 1; length <= 4; length += 1) {
      try {
        decoder.decode(bytes.subarray(from, from + length));
        if (length > 1) return true;
      } catch {}
    }
  }
  return false;
}
