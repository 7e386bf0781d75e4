/** The words themselves: their number, their proportions, and what a retelling must not lose. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readingEase, wordsAsRead } from '../helpers/readability.ts';
import { REPERTOIRE } from '../helpers/repertoire.ts';

/**
 * Words of the article retold here: its paragraphs without headings, captions
 * and page furniture; a hyphenated word counts once, a dash separates words.
 */
const ORIGINAL_WORDS = 1071;
/** A retelling may be longer than its original by a third. */
const LONGEST_RATIO = 1.33;

/** Flesch's reading ease that each chapter exceeds: 60 to 70 is plain English. */
const LEAST_EASE = 60;

/** No chapter may be longer than its part of the article by more. */
const LONGEST_CHAPTER = 1.4;
/** Words of each chapter’s part of the article, counted the same way. */
const ORIGINAL_PARTS = [115, 122, 141, 93, 112, 91, 98, 78, 74, 70, 77];

const content = new URL('../../src/content/stories/ballerina/', import.meta.url);

function split(file: string): { data: Record<string, string>; body: string } {
  const [, front, body] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(new URL(file, content), 'utf8')) ?? [];
  if (front === undefined || body === undefined) throw new Error(`${file}: no front matter`);
  // A link is read as its words.
  const text = body.trim().replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
  return { data: parse(front) as Record<string, string>, body: text };
}

const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:[’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

const chapters = readdirSync(new URL('chapters/', content))
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => {
    const { data, body } = split(`chapters/${name}`);
    return { name, data, body, steps: body.split(/\n\n---\n\n/) };
  });
const story = split('story.md');

/** What the article claims, by chapter, and the words that carry it. */
const claims = parse(readFileSync(new URL('claims.yml', content), 'utf8')) as Readonly<
  Record<string, readonly { readonly claim: string; readonly carriedBy: string }[]>
>;
/** As it is read: without the marks of titles. */
const read = (text: string): string => text.replaceAll('_', '').replace(/\s+/g, ' ');
/** A sentence’s words, to compare whatever its case and marks are. */
const wordsOf = (text: string): string[] =>
  read(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}’]+/gu) ?? [];
/** The longest run of words of `a` that `b` has too. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  const text = ` ${b.join(' ')} `;
  let longest = 0;
  for (let from = 0; from < a.length; from++)
    while (
      text.includes(` ${a.slice(from, from + longest + 1).join(' ')} `) &&
      from + longest < a.length
    )
      longest++;
  return longest;
}

describe('the whole', () => {
  it('has eleven chapters, each with the scene, dance, cue and transition of its place', () => {
    expect(
      chapters.map(({ data: { scene, dance, cue, transition } }) => ({
        ...{ scene, dance, cue, transition },
      })),
    ).toEqual(REPERTOIRE.entries);
  });

  it('is no shorter than its original and at most a third longer', () => {
    const total = chapters.reduce((sum, { body }) => sum + countWords(body), 0);
    expect(total).toBeGreaterThanOrEqual(ORIGINAL_WORDS);
    expect(total).toBeLessThanOrEqual(ORIGINAL_WORDS * LONGEST_RATIO);
  });

  it("says once, in the editor's note, what the film calls its heroine", () => {
    const everything = [story.body, ...chapters.map(({ body }) => body)].join('\n');
    expect(everything.match(/Eve Macarro/g)).toHaveLength(1);
    expect(story.body).toContain('Eve Macarro');
  });

  it('describes itself in one sentence that fits a card', () => {
    for (const { description = '' } of [story.data, ...chapters.map(({ data }) => data)]) {
      expect(description.length).toBeGreaterThanOrEqual(90);
      expect(description.length).toBeLessThanOrEqual(155);
    }
  });
});

describe.each(chapters.map((chapter, index) => ({ ...chapter, index })))(
  '$name',
  ({ name, body, data, steps, index }) => {
    it('has two to five steps of 25 to 120 words, and no headings', () => {
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(steps.length).toBeLessThanOrEqual(5);
      for (const step of steps) {
        expect(countWords(step), step).toBeGreaterThanOrEqual(25);
        expect(countWords(step), step).toBeLessThanOrEqual(120);
      }
      expect(body).not.toMatch(/^#/m);
    });

    it('has a pull quote short enough for a screen of its own, and not beside its sentence', () => {
      const after = Number(data.quoteAfter);
      expect(data.quote).toMatch(/\S/);
      expect(data.quote?.length).toBeLessThan(110);
      expect(after).toBeGreaterThanOrEqual(1);
      expect(after).toBeLessThan(steps.length);
      const beside = [steps[after - 1]!, steps[after]!];
      for (const step of beside)
        expect(longestRun(wordsOf(data.quote!), wordsOf(step)), data.quote).toBeLessThan(4);
    });

    it('keeps each claim of its part of the article', () => {
      const kept = claims[name.replace(/\.md$/, '')]!;
      expect(kept.length).toBeGreaterThan(5);
      for (const { claim, carriedBy } of kept) expect(read(body), claim).toContain(carriedBy);
    });

    it('reads as easily as people talk', () => {
      expect(readingEase(wordsAsRead(body))).toBeGreaterThan(LEAST_EASE);
    });

    it('is not much longer than its part of the article', () => {
      expect(countWords(body) / ORIGINAL_PARTS[index]!).toBeLessThanOrEqual(LONGEST_CHAPTER);
    });

    it('quotes at most one phrase, in typographic marks', () => {
      expect(body.match(/“/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(body).not.toMatch(/["']/);
    });
  },
);
