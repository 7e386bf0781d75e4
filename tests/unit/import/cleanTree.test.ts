import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { articleFromHtml } from '../../../src/pipelines/import/cleanTree.ts';

const clean = (html: string, options = {}) => articleFromHtml(html, options);
const body = (html: string, options = {}) => toHtml(clean(html, options).body);

describe('words as a browser shows them', () => {
  test.each([
    ['loose words <b>and</b>\n bold', '<p>loose words <strong>and</strong> bold</p>'],
    ['<p>a<em> b </em>c</p>', '<p>a <em>b</em> c</p>'],
    ['<p><b>one</b> <b>two</b><b>three</b></p>', '<p><strong>one twothree</strong></p>'],
    ['<p>a <b><i> both </i></b>.</p>', '<p>a <strong><em>both</em></strong> .</p>'],
    ['<p>one<br><br>two<br>three<br></p>', '<p>one</p><p>two<br>three</p>'],
    ['<p> </p><p>&nbsp;</p><p>a&nbsp;b</p>', '<p>a\u00a0b</p>'],
    ['<div>one<div>two</div>three</div>', '<p>one</p><p>two</p><p>three</p>'],
    ['<p><em>a<br></em></p>', '<p><em>a</em></p>'],
    ['<pre>  a\n  b\n</pre>', '<pre><code>  a\n  b</code></pre>'],
    ['<p>caf&#x65;&#x301; donâ€™t</p>', '<p>café don’t</p>'],
  ])('%s', (html, expected) => {
    expect(body(html)).toBe(expected);
  });
});

describe('what a word processor means', () => {
  test('a b that is no bold goes, weights and slants become elements', () => {
    const html =
      '<b style="font-weight:normal"><h1><span style="font-weight:400">Title</span></h1><p><span style="font-weight:700">bold</span><span style="font-style:italic"> and slanted</span></p></b>';
    expect(body(html)).toBe('<h1>Title</h1><p><strong>bold</strong> <em>and slanted</em></p>');
  });

  test('a list that is the child of a list is part of the item before', () => {
    const html = '<ul><li><p>one</p></li><ul><li>inner</li></ul><li>two</li></ul>';
    expect(body(html)).toBe('<ul><li><p>one</p><ul><li>inner</li></ul></li><li>two</li></ul>');
  });

  test('a bold that holds blocks is bold in each', () => {
    expect(body('<strong><p>one</p><p>two</p></strong>')).toBe(
      '<p><strong>one</strong></p><p><strong>two</strong></p>',
    );
  });
});

describe('what is no article', () => {
  test.each([
    '<script>alert(1)</script>',
    '<p onclick="alert(1)" style="background:url(https://evil.example/x)">a</p>',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    '<iframe src="https://evil.example/"></iframe>',
    '<svg onload="alert(1)"><script>alert(1)</script></svg>',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
    '<object data="javascript:alert(1)">a</object>',
    '<template><img src=x onerror=alert(1)></template>',
    '<img src="https://evil.example/x" onerror="alert(1)" srcset="https://evil.example/y 2x">',
    '<form action="https://evil.example"><input autofocus onfocus="alert(1)"></form>',
    '<table background="https://evil.example/x"><tr><td>a<td>b</table>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  ])('%s leaves nothing that runs, looks or asks', (html) => {
    const out = body(html);
    expect(out).not.toMatch(/<(?:script|style|iframe|object|embed|svg|form|input|template)\b/i);
    expect(out).not.toMatch(/\bon\w+=|style=|javascript:|srcset|background=/i);
  });

  test('words that nobody saw are listed', () => {
    const { dropped } = clean(
      '<p>seen</p><nav>Home About</nav><p hidden>later</p><div style="display: none">never</div>',
    );
    expect(dropped).toEqual([
      { words: 'Home About', reason: 'navigation' },
      { words: 'later', reason: 'hidden on the page' },
      { words: 'never', reason: 'hidden on the page' },
    ]);
  });

  test('a film is a link to its page', () => {
    const { body: tree, warnings } = clean(
      '<iframe src="https://www.youtube.com/embed/abc_1?x=1" title="A trailer"></iframe>',
    );
    expect(toHtml(tree)).toBe(
      '<p><a href="https://www.youtube.com/watch?v=abc_1">A trailer</a></p>',
    );
    expect(warnings).toHaveLength(1);
  });

  test('boxes without end are refused, and 300 are not', () => {
    expect(() => clean(`${'<div>'.repeat(5000)}a`)).toThrow('nested more than 400 deep');
    expect(body(`${'<div>'.repeat(300)}a`)).toBe('<p>a</p>');
  });
});

