/** A chapter's blocks as steps: each a moment of one to four sentences. Pure. */
import type { Element, ElementContent } from 'hast';
import { element, isBlock, isElement } from './clean/elements.ts';
import { countWords, textOf } from './clean/text.ts';
import { type Span, sentencesOf } from './sentences.ts';

/** Sentences of a step at most. */
const SENTENCES = 4;
/** Words above which a step takes no further sentence: what a phone shows at once. */
const WORDS = 80;

/** What stands together: a paragraph or a part of one, some items, a picture. */
interface Atom {
  readonly blocks: readonly ElementContent[];
  /** The block of which it is a part. */
  readonly of?: ElementContent;
  readonly sentences: number;
  readonly words: number;
  /** Whether it stays with what follows, as a heading does; or by itself, as a picture does. */
  readonly kind: 'words' | 'heading' | 'alone';
}

/**
 * @param blocks of a chapter; a rule among them parts steps and is not kept
 * @param language of its words, BCP 47
 * @returns at least one step where there is a block at all; no sentence is cut
 */
export function cutSteps(blocks: readonly ElementContent[], language: string): ElementContent[][] {
  const steps: ElementContent[][] = [];
  for (const part of atRules(blocks)) {
    let step: Atom[] = [];
    const close = () => {
      if (step.length > 0) steps.push(rejoin(step));
      step = [];
    };
    for (const atom of part.flatMap((block) => atomsOf(block, language))) {
      if (!fits(step, atom)) close();
      step.push(atom);
    }
    close();
  }
  return steps;
}

/** Parts of one quotation that stand in one step are one quotation. */
function rejoin(step: readonly Atom[]): ElementContent[] {
  const out: ElementContent[] = [];
  let last: ElementContent | undefined;
  for (const { blocks, of } of step) {
    const before = out.at(-1);
    const [first] = blocks;
    if (of !== undefined && of === last && isElement(before) && isElement(first))
      out[out.length - 1] = { ...before, children: [...before.children, ...first.children] };
    else out.push(...blocks);
    last = of;
  }
  return out;
}

function atRules(blocks: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  for (const block of blocks) {
    if (isElement(block, 'hr')) parts.push([]);
    else parts.at(-1)!.push(block);
  }
  return parts;
}

function fits(step: readonly Atom[], next: Atom): boolean {
  const before = step.at(-1);
  if (!before || before.kind === 'heading') return true;
  if (next.kind !== 'words' || before.kind === 'alone') return false;
  const sum = (of: 'sentences' | 'words') =>
    step.reduce((total, atom) => total + atom[of], next[of]);
  return sum('sentences') <= SENTENCES && sum('words') <= WORDS;
}

function atomsOf(block: ElementContent, language: string): Atom[] {
  const text = textOf(block);
  const atom = (kind: Atom['kind'], sentences: number, blocks = [block]): Atom => ({
    blocks,
    sentences,
    words: countWords(textOf(blocks)),
    kind,
  });
  if (!isElement(block)) return [atom('words', 1)];
  if (/^h\d$/.test(block.tagName)) return [atom('heading', 0)];
  if (isElement(block, 'figure', 'table', 'pre', 'img')) return [atom('alone', SENTENCES)];
  if (isElement(block, 'p')) return cutParagraph(block, language);
  if (isElement(block, 'ul', 'ol')) return cutList(block, language);
  if (isElement(block, 'blockquote', 'aside', 'div')) {
    const { id, ...properties } = block.properties;
    let first = true;
    return block.children
      .flatMap((child) => atomsOf(child, language))
      .map((inner) => {
        const around = element(block.tagName, [...inner.blocks], {
          ...properties,
          ...(first && id !== undefined && { id }),
        });
        first = false;
        return { ...inner, blocks: [around], of: block };
      });
  }
  return [atom('words', Math.max(1, sentencesOf(text, language).length))];
}

/** As many items together as a step has room for. */
function cutList(list: Element, language: string): Atom[] {
  const groups: Element[][] = [];
  let sentences = 0;
  let words = 0;
  const counts: number[] = [];
  for (const item of list.children) {
    if (!isElement(item)) continue;
    const text = textOf(item);
    const own = Math.max(
      1,
      sentencesOf(text, language).filter(({ start, end }) => /[.!?…]/.test(text.slice(start, end)))
        .length,
    );
    const ownWords = countWords(text);
    // Items of a word or two are read as one.
    const weight = ownWords < 6 ? 0.5 : own;
    if (groups.length === 0 || sentences + weight > SENTENCES || words + ownWords > WORDS) {
      groups.push([]);
      counts.push(0);
      sentences = 0;
      words = 0;
    }
    groups.at(-1)!.push(item);
    sentences += weight;
    words += ownWords;
    counts[counts.length - 1] = Math.ceil(sentences);
  }
  const { id, start, reversed, ...rest } = list.properties;
  let number = Number(start ?? 1);
  return groups.map((items, at) => {
    const properties: Element['properties'] = { ...rest };
    if (at === 0 && id !== undefined) properties['id'] = id;
    if (list.tagName === 'ol' && number > 1) properties['start'] = number;
    if (reversed && groups.length === 1) properties['reversed'] = true;
    number += items.length;
    const blocks = [element(list.tagName, items, properties)];
    return { blocks, sentences: counts[at]!, words: countWords(textOf(blocks)), kind: 'words' };
  });
}

