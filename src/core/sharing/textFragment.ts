/**
 * Addresses of words: text fragments, as the URL Fragment Text Directives of
 * the WICG define them. Pure.
 *
 * A browser marks the first match on the page it lands on. A chapter's own page
 * begins with the chapter, so words have to be told apart from others in the
 * same chapter only; very short ones also from the page's bar.
 */
import { occurrences, words } from './words.ts';

/** Where in a chapter a selection begins or ends: a character of one of its blocks. */
interface TextPoint {
  /** Index of the block. */
  readonly block: number;
  /** Characters before it in the block. */
  readonly offset: number;
}

export interface TextSelection {
  /** The chapter's headings and paragraphs in order, spaces collapsed: no match crosses their ends. */
  readonly blocks: readonly string[];
  readonly start: TextPoint;
  readonly end: TextPoint;
}

/** Longer selections are given by their first and last words: characters. */
const LONGEST_WHOLE = 100;
/** Fewer words than these always get their neighbours along. */
const FEWEST_ALONE = 3;
const ENDS_WORDS = 4;
const CONTEXT_WORDS = 8;

/**
 * @returns what follows `#:~:text=`, percent-encoded: `[before-,]start[,end][,-after]`;
 * null where nothing is selected
 */
export function textDirective(selection: TextSelection): string | null {
  const { blocks } = selection;
  const first = blocks[selection.start.block];
  const last = blocks[selection.end.block];
  if (first === undefined || last === undefined) return null;
  const from = words.startAt(first, selection.start.offset);
  const to = words.endAt(last, selection.end.offset);
  const sameBlock = selection.start.block === selection.end.block;
  if (sameBlock && from >= to) return null;
  const around: Around = {
    page: [blocks.join(' ')],
    before: first.slice(0, from).trim() || (blocks[selection.start.block - 1] ?? ''),
    after: last.slice(to).trim() || (blocks[selection.end.block + 1] ?? ''),
    glued: /^\S/.test(last.slice(to)),
  };
  if (sameBlock && to - from <= LONGEST_WHOLE) return whole(first.slice(from, to), around);
  return range(selection, sameBlock ? first.slice(from, to) : first.slice(from), last, to, around);
}

/** What stands around a selection. */
interface Around {
  /** The whole chapter as one text. */
  readonly page: readonly string[];
  /** Text of one block that ends right before the selection, and begins right after it. */
  readonly before: string;
  readonly after: string;
  /** Whether what follows is not parted from it by a space, such as a comma. */
  readonly glued: boolean;
}

/** Words of one block, with as many of their neighbours as make them the only ones. */
function whole(text: string, { page, before, after, glued }: Around): string {
  for (let context = words.count(text) >= FEWEST_ALONE ? 0 : 2; ; context++) {
    const lead = words.last(before, context);
    const trail = words.first(after, context);
    const joined = [lead, text].filter(Boolean).join(' ') + (trail && !glued ? ' ' : '') + trail;
    if (occurrences(page, joined) <= 1 || context === CONTEXT_WORDS) {
      return directive({ before: lead, text, after: trail });
    }
  }
}

/** The first and the last words of a longer passage. */
function range(
  { blocks, start, end }: TextSelection,
  opening: string,
  last: string,
  to: number,
  { page, before, after }: Around,
): string {
  const sameBlock = start.block === end.block;
  const closing = sameBlock ? opening : last.slice(0, to);
  const passage = sameBlock
    ? [opening]
    : [[opening, ...blocks.slice(start.block + 1, end.block), closing].join(' ')];
  const text = shortest(opening, words.first, page);
  // The end is the first match behind the start: earlier ones within the passage must not be taken.
  const until = shortest(closing, words.last, passage);
  // A passage too short to have two ends stands for itself.
  if (sameBlock && text.length + until.length >= opening.length)
    return directive({ text: opening });
  return directive({
    text,
    until,
    before: occurrences(page, text) > 1 ? words.last(before, ENDS_WORDS) : '',
    after: occurrences(passage, until) > 1 ? words.first(after, ENDS_WORDS) : '',
  });
}

/** As few words from one end of a text as stand only once in the context, or all of them. */
function shortest(
  text: string,
  take: (text: string, count: number) => string,
  context: readonly string[],
): string {
  const all = words.count(text);
  for (let count = Math.min(ENDS_WORDS, all); count < all; count++) {
    const taken = take(text, count);
    if (occurrences(context, taken) <= 1) return taken;
  }
  return take(text, all);
}

interface Parts {
  readonly before?: string;
  readonly text: string;
  readonly until?: string;
  readonly after?: string;
}

const encode = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

function directive({ before, text, until, after }: Parts): string {
  const parts = [encode(text)];
  if (before) parts.unshift(`${encode(before)}-`);
  if (until) parts.push(encode(until));
  if (after) parts.push(`-${encode(after)}`);
  return parts.join(',');
}
