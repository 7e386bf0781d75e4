/**
 * Made-up articles in every form that a test can write: each becomes a story that the site's own reader reads, with
 * every sentence once and in its place. Told apart by a word of its own in each, not by what the import says of itself.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChapter } from '../../../src/core/content/readContent.ts';
import { readStory } from '../../../src/core/content/readStory.ts';
import { readCatalogue } from '../../../src/data/repertoire.ts';
import { textOf } from '../../../src/pipelines/import/clean/text.ts';
import { findReader } from '../../../src/pipelines/import/findReader.ts';
import { importArticle } from '../../../src/pipelines/import/importArticle.ts';
import { noteWords } from '../../../src/pipelines/import/write/readWords.ts';
import {
  FORMS,
  type MadeArticle,
  type MadeBlock,
  type Sentence,
} from '../../helpers/madeArticle.ts';

const OPTIONS = { today: '2026-11-30', address: 'https://example.org' };
const CATALOGUE = readCatalogue('.');
/** Of each form. `RUNS=5000` looks longer. */
const RUNS = Number(process.env['RUNS'] ?? 200);

const word = fc.constantFrom(
  ...'she dances the knife falls grace & über été нож a<b * _under_ #one [sic] “quite” it’s Mr. e.g. 1986. J. well… 3.5 A. Å 50% (so) – — ©'.split(
    ' ',
  ),
);
/** Words with a place for the number that tells it apart, and an end. */
const sentence = fc
  .tuple(
    fc.constantFrom('She', 'The', 'Where', 'Élan', '1986', '“No', 'Нож', 'A'),
    fc.array(word, { maxLength: 7 }),
    fc.array(word, { maxLength: 3 }),
    fc.constantFrom('.', '.', '.', '!', '?', '…', '.”', ':'),
  )
  .map(([first, before, after, end]) => [first, ...before, '@', ...after, `ends${end}`].join(' '));
const several = (most: number) => fc.array(sentence, { minLength: 1, maxLength: most });
const heading = fc
  .tuple(
    fc.constantFrom('The floor', 'Grace', 'Knives', 'Der Saal'),
    fc.constantFrom('', ' again', ' in Rome'),
  )
  .map(([first, rest]): Sentence => `${first} @${rest}`);

const block = fc.oneof(
  {
    weight: 6,
    arbitrary: several(6).map((sentences): MadeBlock => ({ kind: 'paragraph', sentences })),
  },
  {
    weight: 2,
    arbitrary: heading.map((one): MadeBlock => ({ kind: 'heading', sentences: [one] })),
  },
  fc
    .tuple(fc.constantFrom('quote', 'list', 'steps', 'marked', 'table'), several(3))
    .map(([kind, sentences]): MadeBlock => ({ kind, sentences })),
  fc
    .tuple(fc.constantFrom('picture', 'code'), sentence)
    .map(([kind, one]): MadeBlock => ({ kind, sentences: [one] })),
  fc.tuple(sentence, sentence).map((two): MadeBlock => ({ kind: 'noted', sentences: two })),
);

/** Numbers its sentences in order. */
const article = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks): MadeArticle => {
  let count = 0;
  const numbered = (text: Sentence) => text.replace('@', `q${count++}z`);
  return {
    title: numbered('The Blade of @'),
    blocks: blocks.map(
      ({ kind, sentences }) => ({ kind, sentences: sentences.map(numbered) }) as MadeBlock,
    ),
  };
});

const marks = (text: string): string[] => text.match(/q\d+z/g) ?? [];

/** Of the words as they are read from top to bottom, and of the notes. */
function inOrder({ blocks }: MadeArticle): { words: string[]; notes: string[] } {
  const texts = blocks.flatMap(({ kind, sentences }) =>
    kind === 'noted' ? sentences.slice(0, 1) : sentences,
  );
  const notes = blocks.flatMap(({ kind, sentences }) => (kind === 'noted' ? [sentences[1]!] : []));
  return { words: texts.flatMap(marks), notes: notes.flatMap(marks) };
}

const count = (text: string): number =>
  text.split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;

test.each(Object.keys(FORMS))(
  'no sentence of an article in the form of %s is lost, doubled or out of place',
  (form) =>
    fc.assert(
      fc.asyncProperty(article, async (made) => {
        const { source, holds } = FORMS[form]!(made);
        const reader = await findReader(source);
        const { files, words, dropped } = await importArticle(
          await reader.read(source, undefined),
          OPTIONS,
        );
        const story = readStory('story.md', String(files.get('story.md')));
        expect(marks(story.title)).toEqual(['q0z']);
        const chapters = [...files]
          .filter(([path]) => path.endsWith('.md') && path !== 'story.md')
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([path, text]) => readChapter(path, String(text), CATALOGUE));
        const read = chapters.flatMap(({ title, drafted, body: { steps } }) => [
          ...(drafted?.includes('title') ? [] : marks(title)),
          ...steps.flatMap(({ children }) =>
            marks(
              textOf(
                children.filter(
                  (node) => node.type === 'element' && !('dataFootnotes' in node.properties),
                ) as Parameters<typeof textOf>[0],
              ),
            ),
          ),
        ]);
        const left = dropped.flatMap((one) => marks(one.words));
        const wanted = inOrder(holds);
        // A first chapter without a heading of its own may have the story's.
        if (read[0] === 'q0z') read.shift();
        expect(read).toEqual(wanted.words.filter((mark) => !left.includes(mark)));
        const notes = chapters.flatMap(({ body }) => body.steps.flatMap(noteWords)).flatMap(marks);
        expect(notes.sort()).toEqual(wanted.notes.sort());
        // Nothing here is the page's own.
        expect(left.filter((mark) => mark !== 'q0z')).toEqual([]);
        expect(words.kept + words.dropped).toBe(words.found);
        expect(words.kept).toBeGreaterThanOrEqual(
          count(holds.blocks.flatMap(({ sentences }) => sentences).join(' ')),
        );
      }),
      { numRuns: RUNS, seed: Number(process.env['SEED'] ?? 19) },
    ),
  60_000,
);
