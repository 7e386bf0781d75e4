import { parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { absoluteLinks } from '../../../src/core/site/feed/absoluteLinks.ts';
import { chapterHtml } from '../../../src/core/site/feed/chapterHtml.ts';
import { itemDate, rss } from '../../../src/core/site/feed/rss.ts';
import { SITE } from './facts.ts';

const ROOT = 'https://example.org';
const PAGE = `${ROOT}/story/chapters/turn/`;

describe('links in a feed are absolute', () => {
  test.each([
    ['<a href="/story/">x</a>', '<a href="https://example.org/story/">x</a>'],
    [
      '<a class="y" href="../rise/">x</a>',
      '<a class="y" href="https://example.org/story/chapters/rise/">x</a>',
    ],
    ["<img alt='' src='a.png'>", `<img alt='' src="${PAGE}a.png">`],
    ['<a href="#turn">x</a>', `<a href="${PAGE}#turn">x</a>`],
    ['<a href="https://other.example/">x</a>', '<a href="https://other.example/">x</a>'],
    ['<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'],
    ['<p>say href="/x" aloud</p>', '<p>say href="/x" aloud</p>'],
    [
      '<p>a < b, &copy; 1 <!-- <a href="x"> --></p>',
      '<p>a < b, &copy; 1 <!-- <a href="x"> --></p>',
    ],
    // Several in one tag.
    [
      '<video src="a.webm" poster=b.png></video>',
      `<video src="${PAGE}a.webm" poster="${PAGE}b.png"></video>`,
    ],
    [
      '<a href="x" ping="/p ../q">x</a>',
      `<a href="${PAGE}x" ping="${ROOT}/p ${ROOT}/story/chapters/q">x</a>`,
    ],
    // Pictures in several sizes.
    [
      '<img src="a.png" srcset="a.png 1x, /b.png 2x" alt>',
      `<img src="${PAGE}a.png" srcset="${PAGE}a.png 1x, ${ROOT}/b.png 2x" alt>`,
    ],
    [
      '<source srcset="/a,b.avif 640w,\n c.avif 1280w" sizes="100vw">',
      `<source srcset="${ROOT}/a,b.avif 640w, ${PAGE}c.avif 1280w" sizes="100vw">`,
    ],
    // Signs that mean something elsewhere.
    ['<img alt="1 > 0" src="a.png">', `<img alt="1 > 0" src="${PAGE}a.png">`],
    [
      "<img title='\"' data-src=\"x\" src = 'a.png'>",
      `<img title='"' data-src="x" src="${PAGE}a.png">`,
    ],
    ['<A HREF=/x?a=1&amp;b="2">x</A>', `<A href="${ROOT}/x?a=1&amp;b=%222%22">x</A>`],
    // What else holds an address.
    [
      '<blockquote cite="/x"><q cite=y>z</q></blockquote>',
      `<blockquote cite="${ROOT}/x"><q cite="${PAGE}y">z</q></blockquote>`,
    ],
    ['<object data="/x"></object>', `<object data="${ROOT}/x"></object>`],
    [
      '<form action="x"><button formaction="y">z</button></form>',
      `<form action="${PAGE}x"><button formaction="${PAGE}y">z</button></form>`,
    ],
    [
      '<svg><use href="#a"/><a href="#b"/><image xlink:href="c.png"/></svg>',
      `<svg><use href="#a"/><a href="${PAGE}#b"/><image xlink:href="${PAGE}c.png"/></svg>`,
    ],
    [
      '<noscript><img src=x></noscript><template><a href=y></a></template>',
      `<noscript><img src="${PAGE}x"></noscript><template><a href="${PAGE}y"></a></template>`,
    ],
    // A quotation's place: WordPress takes "#:" for a scheme that it must remove.
    ['<a href="#:~:text=a%20b">x</a>', `<a href="${PAGE}#:~:text=a%20b">x</a>`],
    // Tags that HTML repeats in the tree.
    ['<p><b><a href="x">y<p>z</b></a>', `<p><b><a href="${PAGE}x">y<p>z</b></a>`],
    // Nothing to resolve.
    [
      '<a href="tel:1">x</a><img src="data:,a" srcset="data:,a 2x">',
      '<a href="tel:1">x</a><img src="data:,a" srcset="data:,a 2x">',
    ],
    ['<a href="//[">x</a>', '<a href="//[">x</a>'],
    ['<img usemap="#m">', '<img usemap="#m">'],
  ])('%s', (html, expected) => {
    expect(absoluteLinks(html, PAGE)).toBe(expected);
    expect(absoluteLinks(expected, PAGE)).toBe(expected);
  });
});

test('a chapter in the feed has its still and all its steps, in order', () => {
  const html = chapterHtml(SITE, {
    slug: 'turn',
    alt: 'She "turns"',
    steps: ['<p>One</p>', '<p>Two</p>', '<p>Three</p>'],
  });
  expect(html).toContain(
    '<img src="https://example.org/story/posters/turn-wide.png" alt="She &quot;turns&quot;"',
  );
  expect(chapterHtml(SITE, { slug: 'turn', alt: 'x', still: 'Still', steps: [] })).toContain(
    'alt="Still"',
  );
  const order = ['<img', 'One', 'Two', 'Three'].map((part) => html.indexOf(part));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});

describe('the feed', () => {
  const chapters = SITE.chapters.map((chapter) => ({
    ...chapter,
    steps: ['<p>One &amp; two ]]></p>'],
  }));
  const read = (site = SITE, texts = chapters) => parseRssFeed(rss(site, texts));
  const items = (site = SITE, texts = chapters) => read(site, texts).items ?? [];
  const named = (title: string) => {
    const story = { ...SITE.story, title, author: title };
    return { ...SITE, story };
  };

  test('is in the order of reading as it stands, and for whoever sorts by date', () => {
    const order = chapters.map(({ title }) => title);
    expect(items().map(({ title }) => title)).toEqual(order);
    for (const date of ['pubDate', 'published'] as const) {
      const sorted = items()
        .map((item) => ({
          title: item.title,
          at: Date.parse(String(date === 'pubDate' ? item.pubDate : item.atom?.published)),
        }))
        .sort((a, b) => b.at - a.at);
      expect(sorted.map(({ title }) => title)).toEqual(order);
      expect(new Set(sorted.map(({ at }) => at)).size).toBe(order.length);
    }
  });

  test('all chapters come on the day of publication, however many; one more moves none', () => {
    const dates = Array.from({ length: 100 }, (_, order) => itemDate(SITE.story.published, order));
    expect(new Set(dates.map((date) => date.toISOString().slice(0, 10)))).toEqual(
      new Set(['2026-01-02']),
    );
    const fewer = items(SITE, chapters.slice(0, 2)).map(({ pubDate }) => pubDate);
    expect(
      items()
        .map(({ pubDate }) => pubDate)
        .slice(0, 2),
    ).toEqual(fewer);
  });

  test('a change shows, and neither moves a chapter nor makes it another', () => {
    const later = { ...SITE, story: { ...SITE.story, modified: new Date('2026-05-06') } };
    const [before, after] = [items(), items(later)];
    expect(after.map(({ atom }) => atom?.updated)).not.toEqual(
      before.map(({ atom }) => atom?.updated),
    );
    for (const field of ['guid', 'pubDate', 'link'] as const) {
      expect(after.map((item) => item[field])).toEqual(before.map((item) => item[field]));
    }
    // WordPress's reader takes the first of the two for the item's date.
    for (const [item = ''] of rss(later, chapters).matchAll(/<item>.*?<\/item>/gs)) {
      expect(item.indexOf('<atom:published>')).toBeLessThan(item.indexOf('<atom:updated>'));
    }
  });

  test('words are escaped once, and a title of figures stays one', () => {
    for (const title of ['A < B & C', '007', '2.10', 'true', 'The &amp; sign']) {
      const feed = read(named(title));
      expect([feed.title, feed.image?.title]).toEqual([title, title]);
      expect(feed.items?.[0]?.dc?.creators).toEqual([title]);
    }
    expect(items()[2]?.title).toBe('The </script> & Fall');
    expect(items()[0]?.content?.encoded).toContain('<p>One &amp; two ]]></p>');
  });

  test('signs that XML has no place for are left out, others are not', () => {
    const wrong = '\u0000\u0008\u000b\u000c\u001f\ufffe\uffff\ud800';
    const text = rss(named(`A${wrong}\t\u{1fa70}é\u0085`), [
      { ...chapters[0]!, steps: [`<p>x${wrong}y</p>`] },
    ]);
    expect(text).not.toMatch(/[\p{Cs}\ufffe\uffff]|(?![\t\n\r\u0085])\p{Cc}/u);
    expect(text).toContain('A\t\u{1fa70}é\u0085');
    expect(parseRssFeed(text).items?.[0]?.content?.encoded).toContain('<p>xy</p>');
  });

  test.each([
    ['fr-CA', 'ltr'],
    ['ar', 'rtl'],
    ['az-Arab', 'rtl'],
  ])('in %s it says its language, and that it is written %s', (language, direction) => {
    const feed = read({ ...SITE, story: { ...SITE.story, language } });
    expect([feed.xml?.lang, feed.language]).toEqual([language, language]);
    expect(feed.items?.[0]?.content?.encoded).toMatch(
      new RegExp(`^<div lang="${language}" dir="${direction}">`),
    );
  });
});