describe('pictures', () => {
  test('a page that loads late says elsewhere where they are', () => {
    expect(
      body('<p><img src="data:image/gif;base64,R0lGOD" data-src="/a.jpg" alt="A shoe"></p>', {
        base: 'https://blog.example/post/',
      }),
    ).toBe('<figure><img src="https://blog.example/a.jpg" alt="A shoe"></figure>');
  });

  test('keep captions with their links, in WordPress’s and in Blogger’s form too', () => {
    const caption = '<figcaption>A <em>red</em> <a href="https://a.example/">shoe</a></figcaption>';
    const inner = 'A <em>red</em> <a href="https://a.example/">shoe</a>';
    for (const html of [
      `<figure><a href="https://a.example/x.jpg"><img src="x.jpg" alt="a"></a>${caption}</figure>`,
      `<div class="wp-caption alignnone"><img src="x.jpg" alt="a"><p class="wp-caption-text">${inner}</p></div>`,
      `<table class="tr-caption-container"><tr><td><img src="x.jpg" alt="a"></td></tr><tr><td class="tr-caption">${inner}</td></tr></table>`,
    ])
      expect(body(html)).toBe(`<figure><img src="x.jpg" alt="a">${caption}</figure>`);
  });

  test('a sign as a picture is the sign; a picture of one pixel nothing', () => {
    expect(
      body(
        '<p>a <img class="emoji" alt="🩰" src="x.svg"><img src="t.gif" width="1" height="1"></p>',
      ),
    ).toBe('<p>a 🩰</p>');
  });

  test('a picture before words stands before them', () => {
    expect(body('<p><img src="x.jpg" alt="a">Words <img src="y.jpg" alt="b"> and words.</p>')).toBe(
      '<figure><img src="x.jpg" alt="a"></figure><p>Words <img src="y.jpg" alt="b"> and words.</p>',
    );
  });
});

describe('notes', () => {
  test.each([
    [
      'WordPress',
      '<p>Words<sup data-fn="9" class="fn"><a href="#9" id="9-link">1</a></sup> on.</p><ol class="wp-block-footnotes"><li id="9">The <em>note</em>. <a href="#9-link">↩︎</a></li></ol>',
    ],
    [
      'pandoc',
      '<p>Words<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a> on.</p><section class="footnotes"><hr><ol><li id="fn1"><p>The <em>note</em>.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>',
    ],
    [
      'Word',
      '<p>Words<a href="#_ftn1" name="_ftnref1"><span><sup>[1]</sup></span></a> on.</p><div><p><a href="#_ftnref1" name="_ftn1">[1]</a> The <em>note</em>.</p></div>',
    ],
    [
      'Substack',
      '<p>Words<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a> on.</p><div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a><div class="footnote-content"><p>The <em>note</em>.</p></div></div>',
    ],
  ])('of %s', (_, html) => {
    const { body: tree, notes } = clean(html);
    expect(toHtml(tree)).toBe('<p>Words<a data-note="1"></a> on.</p>');
    expect(toHtml([...notes.get('1')!])).toBe('<p>The <em>note</em>.</p>');
  });

  test('a table of contents is no list of notes', () => {
    const html =
      '<ul><li id="t"><a href="#one">1</a></li></ul><h2 id="one"><a href="#t">1</a> One</h2><p>Words.</p>';
    const { notes } = clean(html);
    expect(notes.size).toBe(0);
  });

  test('notes that no words refer to stay as words', () => {
    const { body: tree, notes } = articleFromHtml('<p>Words.</p>', {
      notes: new Map([['x', [{ type: 'text', value: 'Lost?' }]]]),
    });
    expect(toHtml(tree)).toBe('<p>Words.</p><p>Lost?</p>');
    expect(notes.size).toBe(0);
  });
});

test('places stay where a link leads to them', () => {
  expect(
    body('<h2 id="a">A</h2><p id="b">B <a href="#a">up</a> <a href="#gone">gone</a></p>'),
  ).toBe('<h2 id="a">A</h2><p>B <a href="#a">up</a> gone</p>');
});

test('languages and directions stay, tables keep what spans', () => {
  expect(
    body(
      '<div lang="fr_FR" dir="rtl"><p>un</p></div><p dir="ltr">The direction that most words have is not said.</p><p><span lang="ru">слово</span></p><table class="x"><tr><th colspan="2">a</th></tr><tr><td>b</td><td>c</td></tr></table>',
    ),
  ).toBe(
    '<p dir="rtl">un</p><p>The direction that most words have is not said.</p><p><span lang="ru">слово</span></p><table><tbody><tr><th colspan="2">a</th></tr><tr><td>b</td><td>c</td></tr></tbody></table>',
  );
});

test('what a pointer shows stays where it says more, and columns keep their side', () => {
  expect(
    body('<p><img src="a.png" alt="A shoe" title="The shoe of 1912, on loan"> a</p>'),
  ).toContain('title="The shoe of 1912, on loan"');
  for (const title of ['A shoe', 'IMG_1234', 'shoe-300x200', ' '])
    expect(body(`<p><img src="a.png" alt="A shoe" title="${title}"> a</p>`)).not.toContain('title');
  expect(body('<p><a href="https://x.org/" title="Where it hangs now">the shoe</a></p>')).toContain(
    'title="Where it hangs now"',
  );
  const cells =
    '<td align="RIGHT">1</td><td style="text-align: center">2</td><td align="char">3</td>';
  expect(body(`<table><tr>${cells}</tr></table>`)).toContain(
    '<td align="right">1</td><td align="center">2</td><td>3</td>',
  );
});
