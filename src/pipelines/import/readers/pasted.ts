/** Text as it was copied from a page or out of a mail: lines, and empty lines between paragraphs. */
import type { Element, ElementContent } from 'hast';
import { type Article, ImportError, type Reader } from '../article.ts';
import { element, isElement, text } from '../clean/elements.ts';
import { countWords, textOf } from '../clean/text.ts';
import { cleanTree } from '../cleanTree.ts';
import { decodePlain } from '../decodeWords.ts';
import { readHeading } from '../headings.ts';

export const pasted: Reader = {
  name: 'text',
  recognises: ({ files }) => files.length === 1,
  async read({ name, files }) {
    const [file] = files;
    if (!file) throw new ImportError('There is nothing in it');
    const called = name.endsWith(file.path) ? file.path : `${name} has only ${file.path}, which`;
    return articleFromText(decodePlain(await file.bytes(), called));
  },
};

/** Signs that begin an item, with a space of any kind behind them. */
const BULLET = /^\s*[-*•‣◦▪·–—][ \t\u00a0]+(?=\S)/;
const NUMBER = /^\s*(\d{1,3})[.)][ \t\u00a0]+(?=\S)/;

/** @param words lines, of whatever system */
export function articleFromText(words: string): Article {
  const paragraphs = paragraphsOf(words);
  const { blocks, title } = withTitle(paragraphs.flatMap(blockOf));
  const cleaned = cleanTree(element('div', blocks), { findNotes: false });
  return { ...cleaned, facts: title === undefined ? {} : { title } };
}

/**
 * Lines that stand together. Where there is no empty line at all, each line is a paragraph; lines broken at a
 * width, as in mails, are one.
 */
function paragraphsOf(words: string): string[][] {
  const lines = words
    .replace(/\r\n?|\u2028/g, '\n')
    .replace(/\u2029/g, '\n\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (/^\s*$/.test(line)) groups.push([]);
    else groups.at(-1)!.push(line);
  }
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group) =>
      isWrapped(group) || isList(group) ? [group] : group.map((line) => [line]),
    );
}

/** Whether lines are one paragraph that was broken at a width: all but the last about as long as the longest. */
function isWrapped(group: readonly string[]): boolean {
  if (group.length < 2) return false;
  const most = Math.max(...group.map((line) => line.length));
  const full = group.slice(0, -1);
  return most >= 50 && most <= 100 && full.every((line) => line.length >= most * 0.72);
}

const isList = (group: readonly string[]): boolean =>
  group.length > 1 &&
  (group.every((line) => BULLET.test(line)) ||
    (group.every((line) => NUMBER.test(line)) && inOrder(group)));

function inOrder(group: readonly string[]): boolean {
  const numbers = group.map((line) => Number(NUMBER.exec(line)![1]));
  return numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
}

function blockOf(group: readonly string[]): ElementContent[] {
  if (isList(group)) {
    const ordered = NUMBER.test(group[0]!) && !BULLET.test(group[0]!);
    const items = group.map((line) =>
      element('li', [text(line.replace(ordered ? NUMBER : BULLET, ''))]),
    );
    return [
      element(ordered ? 'ol' : 'ul', items, ordered ? { start: NUMBER.exec(group[0]!)![1]! } : {}),
    ];
  }
  const line = group
    .map((one) => one.trim())
    .join(' ')
    .trim();
  if (/^(?:[*_~=–—-]\s*){3,}$|^⁂$/.test(line)) return [element('hr', [])];
  const item = BULLET.exec(line);
  // A single line with a bullet is an item of a list whose items stand apart.
  if (item && /[•‣◦▪·]/.test(item[0]))
    return [element('ul', [element('li', [text(line.replace(BULLET, ''))])])];
  return [element('p', [text(line)])];
}

/** The lines before the first paragraph: the longest of them that is no heading of a chapter is the title. */
function withTitle(all: readonly ElementContent[]): { blocks: ElementContent[]; title?: string } {
  const blocks = joinLists(all);
  const end = blocks.findIndex((block) => !isElement(block, 'p') || !isShort(block));
  const head = blocks.slice(0, end < 0 ? 0 : end) as Element[];
  const chapter = head.findIndex((block) => {
    const { number, part } = readHeading(textOf(block));
    return number !== undefined || part !== undefined;
  });
  const lines = chapter < 0 ? head : head.slice(0, chapter);
  // A lone heading right above the words may be a chapter's: the first line is the title then.
  const [first] = lines;
  if (!first) return { blocks };
  const names = lines.filter((line) =>
    textOf(line).toLowerCase().startsWith(textOf(first).toLowerCase()),
  );
  const title =
    names.length > 1
      ? names.reduce((a, b) => (textOf(b).length > textOf(a).length ? b : a))
      : first;
  return {
    blocks: blocks.map((block) => (block === title ? { ...title, tagName: 'h1' } : block)),
    title: textOf(title),
  };
}

/** Items that stood apart are one list. */
function joinLists(blocks: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const block of blocks) {
    const before = out.at(-1);
    if (isElement(block, 'ul') && isElement(before, 'ul'))
      out[out.length - 1] = { ...before, children: [...before.children, ...block.children] };
    else out.push(block);
  }
  return out;
}

function isShort(block: Element): boolean {
  const words = textOf(block);
  return words.length <= 160 && countWords(words) <= 22 && !/[.,;…]["”’»]?$/.test(words);
}
