/**
 * Cuts words without headings where they turn to something else: where the words of the paragraphs before and after
 * have least in common (after Hearst's TextTiling), at about equal distances. Pure.
 */
import type { Element, ElementContent } from 'hast';
import { isElement } from './clean/elements.ts';
import { countWords, textOf } from './clean/text.ts';
import { cutSteps } from './cutSteps.ts';

/** Paragraphs on either side that are compared. */
const WINDOW = 3;

/**
 * @param count of chapters wanted; fewer where there are not so many blocks
 * @returns the blocks in that many parts, none of them empty
 */
export function cutByThought(
  all: readonly ElementContent[],
  count: number,
  language: string,
): ElementContent[][] {
  const blocks = fine(all, count, language);
  const parts = Math.min(count, blocks.length);
  if (parts <= 1) return [[...blocks]];
  const texts = blocks.map((block) => textOf(block));
  const bags = texts.map(bagOf);
  const lengths = texts.map((text) => Math.max(1, countWords(text)));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const ideal = total / parts;
  // How little the words on both sides of each place have in common, 0 to 1.
  const turns = blocks.map((block, at) => {
    if (at === 0) return 0;
    if (isElement(blocks[at - 1], 'hr')) return 1.5;
    // A picture stays with the words before it.
    if (isElement(block, 'figure', 'hr')) return -1;
    return (
      1 -
      likeness(union(bags.slice(Math.max(0, at - WINDOW), at)), union(bags.slice(at, at + WINDOW)))
    );
  });
  const sums = [0];
  for (const length of lengths) sums.push(sums.at(-1)! + length);
  // The best way to cut the first `end` blocks into `part` parts.
  const best: { cost: number; from: number }[][] = [[{ cost: 0, from: 0 }]];
  for (let part = 1; part <= parts; part += 1) {
    best[part] = [];
    for (let end = part; end <= blocks.length - (parts - part); end += 1) {
      let found = { cost: Number.POSITIVE_INFINITY, from: 0 };
      for (let from = part - 1; from < end; from += 1) {
        const before = best[part - 1]![from];
        if (!before) continue;
        const off = (sums[end]! - sums[from]!) / ideal - 1;
        const cost = before.cost + off * off - (from > 0 ? turns[from]! : 0);
        if (cost < found.cost) found = { cost, from };
      }
      best[part]![end] = found;
    }
  }
  const cuts: number[] = [];
  let end = blocks.length;
  for (let part = parts; part > 0; part -= 1) {
    cuts.unshift(end);
    end = best[part]![end]!.from;
  }
  return cuts.map((to, at) => blocks.slice(cuts[at - 1] ?? 0, to));
}

/** One enormous paragraph is cut where its sentences end. */
function fine(all: readonly ElementContent[], count: number, language: string): ElementContent[] {
  const words = all.map((block) => countWords(textOf(block)));
  const most = Math.max(200, (words.reduce((sum, one) => sum + one, 0) / count) * 0.6);
  return all.flatMap((block, at) => {
    if (!isElement(block, 'p') || words[at]! <= most) return [block];
    // Steps of it, two or three together.
    const steps = cutSteps([block], language).flat();
    const out: Element[] = [];
    for (const step of steps as Element[]) {
      const before = out.at(-1);
      if (before && countWords(textOf(before)) + countWords(textOf(step)) <= 120)
        before.children = [...before.children, { type: 'text', value: ' ' }, ...step.children];
      else out.push({ ...step, children: [...step.children] });
    }
    return out;
  });
}

type Bag = ReadonlyMap<string, number>;

/** The words of a text by their beginnings, those that say something. */
function bagOf(text: string): Bag {
  const bag = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)) {
    const short =
      [...word].length < 4 && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word);
    if (short) continue;
    const stem = [...word].slice(0, 6).join('');
    bag.set(stem, (bag.get(stem) ?? 0) + 1);
  }
  return bag;
}

function union(bags: readonly Bag[]): Bag {
  const all = new Map<string, number>();
  for (const bag of bags)
    for (const [word, times] of bag) all.set(word, (all.get(word) ?? 0) + times);
  return all;
}

/** Cosine of two bags, 0 to 1. */
function likeness(one: Bag, other: Bag): number {
  let dot = 0;
  for (const [word, times] of one) dot += times * (other.get(word) ?? 0);
  const size = (bag: Bag) =>
    Math.sqrt([...bag.values()].reduce((sum, times) => sum + times * times, 0));
  const product = size(one) * size(other);
  return product === 0 ? 0 : dot / product;
}
