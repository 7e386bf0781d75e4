/** The parts of the import by themselves: sentences, steps, headings, furniture, titles. */
import { describe, expect, test } from 'vitest';
import { bylineOf, dateOf } from '../../../src/pipelines/import/byline.ts';
import { textOf } from '../../../src/pipelines/import/clean/text.ts';
import { articleFromHtml } from '../../../src/pipelines/import/cleanTree.ts';
import { cutSteps } from '../../../src/pipelines/import/cutSteps.ts';
import { describeWords } from '../../../src/pipelines/import/drafts/description.ts';
import { freeSlug, slugFrom, storyName } from '../../../src/pipelines/import/drafts/slugs.ts';
import { shortTitle, storyTitle } from '../../../src/pipelines/import/drafts/titles.ts';
import { findChapters } from '../../../src/pipelines/import/findChapters.ts';
import { removeFurniture } from '../../../src/pipelines/import/furniture.ts';
import { readHeading } from '../../../src/pipelines/import/headings.ts';
import { importArticle } from '../../../src/pipelines/import/importArticle.ts';
import { sentenceList } from '../../../src/pipelines/import/sentences.ts';

const blocksOf = (html: string) => articleFromHtml(html).body.children as never[];

describe('sentences', () => {
  test.each([
    ['Dr. Ilves came. She sat.', ['Dr. Ilves came.', 'She sat.']],
    ['J. K. Rowling wrote e.g. this. Not that.', ['J. K. Rowling wrote e.g. this.', 'Not that.']],
    ['“Stop!” he said. “Why?”', ['“Stop!” he said.', '“Why?”']],
    ['It cost 3.5 million. No. 5 won.', ['It cost 3.5 million.', 'No. 5 won.']],
    ['Wait… what? Yes.', ['Wait… what?', 'Yes.']],
  ])('%s', (text, expected) => {
    expect(sentenceList(text, 'en')).toEqual(expected);
  });
});

describe('steps', () => {
  const steps = (html: string) => cutSteps(blocksOf(html), 'en').map((step) => textOf(step));

  test('have one to four sentences, and like lengths', () => {
    const nine = Array.from({ length: 9 }, (_, at) => `This is sentence ${at}.`).join(' ');
    const cut = steps(`<p>${nine}</p>`);
    expect(cut.map((step) => sentenceList(step, 'en').length)).toEqual([3, 3, 3]);
    expect(cut.join(' ')).toBe(nine);
  });

  test('cut no link in two', () => {
    const [first] = steps(
      '<p>One. Two. Three. <a href="https://a.example/">Four. Five.</a> Six.</p>',
    );
    expect(first).not.toMatch(/Four\.$/);
  });

  test('a picture stands by itself, a heading with what follows', () => {
    expect(
      steps(
        '<p>One.</p><h3>Next</h3><p>Two.</p><figure><img src="a.jpg" alt="a"></figure><p>Three.</p>',
      ),
    ).toEqual(['One.', 'Next Two.', '', 'Three.']);
  });
});

describe('headings', () => {
  test.each([
    ['1. The Mirror', { number: 1, title: 'The Mirror' }],
    ['Chapter Three: The Fall', { number: 3, title: 'The Fall' }],
    ['Kapitel 2 – Der Fall', { number: 2, title: 'Der Fall' }],
    ['IV. Salt', { number: 4, title: 'Salt' }],
    ['Глава 5', { number: 5, title: '' }],
    ['第三章 鏡', { number: 3, title: '鏡' }],
    ['Introduction: A Door', { part: 'introduction', title: 'A Door' }],
    ['10. Conclusion: Standing', { number: 10, part: 'conclusion', title: 'Conclusion: Standing' }],
    ['In the Beginning', { title: 'In the Beginning' }],
  ])('%s', (line, expected) => {
    expect(readHeading(line)).toMatchObject(expected);
  });

  const titles = (html: string) =>
    findChapters(blocksOf(html), 'en').parts.map(({ heading }) => heading?.text ?? '');
  const words = '<p>Long enough to be words of a chapter, and not the shortest that there are.</p>';

  test('a year at the beginning of a line is none', () => {
    expect(
      titles(`<p>1. One</p>${words}<p>1986. A great year</p>${words}<p>2. Two</p>${words}`),
    ).toEqual(['1. One', '2. Two']);
  });

  test('a title above sections is no chapter by itself', () => {
    expect(titles(`<h1>All</h1><h2>One</h2>${words}<h2>Two</h2>${words}`)).toEqual(['One', 'Two']);
  });

  test('headings without words stand before the next one, in its title or as the title', async () => {
    const chapters = async (html: string) =>
      [
        ...(
          await importArticle(articleFromHtml(html), {
            today: '2026-11-30',
            address: 'https://example.org',
          })
        ).files,
      ].flatMap(([path, text]) =>
        path.startsWith('chapters/')
          ? [
              `${/^title: (.*)$/m.exec(String(text))![1]} | ${String(text).split('---\n\n').slice(1).join('')}`.trim(),
            ]
          : [],
      );
    const long = 'The second part, in which nobody says what everybody has come to hear';
    expect(
      await chapters(
        `<h2>Part One</h2><h2>The floor</h2>${words}<h2>${long}</h2><h2>The knife falls twice here</h2>${words}<h2>The end</h2>`,
      ),
    ).toEqual([
      expect.stringMatching(/^"Part One: The floor" \| Long enough/),
      expect.stringMatching(
        new RegExp(`^${long} \\| ## The knife falls twice here\\n\\nLong enough[^]*## The end$`),
      ),
    ]);
  });

  test('more parts than a story has chapters are joined, and their headings stay', () => {
    const many = Array.from({ length: 41 }, (_, at) => `<h2>Part ${at} of all</h2>${words}`).join(
      '',
    );
    const found = findChapters(blocksOf(many), 'en');
    expect(found.parts).toHaveLength(30);
    expect(textOf(found.parts.flatMap(({ blocks }) => [...blocks]))).toContain('Part 1 of all');
    expect(found.warnings).toHaveLength(1);
  });

  test('one enormous paragraph is cut where sentences end', () => {
    const sentence = 'The dancer turns and the camera waits for her to stop turning. ';
    const found = findChapters(blocksOf(`<p>${sentence.repeat(200)}</p>`), 'en');
    expect(found.parts.length).toBeGreaterThan(5);
    for (const { blocks } of found.parts)
      expect(textOf([...blocks])).toMatch(/^The dancer.*turning\.$/);
  });
});

