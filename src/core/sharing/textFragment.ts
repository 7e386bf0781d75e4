/**
 * Addresses of words: text fragments, as the URL Fragment Text Directives of
 * the WICG define them. Pure.
 *
 * A browser marks the first match on the page it lands on. So each address is
 * tried as a browser would read it, and gets more of the words' neighbours until
 * it leads to them and to no twin of theirs: a quotation, a heading in the bar.
 */
import { find, layOut, type Parts } from './findFragment.ts';
import { occurrences, words } from './words.ts';

/** Where on a page a selection begins or ends: a character of one of its blocks. */
interface TextPoint {
  /** Index of the block. */
  readonly block: number;
  /** Characters before it in the block. */
  readonly offset: number;
}

export interface TextSelection {
  /** Texts of the part that the page begins with, in order, spaces collapsed: no match crosses their ends. */
  readonly blocks: readonly string[];
  /** Blocks that may read otherwise when the page is opened, such as controls: no address names them. */
  readonly fickle?: ReadonlySet<number>;
  /** What else may stand on the page before them: bars, lists, captions. */
  readonly ahead?: readonly string[];
  readonly start: TextPoint;
  readonly end: TextPoint;
}

/** Longer selections are given by their first and last words: characters. */
const LONGEST_WHOLE = 100;
/** Fewer words than these always get their neighbours along. */
const FEWEST_ALONE = 3;
const ENDS_WORDS = 4;
const CONTEXT_WORDS = 8;
/** So much more may be marked, where no other address tells the words from their twin: characters. */
const MOST_GROWN = 300;

/**
 * @returns what follows `#:~:text=`, percent-encoded: `[before-,]start[,end][,-after]`;
 * null where nothing is selected
 */
export function textDirective(selection: TextSelection): string | null {
  const { blocks, ahead = [], start, end } = selection;
  const first = blocks[start.block];
  const last = blocks[end.block];
  if (first === undefined || last === undefined) return null;
  const from = words.startAt(first, start.offset);
  const to = words.endAt(last, end.offset);
  if (start.block === end.block && from >= to) return null;
  const page = layOut([...ahead, ...blocks]);
  let usual: Parts | undefined;
  const place = ({ block, offset }: TextPoint) => page.starts[ahead.length + block]! + offset;
  for (const beginning of beginnings(selection, from)) {
    for (const parts of waysTo(selection, beginning, to)) {
      usual ??= parts;
      const found = find(page, parts);
      const right = found?.start === place(beginning);
      if (right && found.end === place({ ...end, offset: to })) return written(parts);
    }
  }
  return usual ? written(usual) : null;
}

/** Where the marked words may begin: where the selection does, else at the beginnings of blocks before. */
function* beginnings({ blocks, fickle, start }: TextSelection, from: number): Generator<TextPoint> {
  yield { block: start.block, offset: from };
  let grown = from;
  for (let block = start.block; block >= 0 && grown <= MOST_GROWN; block--) {
    if (fickle?.has(block)) return;
    if (grown > 0) yield { block, offset: words.startAt(blocks[block]!, 0) };
    grown += blocks[block - 1]?.length ?? 0;
  }
}

/** Addresses of one passage, the most readable first. */
function* waysTo(selection: TextSelection, start: TextPoint, to: number): Generator<Parts> {
  const { blocks, ahead = [], fickle, end } = selection;
  const first = blocks[start.block]!;
  const last = blocks[end.block]!;
  const sameBlock = start.block === end.block;
  const text = sameBlock ? first.slice(start.offset, to) : first.slice(start.offset);
  const beside = (block: number) => (fickle?.has(block) ? '' : (blocks[block] ?? ''));
  const around: Around = {
    page: [blocks.join(' '), ...ahead],
    before: first.slice(0, start.offset).trim() || beside(start.block - 1),
    after: last.slice(to).trim() || beside(end.block + 1),
    glued: /^\S/.test(last.slice(to)),
  };
  if (sameBlock && text.length <= LONGEST_WHOLE) yield whole(text, around);
  else yield range(selection, start, text, to, around);
  const closing = sameBlock ? text : last.slice(0, to);
  for (const context of [2, ENDS_WORDS, CONTEXT_WORDS]) {
    const before = words.last(around.before, context);
    const after = words.first(around.after, context);
    if (sameBlock && text.length <= 2 * LONGEST_WHOLE) yield { before, text, after };
    for (const count of [ENDS_WORDS, CONTEXT_WORDS]) {
      const opening = words.first(text, count);
      const until = words.last(closing, count);
      if (!sameBlock || opening.length + until.length < text.length)
        yield { before, text: opening, until, after };
    }
  }
}

/** What stands around a selection. */
interface Around {
  /** All that may stand on the page, the part with the selection as one text. */
  readonly page: readonly string[];
  /** Text of one block that ends right before the selection, and begins right after it. */
  readonly before: string;
  readonly after: string;
  /** Whether what follows is not parted from it by a space, such as a comma. */
  readonly glued: boolean;
}

/** Words of one block, with as many of their neighbours as make them the only ones. */
function whole(text: string, { page, before, after, glued }: Around): Parts {
  for (let context = words.count(text) >= FEWEST_ALONE ? 0 : 2; ; context++) {
    const lead = words.last(before, context);
    const trail = words.first(after, context);
    const joined = [lead, text].filter(Boolean).join(' ') + (trail && !glued ? ' ' : '') + trail;
    if (occurrences(page, joined) <= 1 || context === CONTEXT_WORDS) {
      return { before: lead, text, after: trail };
    }
  }
}

/** The first and the last words of a longer passage. */
function range(
  { blocks, end }: TextSelection,
  start: TextPoint,
  opening: string,
  to: number,
  { page, before, after }: Around,
): Parts {
  const sameBlock = start.block === end.block;
  const closing = sameBlock ? opening : blocks[end.block]!.slice(0, to);
  const passage = sameBlock
    ? [opening]
    : [[opening, ...blocks.slice(start.block + 1, end.block), closing].join(' ')];
  const text = shortest(opening, words.first, page);
  // The end is the first match behind the start: earlier ones within the passage must not be taken.
  const until = shortest(closing, words.last, passage);
  // A passage too short to have two ends stands for itself.
  if (sameBlock && text.length + until.length >= opening.length) return { text: opening };
  return {
    text,
    until,
    before: occurrences(page, text) > 1 ? words.last(before, ENDS_WORDS) : '',
    after: occurrences(passage, until) > 1 ? words.first(after, ENDS_WORDS) : '',
  };
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

const encode = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

function written({ before, text, until, after }: Parts): string {
  const parts = [encode(text)];
  if (before) parts.unshift(`${encode(before)}-`);
  if (until) parts.push(encode(until));
  if (after) parts.push(`-${encode(after)}`);
  return parts.join(',');
}
