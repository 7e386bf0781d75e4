/** What a browser's reader view makes of the pages: Firefox's own parser is run over them. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { listBuilt } from '../helpers/bytes.ts';

const DIST = resolve(import.meta.dirname, '../../dist');

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Texts of what a selector finds, in order. */
function texts(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) => tidy(element.textContent ?? ''));
}

describe.each(['index.html', ...listBuilt(DIST, 'chapters', 'index.html')])('%s', (page) => {
  const html = readFileSync(join(DIST, page), 'utf8');
  const read = new Readability(parseHTML(html).document).parse();
  const { document: reader } = parseHTML(`<html><body>${read?.content}</body></html>`);
  const { document } = parseHTML(html);

  test('a reader view has every chapter’s heading and all paragraphs, in order', () => {
    // A heading that is the view's title need not stand in its text too.
    const headings = [tidy(read?.title ?? ''), ...texts(reader, 'h1, h2')];
    for (const heading of texts(document, 'section > header :is(h1, h2)')) {
      // The view's title is a heading without the number that listeners are told.
      const title = heading.replace(/^\p{L}+ \d+: /u, '');
      expect(headings.some((shown) => shown.startsWith(heading) || shown === title)).toBe(true);
    }
    const paragraphs = texts(document, '.step p');
    const all = texts(reader, 'p');
    expect(all.filter((text) => paragraphs.includes(text))).toEqual(paragraphs);
    // A pull quote repeats a sentence: who reads in order meets it once.
    for (const quote of texts(document, '.quote p')) expect(all).not.toContain(quote);
    expect(paragraphs.length).toBeGreaterThan(1);
  });

  test('headings stand where their chapters begin', () => {
    const order = texts(reader, 'h1, h2, p');
    for (const section of document.querySelectorAll('main section[id]')) {
      const heading = order.indexOf(texts(section, 'h1, h2')[0]!);
      const first = order.indexOf(texts(section, '.step p')[0]!);
      expect(heading).toBeLessThan(first);
    }
  });
});
