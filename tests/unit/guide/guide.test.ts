/** The guide for authors: its words, and what it takes from schemas, scenes, transitions and engravings. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldFacts } from '../../../src/core/guide/fieldFacts.ts';
import { readGuide } from '../../../src/core/guide/readGuide.ts';
import { sentenceAbove } from '../../../src/core/guide/sentenceAbove.ts';
import { openingBars, openingSize } from '../../../src/core/staff/openingBars.ts';
import { readCatalogue } from '../../../src/data/repertoire.ts';
import { CHAPTER_EXAMPLES, chapterSchema } from '../../../src/schemas/chapter.ts';
import type { StaffFile } from '../../../src/schemas/cue.ts';
import { STORY_EXAMPLES, storySchema } from '../../../src/schemas/story.ts';

const chapters = chapterSchema(readCatalogue('.'));

describe.each([
  { file: 'story.md', schema: storySchema, examples: STORY_EXAMPLES },
  { file: 'a chapter', schema: chapters, examples: CHAPTER_EXAMPLES },
])('the fields of $file', ({ schema, examples }) => {
  const facts = fieldFacts(schema, examples);

  test('are all told, with what they are and a line', () => {
    const fields = facts.filter(({ name }) => !name.includes('.'));
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(schema.shape));
    for (const { meaning, example } of fields) {
      expect(meaning).toMatch(/^\p{Lu}.*\.$/su);
      expect(example).toMatch(/^\w+:/);
    }
  });

  test('have examples that the site takes, written as they are shown', () => {
    const file = facts.flatMap(({ example }) => example ?? []).join('\n');
    expect(schema.safeParse(parse(file)).error).toBeUndefined();
  });
});

test('a field tells its limits, its names and its parts', () => {
  const told = new Map(
    [...fieldFacts(storySchema, STORY_EXAMPLES), ...fieldFacts(chapters, CHAPTER_EXAMPLES)].map(
      (fact) => [fact.name, fact],
    ),
  );
  expect(told.get('description')).toMatchObject({ needed: true, limits: '50 to 160 characters' });
  expect(told.get('shortTitle')?.limits).toBe('at most 24 characters');
  expect(told.get('quoteAfter')).toMatchObject({ needed: false, example: 'quoteAfter: 2' });
  expect(told.get('quoteAfter')?.limits).toBe('a whole number from 1 to 120');
  expect(told.get('scene')?.values).toContain('colonnade');
  expect(told.get('published')?.limits).toBe('a date, YYYY-MM-DD');
  expect(told.get('film.title')).toMatchObject({ needed: true, limits: 'at most 80 characters' });
  expect(told.get('film.title')).not.toHaveProperty('example');
  expect(told.get('further.address')?.limits).toBe('an address with `https://`');
});

describe('docs/authors.md', () => {
  const text = readFileSync('docs/authors.md', 'utf8');
  const guide = readGuide(text);
  const html = guide.chapters
    .flatMap(({ parts }) => parts.map((part) => ('html' in part ? part.html : '')))
    .join('\n');

  test('has a title, a lead and chapters, and shows all that there is', () => {
    expect(guide.title).toBe('Your own story');
    expect(guide.lead).toMatch(/^Your article/);
    expect(guide.chapters.length).toBeGreaterThan(5);
    const shown = guide.chapters.flatMap(({ parts }) =>
      parts.flatMap((part) => ('show' in part ? part.show : [])),
    );
    expect(shown).toEqual(expect.arrayContaining(['story fields', 'chapter fields']));
    expect(shown).toEqual(expect.arrayContaining(['themes', 'scenes', 'transitions', 'cues']));
  });

  test('leads only where the site can follow', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const { id } of guide.chapters) ids.add(id);
    const links = [...html.matchAll(/ href="([^"]+)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(2);
    const lost = links.filter((href) =>
      href.startsWith('#') ? !ids.has(href.slice(1)) : !href.startsWith('https://'),
    );
    expect(lost).toEqual([]);
  });

  test('names options, settings and files that there are', () => {
    const options = readFileSync('src/pipelines/import/command.ts', 'utf8');
    for (const [, option] of text.matchAll(/^\| `(--[\w-]+)` \|/gm))
      expect(options).toContain(option);
    const settings = readFileSync('src/server/settings.ts', 'utf8');
    for (const [, setting] of text.matchAll(/^\| `([A-Z_]+)` \|/gm))
      expect(settings).toContain(setting);
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, script] of text.matchAll(/npm run (\w+)/g))
      expect(scripts).toHaveProperty(script!);
  });
});

test('a guide without comments and links is its words', () => {
  const guide = readGuide(
    '# A *b*\n\nLead.\n\n## One\n\nWords [x](../src/a.ts) `c`.\n\n<!-- show: things -->\n\nMore.\n\n### Two\n',
  );
  expect(guide).toEqual({
    title: 'A b',
    lead: 'Lead.',
    chapters: [
      {
        id: 'one',
        title: 'One',
        parts: [
          { html: '<p>Words x <code dir="ltr">c</code>.</p>' },
          { show: 'things' },
          { html: '<p>More.</p>\n<h3 id="two">Two</h3>' },
        ],
      },
    ],
  });
});

test.each(['scenes', 'transitions', 'config/themes'])(
  'every file of src/%s says what is seen',
  (folder) => {
    const files = readdirSync(`src/${folder}`).filter((name) => name.endsWith('.ts'));
    for (const file of files.filter((name) => !['index.ts', 'theme.ts'].includes(name)))
      expect(sentenceAbove(readFileSync(`src/${folder}/${file}`, 'utf8'))).toMatch(/^\p{Lu}.*\.$/u);
    expect(() => sentenceAbove('/** Other. */\nconst a = 1;\nexport default a;')).toThrow(
      'comment',
    );
  },
);

test.each(readdirSync('public/scores'))('%s opens with bars and ends at a bar line', (file) => {
  const staff = JSON.parse(readFileSync(`public/scores/${file}`, 'utf8')) as StaffFile;
  const svg = openingBars(staff, { ink: '#171315', paper: '#f3e9dc' });
  const [, left, width] = /viewBox="(\S+) 0 (\S+) /.exec(svg)!.map(Number);
  expect(width! / staff.size[1]).toBeGreaterThan(3);
  const places = [...svg.matchAll(/matrix\((?:\S+ ){4}(\S+) \S+\)/g)].map(([, x]) => Number(x));
  expect(places.length).toBeGreaterThan(10);
  expect(Math.max(...places)).toBeLessThan(left! + width!);
  expect(svg.length).toBeLessThan(16_000);
  const size = openingSize(staff);
  expect(size.width / size.height).toBeCloseTo(width! / staff.size[1], 1);
});
