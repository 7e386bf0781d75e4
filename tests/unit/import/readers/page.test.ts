import { describe, expect, test } from 'vitest';
import { importArticle } from '../../../../src/pipelines/import/importArticle.ts';
import { html } from '../../../../src/pipelines/import/readers/html.ts';
import { markdown } from '../../../../src/pipelines/import/readers/markdown.ts';
import { bodyOf, fileOf, sourceOf } from '../../../helpers/source.ts';

const OPTIONS = { today: '2026-11-30', address: 'https://example.org' };
const WORDS = 'She dances over the floor, and the knife waits in the wings. '.repeat(12);
const PAGE = `<!doctype html><html lang="en"><head><title>The Knife | Dance</title><style>p{}</style></head><body>
<header><p>Dance on film</p></header><nav><a href="/">Home</a> <a href="/about/">About</a><script>var menu;</script></nav>
<h1>The Knife</h1><div class="wrap"><p>12 May</p><div class="entry-content"><p>${WORDS}</p><p>${WORDS}</p></div>
<div class="related-posts"><h3>Other knives</h3></div><p>Filed under <a href="/x/">dance</a></p><p hidden>No one</p></div>
<aside><p>Subscribe to me</p></aside><footer>© 2026</footer></body></html>`;

describe('a saved page', () => {
  test('lists what stands outside of its article, each with its reason', async () => {
    const { dropped } = await html.read(sourceOf('a.html', PAGE), undefined);
    expect(dropped).toEqual([
      { words: 'Dance on film', reason: 'the head of the page' },
      { words: 'Home About', reason: 'a menu of the page' },
      { words: '12 May', reason: 'it stands outside of the article' },
      { words: 'Other knives', reason: 'related posts' },
      { words: 'Filed under dance', reason: 'it stands outside of the article' },
      { words: 'Subscribe to me', reason: 'it stands beside the article' },
      { words: '© 2026', reason: 'the foot of the page' },
    ]);
  });

  test('has all its words in what is kept and what is told', async () => {
    const { words } = await importArticle(
      await html.read(sourceOf('a.html', PAGE), undefined),
      OPTIONS,
    );
    const shown = PAGE.replace(/<(head|script)>.*?<\/\1>|<p hidden>.*?<\/p>|<[^>]+>/gs, ' ');
    const count = shown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    expect(words.found).toBe(count);
    expect(words.kept + words.dropped).toBe(words.found);
  });
});

test('what Markdown says beside a picture, a link and a column stands in the story', async () => {
  const text =
    '# The Shoe\n\nWords ![A shoe](shoe.png "On loan from 1912") and [a link](https://x.org/ "Where it hangs").\n\n| A | B | C | D |\n| :- | :-: | -: | - |\n| 1 | 2 | 3 | 4 |\n';
  const picture = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  const source = { name: 'a.md', files: [fileOf('a.md', text), fileOf('shoe.png', picture)] };
  const article = await markdown.read(source, undefined);
  expect(bodyOf(article).join('')).toContain('<th align="center">B</th>');
  const { files } = await importArticle(article, OPTIONS);
  const chapter = [...files].find(([path]) => /chapters\/.*\.md$/.test(path))![1];
  expect(chapter).toContain('![A shoe](./shoe.png "On loan from 1912")');
  expect(chapter).toContain('[a link](https://x.org/ "Where it hangs")');
  expect(chapter).toContain('| :- | :-: | -: | - |');
});
