/**
 * An article's blocks as chapters: at its headings, of whatever kind they are; without any at turns of thought.
 * An introduction stands before the first heading, a conclusion under its own. Pure.
 */
import type { Element, ElementContent } from 'hast';
import { MOST_CHAPTERS } from '../../core/story/layout.ts';
import { isElement } from './clean/elements.ts';
import { countWords, textOf } from './clean/text.ts';
import { cutByThought } from './cutByThought.ts';
import { type Candidate, candidatesOf, type Heading, type HeadingKind } from './headings.ts';

export interface ChapterPart {
  /** Its heading; none where the author has set none. */
  readonly heading?: Heading;
  /** Headings right above it that have no words of their own, such as `Part One`: they stand before it in the title. */
  readonly above?: readonly string[];
  /** The heading as it stood, for its links, notes and place. */
  readonly element?: Element;
  readonly blocks: readonly ElementContent[];
  /** Whether it stands before all numbered chapters. */
  readonly opening: boolean;
}

export interface FoundChapters {
  readonly parts: readonly ChapterPart[];
  /** How they were found, for the summary: `11 numbered headings`. */
  readonly how: string;
  readonly warnings: readonly string[];
}

/** Between two headings in one title. */
export const ABOVE = ': ';
/** Characters that a chapter's title may have. */
const LONGEST_TITLE = 90;
/** Words of a chapter that is cut where there are no headings. */
const LIKE_LENGTH = 150;

/**
 * @param language BCP 47
 * @returns 1 to 30 chapters, which together hold every block
 */
export function findChapters(blocks: readonly ElementContent[], language: string): FoundChapters {
  const chosen = chooseHeadings(blocks, candidatesOf(blocks));
  if (chosen.list.length === 0) return withoutHeadings(blocks, language);
  const { parts, joined } = divide(blocks, chosen.list);
  const merged = merge(parts);
  return {
    parts: merged,
    how: `${chosen.list.length} ${NAMES[chosen.kind]}`,
    warnings: [
      ...(joined > 0
        ? [
            `${joined} ${joined === 1 ? 'heading has' : 'headings have'} no words below: each stands with the next one.`,
          ]
        : []),
      ...(merged.length < parts.length
        ? [
            `The article has ${parts.length} parts and a story at most ${MOST_CHAPTERS} chapters: the shortest neighbours were joined, their headings kept.`,
          ]
        : []),
    ],
  };
}

const NAMES: Readonly<Record<HeadingKind, string>> = {
  element: 'headings',
  chapter: 'chapter headings',
  numbered: 'numbered headings',
  roman: 'headings with Roman numerals',
  bold: 'bold lines that stand alone',
  upper: 'lines in capital letters',
  label: 'headings that open and close',
  plain: 'short lines that stand alone',
};

interface Chosen {
  readonly kind: HeadingKind;
  readonly list: readonly Candidate[];
}

/** The kind of heading that the article has, and those of it that are headings. */
function chooseHeadings(blocks: readonly ElementContent[], all: readonly Candidate[]): Chosen {
  const elements = all.filter(({ kind }) => kind === 'element');
  const level = [1, 2, 3, 4, 5, 6].find(
    (one) => elements.filter(({ level: own }) => own! <= one).length > 1,
  );
  if (level !== undefined) {
    const list = elements.filter(({ level: own }) => own! <= level);
    // One heading above many: a part with its chapters, or a title that has stayed.
    if (list.some((one) => hasWords(blocks, one.at, list))) return { kind: 'element', list };
  }
  const lines = [bySequence(all, 'chapter'), bySequence(all, 'numbered'), bySequence(all, 'roman')]
    .filter((one) => one.list.length > 0)
    .sort((a, b) => b.list.length - a.list.length);
  const labels = all.filter(({ kind }) => kind === 'label');
  for (const { kind, list } of lines) {
    const whole = [...list, ...labels].sort((a, b) => a.at - b.at);
    if (whole.length > 1) return { kind, list: whole };
  }
  for (const kind of ['bold', 'upper', 'plain'] as const) {
    const list = all.filter((one) => one.kind === kind && (kind !== 'plain' || one.at > 0));
    const apart = list.filter((one) => hasWords(blocks, one.at, list));
    if (
      apart.length > 1 &&
      apart.length >= list.length / 2 &&
      (kind !== 'plain' || frequent(blocks, list.length))
    )
      return { kind, list: [...list, ...labels].sort((a, b) => a.at - b.at) };
  }
  if (labels.length > 1) return { kind: 'label', list: labels };
  return { kind: 'element', list: elements };
}

/** Short lines are headings where there are not too many of them. */
const frequent = (blocks: readonly ElementContent[], count: number): boolean =>
  count <= blocks.length / 3 && count <= MOST_CHAPTERS;

/** Lines whose numbers follow each other from one on (or nought): a year at the beginning of a line is none of them. */
function bySequence(all: readonly Candidate[], kind: HeadingKind): Chosen {
  const list: Candidate[] = [];
  for (const one of all) {
    if (one.kind !== kind) continue;
    const { number } = one.heading;
    const before = list.at(-1);
    if (before ? number === before.heading.number! + 1 : number === 1 || number === 0)
      list.push(one);
  }
  // Lines right below each other are a list.
  const apart = list.filter((one, at) => list[at + 1]?.at !== one.at + 1);
  return { kind, list: apart.length > list.length / 2 ? list : [] };
}

