/** Words of the story with where they stand, for pasting. Pure. */

export interface Quotation {
  readonly words: string;
  readonly chapter: string;
  readonly story: string;
  readonly author: string;
  /** Absolute. */
  readonly address: string;
}

const trim = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** The words within quotation marks; marks they bring along become inner ones. */
export function quoted(words: string): string {
  const inner = trim(words).replaceAll('“', '‘').replaceAll('”', '’');
  return `“${inner}”`;
}

/** As plain text. */
export function quotationText({ words, chapter, story, author, address }: Quotation): string {
  return `${quoted(words)}\n${author}, “${chapter}”, ${story}\n${address}`;
}
