import { describe, expect, test } from 'vitest';
import { epub } from '../../../../src/pipelines/import/readers/epub.ts';
import {
  beginningOf,
  bodyOf,
  fixture,
  notesOf,
  readTwice,
  refusalOf,
  sourceOf,
} from '../../../helpers/source.ts';
import { type Packed, zip } from '../../../helpers/zip.ts';

/** A book of pages, with a table of contents of the older kind. */
function book(pages: Readonly<Record<string, string>>, more: readonly Packed[] = []) {
  const names = Object.keys(pages);
  const page = (name: string) =>
    `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${pages[name]}</body></html>`;
  return sourceOf(
    'a.epub',
    zip([
      { path: 'mimetype', content: 'application/epub+zip' },
      {
        path: 'META-INF/container.xml',
        content:
          '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
      },
      {
        path: 'OPS/book.opf',
        content: `<opf:package xmlns:opf="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><opf:metadata><dc:title>A Book</dc:title><dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:description>&lt;p&gt;On &lt;i&gt;dance&lt;/i&gt;.&lt;/p&gt;</dc:description></opf:metadata><opf:manifest><opf:item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>${names.map((name) => `<opf:item id="${name}" href="text/${name}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</opf:manifest><opf:spine toc="ncx">${names.map((name) => `<opf:itemref idref="${name}"/>`).join('')}</opf:spine></opf:package>`,
      },
      {
        path: 'OPS/toc.ncx',
        content: `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${names.map((name) => `<navPoint><navLabel><text>Of ${name}</text></navLabel><content src="text/${name}.xhtml"/></navPoint>`).join('')}</navMap></ncx>`,
      },
      ...names.map((name) => ({ path: `OPS/text/${name}.xhtml`, content: page(name) })),
      { path: 'OPS/pictures/a shoe.png', content: 'png' },
      ...more,
    ]),
  );
}

describe('an EPUB', () => {
  test('is known by what is in it', async () => {
    const source = fixture('epub/pandoc.epub');
    expect(await epub.recognises(source, await beginningOf(source))).toBe(true);
    const other = fixture('odt/pandoc.odt');
    expect(await epub.recognises(other, await beginningOf(other))).toBe(false);
  });

  test('of pandoc is whole, each page’s first note its own', async () => {
    const { article, isSame } = await readTwice(epub, fixture('epub/pandoc.epub'));
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<h1>The Barre in Winter</h1>',
      '<p>She comes <em>before</em> the light,<a data-note="page-2-fn1"></a> and <strong>the barre</strong> is cold – as it was in <a href="https://dance.example/first/">the first film</a>.</p>',
      '<h1>The house</h1>',
      '<figure><img src="EPUB/media/file0.png" alt="A red shoe"><figcaption>A red shoe</figcaption></figure>',
      '<blockquote><p>Nobody claps in winter.</p></blockquote>',
      '<ol><li>One</li><li><p>Two</p><ul><li>a half</li></ul></li></ol>',
      '<table><caption>Counts by act</caption><thead><tr><th>Act</th><th>Count</th></tr></thead><tbody><tr><td>I</td><td>8</td></tr></tbody></table>',
      '<pre><code>plié\n  relevé</code></pre>',
      '<p>Water is H<sub>2</sub>O; the tenth is 10<sup>th</sup>, <del>gone</del> and <code>code</code>.</p>',
      '<h1>The knife</h1>',
      '<p>A formula <code>a2+b</code> and a last line.<a data-note="page-4-fn1"></a></p>',
    ]);
    expect(notesOf(article)).toEqual([
      '<p>Six in the morning, <em>at</em> the latest.</p>',
      '<p>The ledger says so.</p>',
    ]);
    expect(article.facts).toEqual({
      title: 'The Barre in Winter',
      subtitle: 'A house, a dancer, a knife',
      author: 'A. Critic',
      published: '2026-11-30',
      language: 'en-GB',
    });
    expect(article.dropped).toEqual([
      {
        words: 'The Barre in Winter A house, a dancer, a knife A. Critic none',
        reason: 'the title page',
      },
    ]);
    expect([...article.images.keys()]).toEqual(['EPUB/media/file0.png']);
  });

  test('leads from page to page, has notes on a page of their own, and titles from its contents', async () => {
    const article = await epub.read(
      book({
        one: '<p>First&nbsp;word, and <a href="two.xhtml#barre">the barre</a>.<sup><a epub:type="noteref" href="notes.xhtml#n1">1</a></sup></p><p><img src="../pictures/a%20shoe.png" alt="A shoe"/></p>',
        two: '<h2>Two</h2><p><a id="barre"/>The barre; back to <a href="one.xhtml">the beginning</a>, not <a href="lost.xhtml">there</a>.</p>',
        notes:
          '<section epub:type="endnotes"><ol><li epub:type="endnote" id="n1"><p><a href="one.xhtml#r1">1</a> In winter.</p></li></ol></section>',
        cover:
          '<section epub:type="cover"><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="../pictures/a%20shoe.png"/></svg></section>',
      }),
      undefined,
    );
    expect(bodyOf(article)).toEqual([
      '<h1 id="page-1-">Of one</h1>',
      '<p>First\u00a0word, and <a href="#page-2-barre">the barre</a>.<a data-note="page-3-n1"></a></p>',
      '<figure><img src="OPS/pictures/a shoe.png" alt="A shoe"></figure>',
      '<h2>Two</h2>',
      '<p id="page-2-barre">The barre; back to <a href="#page-1-">the beginning</a>, not there.</p>',
    ]);
    expect(notesOf(article)).toEqual(['<p>In winter.</p>']);
    expect(article.facts).toEqual({ title: 'A Book', author: 'A, B', description: 'On dance.' });
    expect(article.images.get('OPS/pictures/a shoe.png')!.name).toBe('a shoe.png');
  });

  test('with pages that are no right XML is read as browsers read it', async () => {
    const article = await epub.read(book({ one: '<h1>One</h1><p>Two<br>three & four' }), undefined);
    expect(bodyOf(article)).toEqual(['<h1>One</h1>', '<p>Two<br>three &#x26; four</p>']);
  });
});

describe('an EPUB is refused in one line', () => {
  const encryption = (uri: string): Packed => ({
    path: 'META-INF/encryption.xml',
    content: `<encryption><CipherReference URI="${uri}"/></encryption>`,
  });

  test('that is encrypted, but not where only its typefaces are', async () => {
    const pages = { one: '<h1>One</h1>' };
    expect(await refusalOf(epub, book(pages, [encryption('OPS/text/one.xhtml')]))).toMatch(
      /^a\.epub is encrypted against copying/,
    );
    const open = await epub.read(book(pages, [encryption('OPS/fonts/a.otf')]), undefined);
    expect(bodyOf(open)).toEqual(['<h1>One</h1>']);
  });

  test('with entities that expand, or a broken package', async () => {
    const bomb = '<!DOCTYPE container [<!ENTITY a "b">]><container>&a;</container>';
    const files = [
      { path: 'mimetype', content: 'application/epub+zip' },
      { path: 'META-INF/container.xml', content: bomb },
    ];
    expect(await refusalOf(epub, sourceOf('a.epub', zip(files)))).toMatch(/declares entities/);
    files[1]!.content = '<container/>';
    expect(await refusalOf(epub, sourceOf('a.epub', zip(files)))).toMatch(
      /^a\.epub does not say where its text is/,
    );
  });
});
