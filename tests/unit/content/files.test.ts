import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sortFolder } from '../../../src/core/content/chapterFolder.ts';
import { ContentError } from '../../../src/core/content/contentError.ts';
import { decodeText } from '../../../src/core/content/decodeText.ts';
import { readCues } from '../../../src/core/content/readCues.ts';
import { readStory } from '../../../src/core/content/readStory.ts';
import { readText } from '../../../src/data/files.ts';
import { CUE_IDS } from '../../../src/pipelines/music/cues/index.ts';
import { CHAPTER_EXAMPLES } from '../../../src/schemas/chapter.ts';
import { STORY_EXAMPLES } from '../../../src/schemas/story.ts';
import { makeFolder } from '../../helpers/folder.ts';
import { readChapter } from '../../helpers/repertoire.ts';

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

describe('a file’s bytes', () => {
  test('are read as UTF-8, with or without its mark, whatever ends their lines', () => {
    expect(decodeText('x.md', bytes('\uFEFFjeté\r\n“a”\rb 🩰'))).toBe('jeté\n“a”\nb 🩰');
  });

  test.each([
    [
      'Windows-1252',
      bytes('title: x\n\na caf\xe9 \x93here\x94', 'latin1'),
      'line 3, encoding: found "a café “here”"; it is not UTF-8, perhaps Windows-1252',
    ],
    [
      'part of a letter',
      bytes('a\nthe jet\xc3', 'latin1'),
      'line 2, encoding: found "the jetÃ"; it is not UTF-8',
    ],
    [
      'UTF-16, little end first',
      new Uint8Array([0xff, 0xfe, 0x61, 0]),
      'encoding: found "UTF-16"; it is not UTF-8',
    ],
    [
      'UTF-16, big end first',
      new Uint8Array([0xfe, 0xff, 0, 0x61]),
      'encoding: found "UTF-16"; it is not UTF-8',
    ],
    ['UTF-16 without a mark', bytes('ab\nc', 'utf16le'), 'line 1, encoding: found "a\\u0000'],
    [
      'letters that were lost before',
      bytes('a\n\nthe caf\uFFFD'),
      'line 3, encoding: found "the caf\uFFFD"; these letters were lost',
    ],
    [
      'UTF-8 saved as Windows-1252 and again',
      bytes('a dancerâ€™s cafÃ©'),
      'line 1, encoding: found "a dancerâ€™s cafÃ©"; these letters were lost',
    ],
  ])('that are %s are told, and where', (_, data, told) => {
    const message = messageOf(() => decodeText('src/content/stories/ballerina/story.md', data));
    expect(message).toContain('src/content/stories/ballerina/story.md cannot be used:');
    expect(message).toContain(told);
    expect(message).toContain('UTF-8');
  });

  test('that are not there are told, without a stack', () => {
    const root = makeFolder({ 'a/b.md': '' });
    for (const file of ['story.md', 'a', 'a/b.md/c']) {
      expect(messageOf(() => readText(root, file, 'the story'))).toBe(
        `${file} cannot be used:\n  file: is missing; it holds the story. For example:\n    ${file}`,
      );
    }
  });
});

describe('the folder of chapters', () => {
  test('holds chapters and their pictures; what systems leave there is passed over', () => {
    const files = [
      '01-b.md',
      '00-a.md',
      'knife.png',
      'pictures/x.JPG',
      '.DS_Store',
      '00-a.md~',
      'Thumbs.db',
      '.git/x.md',
    ];
    expect(sortFolder('c', files)).toEqual({
      chapters: ['c/00-a.md', 'c/01-b.md'],
      pictures: ['c/knife.png', 'c/pictures/x.JPG'],
    });
  });

  test.each([
    ['03-john-wick.MD', 'only files that end in .md are read', 'c/03-john-wick.md'],
    ['03-john-wick.markdown', 'only files that end in .md are read', 'c/03-john-wick.md'],
    ['03-john-wick.mdx', 'only files that end in .md are read', 'c/03-john-wick.md'],
    ['03-john-wick.md.txt', 'only files that end in .md are read', 'c/03-john-wick.md'],
    ['03-john-wick', 'only files that end in .md are read', 'c/03-john-wick.md'],
    ['notes.docx', 'only files that end in .md are read', 'c/03-john-wick.md'],
    ['drafts/03-john-wick.md', 'not from folders in it', 'c/03-john-wick.md'],
  ])('%s is told', (file, expected, example) => {
    const message = messageOf(() => sortFolder('c', ['00-a.md', file]));
    expect(message).toContain(`c/${file} cannot be used:\n  file name: found "${file}"; `);
    expect(message).toContain(expected);
    expect(message).toContain(`\n    ${example}`);
  });

  test.each([
    ['is empty', []],
    ['is not there', undefined],
    ['has pictures only', ['a.png']],
  ])('that %s is told', (_, files) => {
    expect(messageOf(() => sortFolder('c', files))).toMatch(
      /^c cannot be used:\n {2}chapters: is missing; a story has at least one chapter, and .*\n {4}c\/00-introduction\.md$/,
    );
  });
});

