import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/core/content/body/readBody.ts';
import { ContentError } from '../../../src/core/content/contentError.ts';
import { missingPlaces, orderChapters } from '../../../src/core/content/readContent.ts';
import { readStory } from '../../../src/core/content/readStory.ts';
import { CHAPTER_EXAMPLES, chapterSchema, STEP_COUNT } from '../../../src/schemas/chapter.ts';
import { STORY_EXAMPLES, storySchema } from '../../../src/schemas/story.ts';
import { CATALOGUE, readChapter } from '../../helpers/repertoire.ts';

const FILE = 'src/content/stories/ballerina/chapters/03-john-wick.md';

function chapterText(
  changes: Record<string, string | string[] | null> = {},
  body = 'One.\n\n---\n\nTwo.\n',
): string {
  const fields = { ...CHAPTER_EXAMPLES, ...changes };
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return ['---', ...lines, '---', '', body].join('\n');
}

function faultsOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

describe('a chapter', () => {
  test('is read with its place and slug from its file name', () => {
    const chapter = readChapter(FILE, chapterText());
    expect(chapter).toMatchObject({
      order: 3,
      slug: 'john-wick',
      scene: 'colonnade',
    });
    expect(chapter.body.steps.map(wordsOf)).toEqual(['One.', 'Two.']);
  });

  test('may have Windows line ends and a byte order mark', () => {
    const text = `\uFEFF${chapterText()}`.replaceAll('\n', '\r\n');
    expect(readChapter(FILE, text).body.steps.map(wordsOf)).toEqual(['One.', 'Two.']);
  });

  const open = ['scene', 'dance', 'cue', 'transition'];

  test('may leave all of the stage open', () => {
    const text = chapterText(Object.fromEntries(open.map((field) => [field, null])));
    expect(readChapter(FILE, text)).not.toHaveProperty('scene');
  });

  test('may have its quote behind any of its steps, and no other', () => {
    expect(readChapter(FILE, chapterText({ quoteAfter: '1' })).quoteAfter).toBe(1);
    const message = faultsOf(() => readChapter(FILE, chapterText({ quoteAfter: '3' })));
    expect(message).toContain(
      'quoteAfter: found 3; the quote stands behind one of the chapter’s 2 steps',
    );
  });

  test('may say which of its fields nobody has looked over yet', () => {
    expect(readChapter(FILE, chapterText({ drafted: ['quote'] })).drafted).toEqual(['quote']);
    expect(faultsOf(() => readChapter(FILE, chapterText({ drafted: ['words'] })))).toContain(
      'drafted[0]: found "words"; it is one of title, ',
    );
  });

  const optional = [...open, 'quoteAfter', 'words', 'still', 'drafted'];
  test.each(Object.keys(CHAPTER_EXAMPLES).filter((field) => !optional.includes(field)))(
    'without %s is refused with file, field and a line to type',
    (field) => {
      const message = faultsOf(() => readChapter(FILE, chapterText({ [field]: null })));
      expect(message).toContain(FILE);
      expect(message).toContain(`${field}: is missing`);
      expect(message).toContain(`${field}: `);
      expect(message).toContain(
        String(CHAPTER_EXAMPLES[field as keyof typeof CHAPTER_EXAMPLES]).slice(0, 10),
      );
    },
  );

  test.each([
    ['scene', 'alley', 'colonnade'],
    ['dance', 'tango', 'john-wick'],
    ['cue', 'wonderwall', 'mountain-king'],
    ['transition', 'fade', 'coinWipe'],
  ])('with an unknown %s is told the known ones', (field, found, known) => {
    const message = faultsOf(() => readChapter(FILE, chapterText({ [field]: found })));
    expect(message).toContain(`${field}: found "${found}"; it is one of `);
    expect(message).toContain(known);
  });

  test('with a wrong type, a long quote and an unknown field is told of all three at once', () => {
    const text = chapterText({ quote: 'x'.repeat(200) })
      .replace(/^title: .*$/m, 'title: [1, 2]')
      .replace('---\n', '---\nsceen: colonnade\n');
    const message = faultsOf(() => readChapter(FILE, text));
    expect(message).toContain('title: found [1,2]; it is a string');
    expect(message).toMatch(/quote: found "x+…; it has at most 110 characters/);
    expect(message).toContain('sceen: found "colonnade"; there is no such field');
    expect(message).toContain('scene: colonnade');
  });

  test('with one step is read; with none, or too many, it is refused', () => {
    expect(
      readChapter(FILE, chapterText({ quoteAfter: null }, 'Only one.')).body.steps,
    ).toHaveLength(1);
    expect(faultsOf(() => readChapter(FILE, chapterText({}, '')))).toContain(
      'body: found "0 steps"',
    );
    const many = Array(STEP_COUNT.max + 1).fill('x');
    expect(faultsOf(() => readChapter(FILE, chapterText({}, many.join('\n\n---\n\n'))))).toContain(
      `${many.length} steps`,
    );
  });

  test('without front matter, or with broken YAML, is shown what one looks like', () => {
    expect(faultsOf(() => readChapter(FILE, 'Just words.'))).toContain('scene: colonnade');
    const broken = faultsOf(() => readChapter(FILE, '---\ntitle: A: b: c\n---\nx'));
    expect(broken).toContain('front matter: found "title: A: b: c"; line 2 is not YAML');
  });

  test.each(['john-wick.md', '3-john-wick.md', '03-John Wick.md', '03-john_wick.md'])(
    'named %s is refused',
    (name) => {
      expect(faultsOf(() => readChapter(`chapters/${name}`, chapterText()))).toContain(
        '03-john-wick.md',
      );
    },
  );
});

describe('the order of chapters', () => {
  test('is that of their numbers', () => {
    const files = [
      { file: 'b', slug: 'two', order: 2 },
      { file: 'a', slug: 'one', order: 0 },
    ];
    expect(orderChapters(files).map(({ slug }) => slug)).toEqual(['one', 'two']);
  });

  test('a slug used twice is refused, naming both files', () => {
    const message = faultsOf(() =>
      orderChapters([
        { file: '03-x.md', slug: 'x', order: 3 },
        { file: '05-x.md', slug: 'x', order: 5 },
      ]),
    );
    expect(message).toContain('05-x.md');
    expect(message).toContain('slug: found "x"; 03-x.md has it already');
    expect(message).toContain('05-x-2.md');
  });

  test('a place taken twice is refused', () => {
    const message = faultsOf(() =>
      orderChapters([
        { file: '03-x.md', slug: 'x', order: 3 },
        { file: '03-y.md', slug: 'y', order: 3 },
      ]),
    );
    expect(message).toContain('place: found "03"; 03-x.md stands there already');
    expect(message).toContain('04-y.md');
  });
});

test('places that no chapter has are named', () => {
  expect(missingPlaces([{ order: 1 }, { order: 2 }, { order: 5 }])).toEqual([3, 4]);
});

describe('the story file', () => {
  const text = (changes: Record<string, string | undefined> = {}) =>
    [
      '---',
      ...Object.entries({ ...STORY_EXAMPLES, ...changes })
        .filter(([, v]) => v !== undefined)
        .map(([k, v]) => `${k}: ${JSON.stringify(v)}`),
      '---',
      'A note.',
    ].join('\n');

  test('is read with its note', () => {
    const story = readStory('story.md', text());
    expect(story.note.trim()).toBe('A note.');
    expect(story.published).toEqual(new Date('2026-11-22'));
  });

  test('names its author or says how they are called', () => {
    const without = (...fields: (keyof typeof STORY_EXAMPLES)[]) =>
      readStory('story.md', text(Object.fromEntries(fields.map((field) => [field, undefined]))));
    expect(without('author').byline).toBe(STORY_EXAMPLES.byline);
    expect(without('byline').author).toBe(STORY_EXAMPLES.author);
    expect(faultsOf(() => without('author', 'byline'))).toContain(
      'author: is missing; a name is given or, where none is known, a byline. For example:\n    byline: a 25-year-old film blogger',
    );
  });

  test.each([
    ['address', 'example.org'],
    // Its path would be lost without a word.
    ['address', 'https://example.org/story/'],
    ['fediverse', 'name@example.org'],
    ['language', 'English'],
    ['published', 'yesterday'],
  ])('with a wrong %s is refused with a corrected line', (field, found) => {
    const message = faultsOf(() => readStory('story.md', text({ [field]: found })));
    expect(message).toContain(`${field}: found "${found}"`);
    expect(message).toContain(String(STORY_EXAMPLES[field as keyof typeof STORY_EXAMPLES]));
  });
});

test('the examples shown in errors are right themselves', () => {
  expect(chapterSchema(CATALOGUE).safeParse(CHAPTER_EXAMPLES).success).toBe(true);
  expect(storySchema.safeParse(STORY_EXAMPLES).success).toBe(true);
});
