/**
 * What a browser finds by a text directive: the search of the WICG's URL Fragment
 * Text Directives over a page's texts, as Chromium and Safari carry it out. Pure.
 */
import { within } from './words.ts';

/** A directive's parts, as they read. */
export interface Parts {
  readonly before?: string;
  readonly text: string;
  readonly until?: string;
  readonly after?: string;
}

/** A page's texts one behind the other, as they are compared. */
export interface LaidOut {
  readonly text: string;
  /** Where each of them begins. */
  readonly starts: readonly number[];
}

/** Parts two texts; no directive holds it. */
const END = '\n';

export function layOut(texts: readonly string[]): LaidOut {
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + END.length;
  }
  return { text: texts.map(alike).join(END), starts };
}

/** Where the first match begins and ends in the laid out text; null without one. */
export function find(
  { text: page }: LaidOut,
  { before, text, until, after }: Parts,
): { readonly start: number; readonly end: number } | null {
  const [lead, first, last, trail] = [before, text, until, after].map((part) => alike(part ?? ''));
  for (let from = 0; ; ) {
    const at = search(page, (lead || first)!, from);
    if (at < 0) return null;
    from = at + 1;
    const start = lead ? skipSpace(page, at + lead.length) : at;
    if (lead && search(page, first!, start) !== start) continue;
    let end = start + first!.length;
    for (;;) {
      if (last) {
        const closing = search(page, last, end);
        if (closing < 0) return null;
        end = closing + last.length;
      }
      if (!trail || page.startsWith(trail, skipSpace(page, end))) return { start, end };
      if (!last) break;
    }
  }
}

/** The first place from `from` on where the needle stands as whole words. */
function search(page: string, needle: string, from: number): number {
  for (let at = page.indexOf(needle, from); at >= 0; at = page.indexOf(needle, at + 1)) {
    if (!within(page, at) && !within(page, at + needle.length)) return at;
  }
  return -1;
}

function skipSpace(page: string, from: number): number {
  let at = from;
  while (page[at] === ' ' || page[at] === END) at++;
  return at;
}

/** Letters without case and accents, marks without their shapes, character by character: browsers tell none of these apart. */
function alike(text: string): string {
  return text
    .replace(/[^\0-\x7f]/g, (character) => {
      if (/[‘’‚‛]/.test(character)) return "'";
      if (/[“”„‟]/.test(character)) return '"';
      return character.normalize('NFD')[0]!;
    })
    .toLowerCase();
}
