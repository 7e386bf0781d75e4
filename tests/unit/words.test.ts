/** The words themselves: their number, their proportions, and what a retelling must not lose. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { REPERTOIRE } from '../../src/config/repertoire.ts';

/**
 * Words of the article retold here: its paragraphs without headings, captions
 * and page furniture; a hyphenated word counts once, a dash separates words.
 */
const ORIGINAL_WORDS = 1071;
/** A retelling may be longer than its original by a third. */
const LONGEST_RATIO = 1.33;

/** What each chapter names and a retelling must still name. */
const NAMED: readonly (readonly string[])[] = [
  ['Ballerina', 'John Wick', 'Ana de Armas', 'Rooney', 'spin-off'],
  ['pirouette', 'poetic justice', 'human nature'],
  ['Knives Out', 'No Time to Die', 'stunt double', 'twenty-five', 'family'],
  ['Chapter 3 – Parabellum', 'Wickverse', 'brute force', 'irony'],
  ['childhood', 'knives', 'ropes', 'wires', 'ballet shoes', 'opera houses', 'black-market'],
  ['eye candy', 'storm', 'young man', 'human being'],
  ['flashbacks', 'empty theatre', 'leotard', 'grief', 'script'],
  ['arabesque', 'jeté', 'scar', 'bruise', 'justice'],
  ['Len Wiseman', 'soft lighting', 'muted color', 'classical music', 'White dresses'],
  ['La Femme Nikita', 'Beatrix Kiddo', 'Atomic Blonde', 'cosplay', 'fans'],
  ['revenge', 'twenty-five', 'movement', 'performance', 'storm hidden in silence'],
];

const content = new URL('../../src/content/stories/ballerina/', import.meta.url);

function split(file: string): { data: Record<string, string>; body: string } {
  const [, front, body] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(new URL(file, content), 'utf8')) ?? [];
  if (front === undefined || body === undefined) throw new Error(`${file}: no front matter`);
  return { data: parse(front) as Record<string, string>, body: body.trim() };
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

describe('the whole', () => {
  it('has eleven chapters, each with the scene, dance, cue and transition of its place', () => {
    expect(
      chapters.map(({ data: { scene, dance, cue, transition } }) => ({
        ...{ scene, dance, cue, transition },
      })),
    ).toEqual(REPERTOIRE);
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
  ({ body, data, steps, index }) => {
    it('has two to five steps of 25 to 120 words, and no headings', () => {
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(steps.length).toBeLessThanOrEqual(5);
      for (const step of steps) {
        expect(countWords(step), step).toBeGreaterThanOrEqual(25);
        expect(countWords(step), step).toBeLessThanOrEqual(120);
      }
      expect(body).not.toMatch(/^#/m);
    });

    it('has a pull quote short enough for a screen of its own', () => {
      expect(data.quote).toMatch(/\S/);
      expect(data.quote?.length).toBeLessThan(110);
    });

    it('quotes at most one phrase, in typographic marks', () => {
      expect(body.match(/“/g)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(body).not.toMatch(/["']/);
    });

    it.each(NAMED[index] ?? [])('still speaks of %s', (name) => {
      expect(body).toContain(name);
    });
  },
);
