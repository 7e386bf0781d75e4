/** Words and where they are, the way browsers find them (UAX 29): apostrophes and points join, hyphens part. Pure. */

const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const WORD = /[\p{L}\p{N}\p{M}_]+(?:(?:['’.]|(?<=\p{N})[,;](?=\p{N}))[\p{L}\p{N}\p{M}_]+)*/gu;

/** Text as it reads: runs of white space are one space, and soft hyphens nothing. */
export function collapse(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ');
}

/** Whether a place in a text is within a word. */
export function within(text: string, at: number): boolean {
  const letter = (place: number) => LETTER.test(text[place] ?? '');
  const links = (place: number) =>
    /['’.]/.test(text[place] ?? '') || /\p{N}[,;]\p{N}/u.test(text.slice(place - 1, place + 2));
  if (letter(at - 1)) return letter(at) || (letter(at + 1) && links(at));
  return letter(at) && letter(at - 2) && links(at - 1);
}

export const words = {
  count: (text: string): number => text.match(WORD)?.length ?? 0,

  /** Text up to the end of its first words, with what parts them. */
  first(text: string, count: number): string {
    const found = [...text.matchAll(WORD)].slice(0, count).at(-1);
    return found && count > 0 ? text.slice(0, found.index + found[0].length).trim() : '';
  },

  /** Text from the start of its last words. */
  last(text: string, count: number): string {
    const found = count > 0 ? [...text.matchAll(WORD)].slice(-count)[0] : undefined;
    return found ? text.slice(found.index).trim() : '';
  },

  /** Where the selection that begins at `offset` begins as whole words. */
  startAt(text: string, offset: number): number {
    let at = Math.min(Math.max(0, offset), text.length);
    while (at < text.length && text[at] === ' ') at++;
    while (at > 0 && within(text, at)) at--;
    return at;
  },

  /** Where the selection that ends at `offset` ends as whole words. */
  endAt(text: string, offset: number): number {
    let at = Math.min(Math.max(0, offset), text.length);
    while (at > 0 && text[at - 1] === ' ') at--;
    while (at < text.length && within(text, at)) at++;
    return at;
  },
} as const;

/** How often the text stands in the blocks as whole words, whatever their case. */
export function occurrences(blocks: readonly string[], text: string): number {
  const needle = text.toLowerCase();
  if (needle === '') return 0;
  let count = 0;
  for (const block of blocks) {
    const hay = block.toLowerCase();
    for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
      if (!within(hay, at) && !within(hay, at + needle.length)) count++;
    }
  }
  return count;
}