describe('furniture', () => {
  const dropped = (html: string) =>
    removeFurniture(articleFromHtml(html)).dropped.map(
      ({ words, reason }) => `${words}: ${reason}`,
    );
  const words =
    '<p>Words of the article, which are so many that nobody would take them for a line of the page that stands around them and says what it always says.</p>';

  test('sentences that only look like it stay', () => {
    const html = `${words}<p>Share the stage with her and you learn.</p><p>Related to nobody, she bows.</p><p>Name your fear.</p><p>We accept cookies from strangers.</p>${words}`;
    expect(dropped(html)).toEqual([]);
  });

  test('at the end lines of the page go, one by one', () => {
    expect(
      dropped(
        `${words}<p>Share</p><h3>Related posts</h3><ul><li><a href="https://a.example">Ten shoes</a></li></ul><h3>2 comments</h3><p>I liked it very much indeed.</p>`,
      ),
    ).toEqual([
      'Share: a share bar',
      'Related posts: related posts',
      'Ten shoes: related posts',
      '2 comments: comments of readers',
      'I liked it very much indeed.: comments of readers',
    ]);
  });

  test.each([
    ['By Jane Doe', { author: 'Jane Doe' }],
    [
      'Written by Jane van der Doe | March 3rd, 2026',
      { author: 'Jane van der Doe', published: '2026-03-03' },
    ],
    ['Veröffentlicht am 3. März 2026', { published: '2026-03-03' }],
    ['3 de marzo de 2026 · 5 min read', { published: '2026-03-03' }],
    ['By the river, a dancer waits', undefined],
    ['By night she trained.', undefined],
  ])('%s', (line, expected) => {
    expect(bylineOf(line, undefined)).toEqual(expected);
  });

  test('a day that is none is no date', () => {
    expect(dateOf('February 30, 2026')).toBeUndefined();
  });
});

describe('drafts', () => {
  test('what stands behind a title’s colon is the line below', () => {
    expect(storyTitle('Salt: How a Film Bows')).toMatchObject({
      title: 'Salt',
      subtitle: 'How a Film Bows',
    });
    expect(storyTitle('Mission: Impossible').title).toBe('Mission');
  });

  test('short titles are whole words, and not the story’s own', () => {
    expect(shortTitle('Salt: A Body in the Wrong Light and Beyond', '', 'Salt')).not.toBe('Salt');
    for (const title of [
      'The Mirror, the Knife and the Floor',
      'Donaudampfschifffahrtsgesellschaft',
    ])
      expect([...shortTitle(title, '', '')].length).toBeLessThanOrEqual(24);
  });

  test('addresses have letters that every address can have, and take nobody else’s', () => {
    expect(slugFrom('Über den Straßen: l’été', 'x')).toBe('uber-den-strassen-lete');
    expect(slugFrom('Лебединое озеро', 'x')).toMatch(/^[a-z-]+$/);
    expect(slugFrom('白鳥の湖', 'x')).toMatch(/^[a-z0-9-]+$/);
    expect(slugFrom('…', 'part-1')).toBe('part-1');
    expect(storyName('Embed')).toBe('embed-2');
    const taken = new Set<string>();
    expect(freeSlug('Contents', '01', taken)).toBe('contents-2');
    expect(freeSlug('Contents', '02', taken)).toBe('contents-3');
  });

  test('descriptions have 50 to 160 letters', () => {
    for (const sentences of [
      ['Short.'],
      ['x'.repeat(400)],
      [],
      ['One sentence that is long enough to stand alone in it.'],
    ]) {
      const { length } = describeWords(sentences, ['A title', 'A story']);
      expect(length).toBeGreaterThanOrEqual(50);
      expect(length).toBeLessThanOrEqual(160);
    }
  });
});
