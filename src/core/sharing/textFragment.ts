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
export interface TextPoint {
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
  if (sameBlock && to - from <= LONGEST_WHOLE) return whole(blocks, first, from, to);
  return range(selection, sameBlock ? first.slice(from, to) : first.slice(from), last, to);
}

/** Words of one block, with as many of their neighbours as make them the only ones. */
function whole(blocks: readonly string[], block: string, from: number, to: number): string {
  const text = block.slice(from, to);
  const alone = words.count(text) >= FEWEST_ALONE;
  for (let context = alone ? 0 : 2; ; context++) {
    const before = words.last(block.slice(0, from), context);
    const after = words.first(block.slice(to), context);
    const start = before ? block.lastIndexOf(before, from - 1) : from;
    const end = after ? block.indexOf(after, to) + after.length : to;
    const alike = occurrences(blocks, block.slice(start, end));
    if (alike <= 1 || context === CONTEXT_WORDS) return directive({ before, text, after });
  }
}

/** The first and the last words of a longer passage. */
function range(selection: TextSelection, opening: string, last: string, to: number): string {
  const { blocks, start, end } = selection;
  const sameBlock = start.block === end.block;
  const closing = sameBlock ? opening : last.slice(0, to);
  let text = opening;
  for (let count = ENDS_WORDS; count <= words.count(opening); count++) {
    text = words.first(opening, count);
    if (occurrences(blocks, text) <= 1) break;
  }
  // The end is the first match behind the start: earlier ones within the passage must not be taken.
  const between = sameBlock
    ? [opening]
    : [opening, ...blocks.slice(start.block + 1, end.block), closing];
  let until = closing;
  for (let count = ENDS_WORDS; count <= words.count(closing); count++) {
    until = words.last(closing, count);
    if (occurrences(between, until) <= 1) break;
  }
  // A passage too short to have two ends stands for itself.
  if (sameBlock && text.length + until.length >= opening.length)
    return directive({ text: opening });
  return directive({ text, until });
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