describe('the file of cues', () => {
  const file = 'src/data/cues.json';
  const text = readFileSync(file, 'utf8');
  const changed = (change: (sheet: CueSheet) => void) => {
    const sheet = JSON.parse(text) as CueSheet;
    change(sheet);
    return messageOf(() => readCues(file, JSON.stringify(sheet), CUE_IDS));
  };
  type CueSheet = { cues: Record<string, unknown>[]; effects: Record<string, unknown>[] };

  test('is right as it is', () => {
    expect(readCues(file, text, CUE_IDS).cues).toHaveLength(CUE_IDS.length);
  });

  test('that is cut, or no JSON, is told with the line', () => {
    const cut = text.slice(0, text.indexOf('"composer"') + 20);
    expect(messageOf(() => readCues(file, cut, CUE_IDS))).toBe(
      `${file} cannot be used:\n  line 6, JSON: found "\\"composer\\": \\"Pyotr I"; it is no JSON, perhaps cut; write it again. For example:\n    npm run music`,
    );
    expect(messageOf(() => readCues(file, '', CUE_IDS))).toContain(
      'line 1, JSON: found ""; it is no JSON',
    );
    expect(messageOf(() => readCues(file, '{\n  "cues": [,]\n}', CUE_IDS))).toContain(
      'line 2, JSON: found',
    );
  });

  test.each([
    ['captions', [], 'cues[2].captions: found []; it has at least 1 entries'],
    ['captions', undefined, 'cues[2].captions: is missing; it is a list'],
    ['captions', [[0, '']], 'cues[2].captions[0][1]: found ""; it has at least 1 characters'],
    ['captions', [[1, 'late']], 'the first caption is at 0'],
    ['sources', [], 'cues[2].sources: found []; it has at least 1 entries'],
    ['credits', ['nobody'], 'cues[2].credits[0]: found "nobody"; it is one of'],
  ])('a cue whose %s are %j is told', (field, value, told) => {
    const message = changed(({ cues }) => {
      cues[2]![field] = value;
    });
    expect(message).toContain(told);
    expect(message).toContain('npm run music waltz-c-sharp-minor');
  });

  test('a cue that is missing, or there twice, is told', () => {
    let gone = '';
    expect(
      changed(({ cues }) => {
        gone = String(cues.pop()!.id);
      }),
    ).toContain(`cues: is missing; there is no ${gone}`);
    expect(changed(({ cues }) => void cues.push(cues[0]!))).toContain(
      'found "swan-lake-scene 2 times"',
    );
  });
});

const chapter = (fields: string, body = 'One.\n\n---\n\nTwo.') => `---\n${fields}\n---\n\n${body}`;
const FIELDS = Object.entries(CHAPTER_EXAMPLES).map(
  ([key, value]) => `${key}: ${JSON.stringify(value)}`,
);
/** The line that closes them, where each has one. */
const END = FIELDS.length + 2;
const withField = (line: string) =>
  FIELDS.map((one) => (one.split(':')[0] === line.split(':')[0] ? line : one)).join('\n');
const read = (text: string, name = '03-x.md') => readChapter(name, text);

