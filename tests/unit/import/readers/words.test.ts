/** Words as they are pasted and typed: spaces that do not break, numbers at a line's beginning, signs that mean more. */
import { describe, expect, test } from 'vitest';
import { readChapter } from '../../../../src/core/content/readContent.ts';
import { readCatalogue } from '../../../../src/data/repertoire.ts';
import { textOf } from '../../../../src/pipelines/import/clean/text.ts';
import { importArticle } from '../../../../src/pipelines/import/importArticle.ts';
import { articleFromMarkdown } from '../../../../src/pipelines/import/readers/markdown.ts';
import { articleFromText } from '../../../../src/pipelines/import/readers/pasted.ts';
import { bodyOf } from '../../../helpers/source.ts';

const inMarkdown = (text: string) =>
  bodyOf(articleFromMarkdown(text, { name: 'a.md', files: [] })).join('');

describe('a no-break space behind a sign of Markdown', () => {
  test.each([
    ['a heading', '##\u00a0The floor\n\nWords.', '<h2>The floor</h2><p>Words.</p>'],
    ['an item', '-\u00a0one\n-\u00a0two', '<ul><li>one</li><li>two</li></ul>'],
    ['a numbered item', '1.\u00a0one\n2.\u00a0two', '<ol><li>one</li><li>two</li></ol>'],
    ['a quotation', '>\u00a0Words.', '<blockquote><p>Words.</p></blockquote>'],
    ['none', 'a\u00a0b', '<p>a\u00a0b</p>'],
  ])('%s', (_, text, expected) => {
    expect(inMarkdown(text)).toBe(expected);
  });
});

test('a year behind a line is no list, a one is', () => {
  expect(inMarkdown('It was a year.\n1986. A great year')).toBe(
    '<p>It was a year.\n1986. A great year</p>'.replace('\n', ' '),
  );
  expect(inMarkdown('It was a list.\n1. A list?')).toBe(
    '<p>It was a list.</p><ol><li>A list?</li></ol>',
  );
  const pasted = bodyOf(articleFromText('The Year\n\n1986. A great year for it.\n\nIt ends here.'));
  expect(pasted.join('')).toContain('<p>1986. A great year for it.</p>');
});

test('what the page would set otherwise is shown as it was typed', async () => {
  const typed = 'She waits -- and waits --- here, ~not~ there; a*b*c, 2 < 3 & “so”. It ends...';
  const { files } = await importArticle(articleFromText(`The Wait\n\n${typed}\n`), {
    today: '2026-11-30',
    address: 'https://example.org',
  });
  const [path, text] = [...files].find(([name]) => name.startsWith('chapters/'))!;
  const { body } = readChapter(path, String(text), readCatalogue('.'));
  // Three points may be one sign.
  expect(textOf(body.steps[0]!).replace('…', '...')).toBe(typed);
});
