/** Words of the story with where they stand, for pasting. Pure. */
import type { Wording } from '../../schemas/wording.ts';
import { say } from '../wording/say.ts';

export interface Quotation {
  readonly words: string;
  readonly chapter: string;
  readonly story: string;
  /** Their author's name, where it is known. */
  readonly author: string | undefined;
  /** Absolute. */
  readonly address: string;
}

const trim = (words: string): string => words.replace(/\s+/g, ' ').trim();

type Marks = Pick<Wording['quote'], 'open' | 'close' | 'innerOpen' | 'innerClose'>;

/** The words within their language's quotation marks; marks they bring along become inner ones. */
export function quoted(words: string, marks: Marks): string {
  const [open, close] = [say(marks.open), say(marks.close)];
  const inner = trim(words)
    .replaceAll(open, say(marks.innerOpen))
    .replaceAll(close, say(marks.innerClose));
  return `${open}${inner}${close}`;
}

/** As plain text, three lines: the words, whose they are, the address. */
export function quotationText(
  { words, address, author, ...where }: Quotation,
  wording: Marks & Pick<Wording['quote'], 'credit' | 'source'>,
): string {
  const whose = author ? say(wording.credit, { author, ...where }) : say(wording.source, where);
  return `${quoted(words, wording)}\n${whose}\n${address}`;
}
