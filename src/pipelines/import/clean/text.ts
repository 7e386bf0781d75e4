/** Text of trees, and letters that no page can have. Pure. */
import type { ElementContent, Nodes } from 'hast';

/** What parts words even where no space is written. */
const APART: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd table thead tbody tfoot tr td th caption figure figcaption pre hr br aside div img section article header footer main'.split(
    ' ',
  ),
);

/** The text of a tree on one line: blocks, breaks and cells part words, runs of white space are one space. */
export function textOf(node: Nodes | readonly ElementContent[]): string {
  let text = '';
  const add = (one: Nodes): void => {
    if (one.type === 'text') text += one.value;
    else if (one.type === 'element' || one.type === 'root') {
      const apart = one.type === 'element' && APART.has(one.tagName);
      if (apart) text += ' ';
      for (const child of one.children) add(child);
      if (apart) text += ' ';
    }
  };
  if ('type' in node) add(node as Nodes);
  else for (const one of node) add(one);
  return text.replace(/\s+/g, ' ').trim();
}

/** How many words a text has: what stands between spaces and holds a letter or a figure. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Controls that no text has. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x08\x0E-\x1F\x7F-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** UTF-8 that was once read as Windows-1252. */
const TWICE = /â€.|Ã[\u0080-\u00BF]/g;
/** Bytes of Windows-1252 that are not those of Latin-1. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

export interface Mended {
  readonly text: string;
  /** Letters that were mended, and letters that were lost before. */
  readonly mended: number;
  readonly lost: number;
}

/**
 * A text with what content files refuse made right: controls go, a letter and its accent are one sign, letters that
 * were read in a wrong encoding are mended, and those that were lost so are a question mark.
 */
export function mendText(text: string): Mended {
  let mended = 0;
  let lost = 0;
  const right = text
    .replace(TWICE, (wrong) => {
      const bytes = [...wrong].map((letter) => {
        const place = WINDOWS.indexOf(letter);
        return place < 0 ? letter.charCodeAt(0) : 0x80 + place;
      });
      try {
        const letter = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
        mended += 1;
        return letter;
      } catch {
        lost += 1;
        return '?';
      }
    })
    .replace(/\uFFFD/g, () => {
      lost += 1;
      return '?';
    })
    .replace(/[\v\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .normalize('NFC');
  return { text: right, mended, lost };
}