describe('fields', () => {
  test.each([
    [
      'title: Killer #1 and her training',
      '# begins a comment',
      'title: "Killer #1 and her training"',
    ],
    ['title: #1 killer', '# begins a comment', 'title: "#1 killer"'],
    ['quote: They looked #and forgot', '# begins a comment', 'quote: "They looked #and forgot"'],
    ['title: &Juliet and her nurse', '& begins a name', 'title: "&Juliet and her nurse"'],
    ['title: !Important words', '! begins a tag', 'title: "!Important words"'],
    ['title: *Giselle', '* begins a reference', 'title: "*Giselle"'],
    ['title: *The Red Shoes*', 'begins with a sign, needs quotes', 'title: "*The Red Shoes*"'],
    ['title: Noir: a ballet', 'a colon', 'title: "Noir: a ballet"'],
  ])('%s would lose words and is told why', (line, reason, example) => {
    const message = messageOf(() => read(chapter(withField(line))));
    expect(message).toContain(`found ${JSON.stringify(line)}`);
    expect(message).toMatch(/line \d/);
    expect(message).toContain(reason);
    expect(message).toContain(example);
  });

  test.each([
    'title: "Killer #1 and her training"',
    "title: 'Killer #1' # in quotes",
    'title: Killer#1',
    'scene: colonnade # the wet one',
    '# a line of its own\ntitle: Killer',
    'title: >\n  Killer #1',
  ])('%j loses none', (line) => {
    const field = line.startsWith('scene') ? 'scene' : 'title';
    const text = FIELDS.map((one) => (one.startsWith(`${field}:`) ? line : one)).join('\n');
    const { title } = read(chapter(text));
    if (field === 'title' && line.includes('#1')) expect(title).toContain('#1');
  });

  test('given twice are named, with both lines', () => {
    const text = chapter([...FIELDS, 'scene: studio'].join('\n'));
    expect(messageOf(() => read(text))).toContain(
      `line ${END}, scene: found "scene: studio"; it is given twice, in line 5 and in line ${END}; keep one of them. For example:\n    scene: "colonnade"`,
    );
  });

  test.each([
    ['', 'front matter: found ""; the file begins with its fields'],
    ['---\ntitle: x\n\nWords.', 'line 1, front matter: found "---\\ntitle: x'],
    ['---\n---\n\nWords.\n\n---\n\nMore.', 'the front matter is a list of fields'],
    ['--- \ntitle: [\n---\nWords.', 'is not YAML'],
  ])('%j is told', (text, told) => {
    expect(messageOf(() => read(text))).toContain(told);
  });

  test('an empty line’s worth of fields keeps the lines of the body', () => {
    const text = chapter(FIELDS.join('\n'), 'One.\n\n---\n\n<b onclick="x">Two</b>');
    expect(messageOf(() => read(text))).toBe(
      `03-x.md cannot be used:\n  line ${END + 6}, attribute: found "<b onclick=\\"x\\">"; a chapter runs no script. For example:\n    <b>`,
    );
  });

  test('a break right under words is named where steps are missing', () => {
    const text = chapter(FIELDS.join('\n'), 'One.\n---\nTwo.');
    expect(messageOf(() => read(text))).toContain(
      `body: found "1 step"; a chapter has 1 to 120 steps, parted by a line --- with an empty line before it (in line ${END + 3} it makes a heading of the words above)`,
    );
  });

  test('of the story: a list’s words are kept too', () => {
    const lines = Object.entries(STORY_EXAMPLES).filter(([key]) => key !== 'further');
    const text = [
      '---',
      ...lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
      'further:',
      '  - title: Killer #2',
      '    address: https://example.org/',
      '    line: More of her',
      '---',
      'A note.',
    ].join('\n');
    expect(messageOf(() => readStory('story.md', text))).toContain(
      'line 20, title: found "- title: Killer #2"; # begins a comment',
    );
  });
});

describe('slugs', () => {
  test.each([
    'guide',
    'story',
    'index',
    'embed',
    'og',
    'chapters',
    'contents',
    'wording',
    'john-wick-square',
    'x-wide',
    'x-tall',
    'x-title',
    'square',
  ])('%s is refused: it would take another address', (slug) => {
    const message = messageOf(() => read(chapter(FIELDS.join('\n')), `04-${slug}.md`));
    expect(message).toContain(`04-${slug}.md cannot be used:\n  slug: found "${slug}"; `);
  });

  test.each(['story-of-a-dancer', 'the-guide', 'squares', 'entitled'])(
    '%s is none of these',
    (slug) => {
      expect(read(chapter(FIELDS.join('\n')), `04-${slug}.md`).slug).toBe(slug);
    },
  );

  test('the example of a refusal is not refused itself', () => {
    for (const slug of ['guide', 'story-square', 'x-wide', 'square', 'x-wide-tall']) {
      const message = messageOf(() => read(chapter(FIELDS.join('\n')), `04-${slug}.md`));
      const example = message.split('\n').at(-1)!.trim();
      expect(read(chapter(FIELDS.join('\n')), example).order).toBe(4);
    }
  });
});