/** A paragraph in parts of like length, cut where sentences end. */
function cutParagraph(paragraph: Element, language: string): Atom[] {
  const text = plainOf(paragraph.children);
  const free = breaksWithin(paragraph.children);
  const sentences = joined(sentencesOf(text, language), free);
  const lengths = sentences.map(({ start, end }) => countWords(text.slice(start, end)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const wanted = Math.max(
    Math.ceil(sentences.length / SENTENCES),
    sentences.length > 1 ? Math.ceil(total / WORDS) : 1,
  );
  const ends: { end: number; sentences: number }[] = [];
  let from = 0;
  for (const size of evenParts(lengths, Math.min(wanted, sentences.length))) {
    from += size;
    ends.push({ end: sentences[from - 1]!.end, sentences: size });
  }
  if (ends.length <= 1) {
    const count = Math.max(1, sentences.length);
    return [{ blocks: [paragraph], sentences: count, words: total, kind: 'words' }];
  }
  const { id, ...properties } = paragraph.properties;
  return ends.map(({ end, sentences: count }, at) => {
    const part = slice(paragraph.children, ends[at - 1]?.end ?? 0, end);
    const blocks = [
      element('p', trim(part), { ...properties, ...(at === 0 && id !== undefined && { id }) }),
    ];
    return { blocks, sentences: count, words: countWords(textOf(blocks)), kind: 'words' };
  });
}

/** Sentences that one link or quotation holds stay together. */
function joined(sentences: readonly Span[], free: (at: number) => boolean): Span[] {
  const out: Span[] = [];
  for (const { start, end } of sentences) {
    const before = out.at(-1);
    if (before && !free(start)) out[out.length - 1] = { start: before.start, end };
    else out.push({ start, end });
  }
  return out;
}

/** How many of these go into each of so many parts, none more than four, so that the parts are of like length. */
function evenParts(lengths: readonly number[], parts: number): number[] {
  const sizes: number[] = [];
  let at = 0;
  for (let part = 0; part < parts && at < lengths.length; part += 1) {
    const left = parts - part;
    const rest = lengths.slice(at).reduce((sum, length) => sum + length, 0);
    let size = 0;
    let words = 0;
    while (at + size < lengths.length) {
      const mustLeave = left - 1;
      const remaining = lengths.length - at - size;
      const next = lengths[at + size]!;
      if (size > 0 && remaining <= mustLeave) break;
      if (size >= SENTENCES && left > 1) break;
      // Four a part at most: what would be left over has to be taken now.
      const forced = remaining > mustLeave * SENTENCES;
      if (size > 0 && !forced && left > 1 && words + next / 2 > rest / left) break;
      words += next;
      size += 1;
    }
    sizes.push(size);
    at += size;
  }
  return sizes;
}

/** A break counts as one letter, and so do a picture and a note. */
function plainOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text'
        ? node.value
        : isElement(node)
          ? isOne(node)
            ? node.tagName === 'br'
              ? '\n'
              : '\u00a0'
            : plainOf(node.children)
          : '',
    )
    .join('');
}

const isOne = (node: Element): boolean =>
  node.tagName === 'br' || node.tagName === 'img' || 'dataNote' in node.properties;

/** Elements that are not to be cut in two. */
const WHOLE = new Set([
  'a',
  'q',
  'code',
  'cite',
  'abbr',
  'ruby',
  'kbd',
  'sup',
  'sub',
  'data',
  'time',
]);

/** @returns whether a paragraph may be cut at a place of its text */
function breaksWithin(nodes: readonly ElementContent[]): (at: number) => boolean {
  const closed: { start: number; end: number }[] = [];
  let at = 0;
  const walk = (children: readonly ElementContent[]): void => {
    for (const node of children) {
      if (node.type === 'text') at += node.value.length;
      else if (isElement(node)) {
        const start = at;
        if (isOne(node)) at += 1;
        else walk(node.children);
        if (WHOLE.has(node.tagName) && !isOne(node)) closed.push({ start, end: at });
      }
    }
  };
  walk(nodes);
  return (place) => !closed.some(({ start, end }) => place > start && place < end);
}

/** The nodes between two places of their text. A note's sign at the end of a sentence goes with it. */
function slice(nodes: readonly ElementContent[], from: number, to: number): ElementContent[] {
  let at = 0;
  const walk = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((node): ElementContent[] => {
      const start = at;
      if (node.type === 'text') {
        at += node.value.length;
        const value = node.value.slice(Math.max(0, from - start), Math.max(0, to - start));
        return value === '' ? [] : [{ type: 'text', value }];
      }
      if (!isElement(node)) return [];
      if (isOne(node)) {
        at += 1;
        return start >= from && start < to ? [node] : [];
      }
      const inner = walk(node.children);
      return inner.length === 0 ? [] : [{ ...node, children: inner }];
    });
  return walk(nodes);
}

/** Without the space where it was cut. */
function trim(nodes: ElementContent[]): ElementContent[] {
  const edge = (list: ElementContent[], last: boolean): ElementContent[] => {
    const node = last ? list.at(-1) : list[0];
    const rest = last ? list.slice(0, -1) : list.slice(1);
    const join = (one: ElementContent[]) => (last ? [...rest, ...one] : [...one, ...rest]);
    if (node?.type === 'text') {
      const value = last
        ? node.value.replace(/[ \n\t]+$/, '')
        : node.value.replace(/^[ \n\t]+/, '');
      return value === '' ? edge(rest, last) : join([{ type: 'text', value }]);
    }
    if (isElement(node, 'br')) return edge(rest, last);
    if (isElement(node) && !isOne(node) && !isBlock(node)) {
      const inner = edge(node.children, last);
      return inner.length === 0 ? edge(rest, last) : join([{ ...node, children: inner }]);
    }
    return list;
  };
  return edge(edge(nodes, false), true);
}