/** Whether anything but headings stands below it. */
function hasWords(
  blocks: readonly ElementContent[],
  at: number,
  list: readonly Candidate[],
): boolean {
  const next = blocks[at + 1];
  return next !== undefined && !list.some((one) => one.at === at + 1);
}

function divide(
  blocks: readonly ElementContent[],
  list: readonly Candidate[],
): { parts: ChapterPart[]; joined: number } {
  const parts: ChapterPart[] = [];
  let joined = 0;
  const before = blocks.slice(0, list[0]!.at);
  // Headings that have nothing below stay in front of what comes.
  let waiting: { node: Element; heading: Heading }[] = [];
  if (before.some((block) => textOf(block) !== '' || isElement(block, 'figure'))) {
    parts.push({ blocks: before, opening: true });
  }
  const seenChapter = () => parts.some(({ opening }) => !opening);
  for (const [index, { at, heading }] of list.entries()) {
    const end = list[index + 1]?.at ?? blocks.length;
    let inner = blocks.slice(at + 1, end);
    const node = blocks[at] as Element;
    let own = heading;
    // "Chapter One", and its title on the next line.
    const [next] = inner;
    if (heading.title === '' && heading.number !== undefined && isTitle(next) && inner.length > 1) {
      own = { ...heading, text: `${heading.text} ${textOf(next!)}`, title: textOf(next!) };
      inner = inner.slice(1);
    }
    if (!inner.some((block) => !isElement(block, 'hr'))) {
      joined += 1;
      waiting = [...waiting, { node, heading: own }];
      continue;
    }
    const opening =
      heading.part === 'introduction' &&
      heading.number === undefined &&
      !seenChapter() &&
      parts.length === 0;
    const above = waiting.map(({ heading: one }) => one.text);
    const first = waiting[0];
    if (!first) parts.push({ heading: own, element: node, blocks: inner, opening });
    else if (
      [...above, own.text].join(ABOVE).length <= LONGEST_TITLE &&
      waiting.every((one) => isPlain(one.node))
    )
      parts.push({ heading: own, above, element: node, blocks: inner, opening });
    else {
      // Too much for a title: the first is it, and the others are headings below.
      const others = [...waiting.slice(1), { node, heading: own }].map(asHeading);
      parts.push({
        heading: first.heading,
        element: first.node,
        blocks: [...others, ...inner],
        opening,
      });
    }
    waiting = [];
  }
  if (waiting.length > 0) {
    const last = parts.at(-1);
    const nodes = waiting.map(({ node }) => node);
    if (last) parts[parts.length - 1] = { ...last, blocks: [...last.blocks, ...nodes] };
    else parts.push({ blocks: nodes, opening: false });
  }
  return { parts, joined };
}

function isTitle(block: ElementContent | undefined): boolean {
  if (!isElement(block, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) return false;
  const text = textOf(block);
  return (
    countWords(text) <= 12 && text.length <= 90 && text !== '' && !/[.!?…,;:]["”’»]?$/.test(text)
  );
}

/** No more chapters than a story has: the two neighbours that are shortest together become one, again and again. */
function merge(all: readonly ChapterPart[]): ChapterPart[] {
  const parts = [...all];
  const words = parts.map(({ blocks }) =>
    countWords(blocks.map((block) => textOf(block)).join(' ')),
  );
  while (parts.length > MOST_CHAPTERS) {
    let best = 1;
    for (let at = 2; at < parts.length; at += 1)
      if (words[at - 1]! + words[at]! < words[best - 1]! + words[best]!) best = at;
    const [one, other] = [parts[best - 1]!, parts[best]!];
    parts.splice(best - 1, 2, {
      ...one,
      blocks: [
        ...one.blocks,
        ...(other.above ?? []).map((text) => asHeading({ heading: { text, title: text } })),
        ...(other.element ? [asHeading({ node: other.element, heading: other.heading! })] : []),
        ...other.blocks,
      ],
    });
    words.splice(best - 1, 2, words[best - 1]! + words[best]!);
  }
  return parts;
}

/** A heading within a chapter. */
function asHeading({ node, heading }: { node?: Element; heading: Heading }): ElementContent {
  if (node && /^h\d$/.test(node.tagName) && heading.text === textOf(node)) return node;
  return {
    type: 'element',
    tagName: 'h2',
    properties: {},
    children: [{ type: 'text', value: heading.text }],
  };
}

/** Whether it is words alone: a title has no links, notes and places. */
const isPlain = ({ properties, children }: Element): boolean =>
  properties['id'] === undefined &&
  children.every(
    (child) =>
      child.type === 'text' ||
      (isElement(child) &&
        !('dataNote' in child.properties) &&
        child.tagName !== 'a' &&
        isPlain(child)),
  );

function withoutHeadings(blocks: readonly ElementContent[], language: string): FoundChapters {
  const words = countWords(blocks.map((block) => textOf(block)).join(' '));
  const count = Math.min(MOST_CHAPTERS, Math.max(1, Math.round(words / LIKE_LENGTH)));
  const parts = cutByThought(blocks, count, language);
  return {
    parts: parts.map((inner) => ({ blocks: inner, opening: false })),
    how:
      parts.length === 1
        ? 'no headings, and short: one chapter'
        : `no headings: cut at turns of thought into ${parts.length} chapters of like length`,
    warnings:
      parts.length === 1
        ? []
        : [
            `The article has no headings: it was cut at turns of thought into ${parts.length} chapters of like length, and their titles are drafted.`,
          ],
  };
}
