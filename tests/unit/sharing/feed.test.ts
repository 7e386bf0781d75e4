import { describe, expect, test } from 'vitest';
import { absoluteLinks } from '../../../src/core/feed/absoluteLinks.ts';
import { chapterHtml } from '../../../src/core/feed/chapterHtml.ts';
import { SITE } from './facts.ts';

const PAGE = 'https://example.org/story/chapters/turn/';

describe('links in a feed are absolute', () => {
  test.each([
    ['<a href="/story/">x</a>', '<a href="https://example.org/story/">x</a>'],
    [
      '<a class="y" href="../rise/">x</a>',
      '<a class="y" href="https://example.org/story/chapters/rise/">x</a>',
    ],
    ["<img alt='' src='a.png'>", `<img alt='' src='${PAGE}a.png'>`],
    ['<a href="#turn">x</a>', `<a href="${PAGE}#turn">x</a>`],
    ['<a href="https://other.example/">x</a>', '<a href="https://other.example/">x</a>'],
    ['<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'],
    ['<p>say href="/x" aloud</p>', '<p>say href="/x" aloud</p>'],
  ])('%s', (html, expected) => {
    expect(absoluteLinks(html, PAGE)).toBe(expected);
    expect(absoluteLinks(expected, PAGE)).toBe(expected);
  });
});

test('a chapter in the feed has its still, all its steps and its quotation, in order', () => {
  const html = chapterHtml(SITE, {
    slug: 'turn',
    alt: 'She "turns"',
    quote: 'Cut & run <now>',
    steps: ['<p>One</p>', '<p>Two</p>', '<p>Three</p>'],
  });
  expect(html).toContain(
    '<img src="https://example.org/story/posters/turn-wide.png" alt="She &quot;turns&quot;"',
  );
  const order = ['<img', 'One', 'Two', 'Cut &amp; run &lt;now&gt;', 'Three'].map((part) =>
    html.indexOf(part),
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});
