import { describe, expect, test } from 'vitest';
import { printBody } from '../../../src/core/content/body/printBody.ts';
import { readBody } from '../../../src/core/content/body/readBody.ts';

const FOLDER = 'src/content/stories/ballerina/chapters';
const TRAINING = readBody('## The barre\n\nWords.', 'training--');

/** A chapter's body as pages have it, and its faults as `line field: found`. */
function body(text: string, prefix = 'john-wick--') {
  const read = readBody(text, prefix);
  const printed = printBody(read, {
    base: '/deep',
    site: 'https://own.example',
    file: `${FOLDER}/03-john-wick.md`,
    story: 'src/content/stories/ballerina/story.md',
    chapters: [
      { file: `${FOLDER}/03-john-wick.md`, slug: 'john-wick', body: read },
      { file: `${FOLDER}/07-training.md`, slug: 'training', body: TRAINING },
    ],
    pictures: new Set([`${FOLDER}/knife.png`, `${FOLDER}/pictures/red shoe.jpg`]),
  });
  const faults = [...read.faults, ...printed.faults];
  return {
    steps: printed.steps,
    pictures: printed.pictures,
    html: printed.steps.join('|'),
    faults,
    told: faults.map(({ line, field, found }) => `${line} ${field}: ${found}`),
  };
}

describe('a body is cut into steps', () => {
  test.each([
    ['hyphens', 'a\n\n---\n\nb', ['<p>a</p>\n', '<p>b</p>\n']],
    ['stars and lines', 'a\n\n***\n\nb\n\n_ _ _\n\nc', ['<p>a</p>\n', '<p>b</p>\n', '<p>c</p>\n']],
    [
      'breaks at the ends and in a row',
      '---\n\na\n\n---\n\n---\n\nb\n\n---\n',
      ['<p>a</p>\n', '<p>b</p>\n'],
    ],
    ['a list directly above', '- a\n---\nb', ['<ul>\n<li>a</li>\n</ul>\n', '<p>b</p>\n']],
  ])('by %s', (_, text, steps) => {
    expect(body(text)).toMatchObject({ steps, told: [] });
  });

  test.each([
    ['a comment', 'a\n\n<!-- b\n\n---\n\nc -->\n\nd'],
    ['fenced code', '```\na\n\n---\n\nb\n```'],
    ['an HTML block', '<pre>\na\n\n---\n\nb\n</pre>'],
    ['a quotation', '> a\n>\n> ---\n>\n> b'],
    ['a list', '- a\n\n  ---\n\n  b'],
    ['a table', '| a |\n| --- |\n| b |'],
    ['a heading underlined', 'a\n---\n\nb'],
    ['indented code', 'a\n\n    ---\n\nb'],
    ['a raw rule', 'a\n\n<hr>\n\nb'],
  ])('not in %s', (_, text) => {
    const { steps, told } = body(text);
    expect(told).toEqual([]);
    expect(steps).toHaveLength(1);
  });

  test('a step of comments only is none, and no comment is published', () => {
    const { steps } = body(
      'a <!-- x --> b\n\n---\n\n<!-- a step\n\n---\n\nanother -->\n\n---\n\nc',
    );
    expect(steps).toEqual(['<p>a  b</p>\n', '<p>c</p>\n']);
  });

  test.each([
    ['bold', 'a <b>x\n\n---\n\ny', ['<p>a <b>x</b></p>\n', '<p>y</p>\n']],
    ['a box', '<div>\n\nx\n\n---\n\ny', ['<div>\n<p>x</p></div>\n', '<p>y</p>\n']],
    ['a stray end', 'x</div></section>\n\n---\n\ny', ['<p>x</p>\n', '<p>y</p>\n']],
  ])('and what is left open ends with its step: %s', (_, text, steps) => {
    expect(body(text)).toMatchObject({ steps, told: [] });
  });
});

test('a comment that is written about is none', () => {
  const { html, told } = body('a `<!-- b` and \\<!-- c\n\n    <!-- d\n');
  expect(told).toEqual([]);
  expect(html).toContain('c');
});

test('a link without words does not vanish with its step', () => {
  expect(body('a\n\n---\n\n[ ](07-training.md)').told).toEqual(['5 link: 07-training.md']);
});

test('what is said about notes is said in the story’s language', () => {
  const text = 'a[^1] b[^1]\n\n[^1]: c';
  const words = { heading: { en: 'Notes' }, back: { en: 'Back to {number}' } };
  const { steps } = readBody(text, 'x--', words);
  const html = JSON.stringify(steps);
  expect(html).toContain('"Notes"');
  expect(html).toContain('"Back to 1"');
  expect(html).toContain('"Back to 1-2"');
  expect(html).toContain('"lang":"en"');
  expect(html).not.toContain('"Footnotes"');
});

test('signs are set as Astro sets them, entities kept', () => {
  expect(body('A -- b --- c... "q" it\'s & <3 \\<b> &lt;i&gt; &nbsp;x').html).toBe(
    '<p>A – b — c… “q” it’s &amp; &lt;3 &lt;b> &lt;i> \u00a0x</p>\n',
  );
});

describe('what the policy forbids is told, not dropped', () => {
  test.each([
    ['x\n\ny <script>alert(1)</script>', '3 element: <script>'],
    ['<iframe src="https://x.org"></iframe>', '1 element: <iframe>'],
    ['<form action="/x"></form>', '1 element: <form>'],
    ['<style>p{}</style>', '1 element: <style>'],
    ['<video src="x.mp4"></video>', '1 element: <video>'],
    ['<svg><path/></svg>', '1 element: <svg>'],
    ['<center>x</center>', '1 element: <center>'],
    ['<x-made-up>x</x-made-up>', '1 element: <x-made-up>'],
    ['<body onload="x()">', '1 element: <body>'],
    ['<td><iframe></td>', '1 element: <iframe>'],
    ['a\n<p\nonclick="x()">y</p>', '2 attribute: <p onclick="x()">'],
    ['<p style="color:red">y</p>', '1 attribute: <p style="color:red">'],
    ['<p class="visually-hidden">y</p>', '1 attribute: <p class="visually-hidden">'],
    ['<p hidden>y</p>', '1 attribute: <p hidden="true">'],
    ['<p data-chapter-title>y</p>', '1 attribute: <p data-chapter-title="">'],
    ['<a href="x" target="_blank">y</a>', '1 attribute: <a target="_blank">'],
    ['[x](javascript:alert%281%29)', '1 link: javascript:alert%281%29'],
    ['<a href=" jAvaScript:x">y</a>', '1 link:  jAvaScript:x'],
    ['<a href="java&#10;script:x">y</a>', '1 link: java\nscript:x'],
    ['[x](data:text/html,y)', '1 link: data:text/html,y'],
    ['![x](https://x.org/a.png)', '1 picture: https://x.org/a.png'],
    ['![x](//x.org/a.png)', '1 picture: //x.org/a.png'],
    ['![x](data:image/png;base64,AA)', '1 picture: data:image/png;base64,AA'],
    ['<img src="x.png" alt="y" srcset="z 2x">', '1 attribute: <img srcset="z 2x">'],
    ['> - <b onclick="x">y</b>', '1 attribute: <b onclick="x">'],
  ])('%s', (text, fault) => {
    expect(body(text).told).toContain(fault);
  });

  test.each([
    ['a <b/> b', '1 HTML: <b/>'],
    ['x\n\n<div class="a\nwords', '3 HTML: <div class="a\nwords'],
    ['x\n\n<!-- never closed\n\n---\n\nwords', '3 HTML: <!-- never closed\n\n---\n\nwords'],
    ['<?php echo 1 ?>', '1 HTML: <?php echo 1 ?>'],
    ['<![CDATA[ words ]]>', '1 HTML: <![CDATA[ words ]]>'],
    ['<!DOCTYPE html>', '1 HTML: <!doctype>'],
    ['a\nb <!-- draft\n\n---\n\nc -->', '2 HTML: <!-- draft'],
    ['- a <!-- draft\n\n  b -->', '1 HTML: <!-- draft'],
    ['<!-- a --!> b -->', '1 HTML: <!-- a --!> b -->'],
    ['x <!--> b -->', '1 HTML: <!-->'],
  ])('what would swallow words: %s', (text, fault) => {
    expect(body(text).told).toContain(fault);
  });

  test('in words that help', () => {
    expect(body('a\n\n<iframe src="x"></iframe>').faults).toEqual([
      {
        field: 'element',
        line: 3,
        found: '<iframe>',
        expected: 'a chapter shows no other page; link to it',
        example: '[What is to be seen there](https://example.org/)',
      },
    ]);
  });

  test('and what words need is allowed', () => {
    const text =
      'H<sub>2</sub>O <abbr title="x">y</abbr> <q lang="fr">z</q> <kbd>k</kbd> <br> <ins>i</ins>\n\n' +
      '<figure><blockquote>b</blockquote><figcaption>c</figcaption></figure>\n\n' +
      '<details><summary>s</summary>t</details>\n\n<ruby>r<rt>u</rt></ruby>\n\n~~s~~ <mark>m</mark>\n\n' +
      '- [x] done\n- [ ] not\n\n3. three\n\n| l | r |\n| :-- | --: |\n| 1 | 2 |';
    const { told, html } = body(text);
    expect(told).toEqual([]);
    expect(html).toContain('<sub>2</sub>');
    expect(html).toContain('<div class="wide" tabindex="0"><table>');
    expect(html).toContain('<td class="to-right">2</td>');
    expect(html).toContain('<ol start="3">');
  });
});

describe('notes and references', () => {
  test('serve in every step, unique on a page of many chapters', () => {
    const { steps, told } = body(
      'a[^1] [x][r]\n\n---\n\nb\n\n[^1]: A *note*.\n\n[r]: https://x.example/',
    );
    expect(told).toEqual([]);
    expect(steps[0]).toBe(
      '<p>a<sup><a href="#john-wick--fn-1" id="john-wick--fnref-1" data-footnote-ref="" aria-describedby="john-wick--footnote-label">1</a></sup> <a href="https://x.example/" rel="external noopener">x</a></p>\n',
    );
    expect(steps[1]).toContain('<h3 id="john-wick--footnote-label">Footnotes</h3>');
    expect(steps[1]).toContain(
      '<li id="john-wick--fn-1">\n<p>A <em>note</em>. <a href="#john-wick--fnref-1"',
    );
    const ids = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    const other = body('a[^1]\n\n[^1]: b', 'legacy--').html;
    expect(ids(other)).toHaveLength(3);
    expect(ids(steps.join('')).filter((id) => ids(other).includes(id))).toEqual([]);
  });

  test('are in no element that an author left open', () => {
    expect(body('a[^1] <b>x\n\n[^1]: n').html).toMatch(/<\/b><\/p>\n<section data-footnotes/);
  });

  test.each([
    ['a\n\nb[^2]', '3 footnote: [^2]'],
    ['a[^1]\n\n[^1]: one\n[^1]: two', '4 footnote: [^1]:'],
    ['a\n\n[^1]: never', '3 footnote: [^1]:'],
    ['a [x][y]', '1 reference: ][y]'],
    ['a [x][]', '1 reference: ][]'],
    [
      '[x][y]\n\n[y]: https://a.example\n[y]: https://b.example',
      '4 reference: [y]: https://b.example',
    ],
  ])('%j is told', (text, fault) => {
    expect(body(text).told).toEqual([fault]);
  });

  test('brackets that are words, or code, are left alone', () => {
    expect(body('[sic] \\[^1] `[^2]` `a[0][1]` [x]\\[y]').told).toEqual([]);
  });

  test('a row of a table with more cells than its head is told', () => {
    expect(body('| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 \\| 2 | 3 |').told).toEqual([
      '3 table: | 1 | 2 | 3 |',
    ]);
  });
});

describe('headings and ids', () => {
  test('never equal a chapter’s: a heading with another chapter’s name', () => {
    expect(body('## Training\n\n### Training\n\n# Title').html).toBe(
      '<h3 id="john-wick--training">Training</h3>\n<h4 id="john-wick--training-1">Training</h4>\n<h3 id="john-wick--title">Title</h3>\n',
    );
  });

  test('of an author’s own are kept behind the prefix, once each', () => {
    expect(body('<b id="a">x</b> [y](#a)').html).toContain('<a href="#john-wick--a">y</a>');
    expect(body('<p id="a">x</p>\n\n<p id="a">y</p>').told).toEqual(['3 id: a']);
    expect(body('<p id="a b">x</p>').told).toEqual(['1 id: a b']);
  });
});

describe('addresses', () => {
  test.each([
    ['07-training.md', '/deep/chapters/training/'],
    ['./07-training.md', '/deep/chapters/training/'],
    ['../chapters/07-training.md', '/deep/chapters/training/'],
    ['07-training.md#the-barre', '/deep/chapters/training/#training--the-barre'],
    ['07-training.md#:~:text=dances', '/deep/chapters/training/#:~:text=dances'],
    ['/chapters/training/', '/deep/chapters/training/'],
    ['#training', '/deep/chapters/training/'],
    ['../story.md', '/deep/'],
    ['../story.md#notes', '/deep/'],
    ['/', '/deep/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['https://own.example/x', 'https://own.example/x'],
  ])('%s becomes %s', (from, to) => {
    expect(body(`[x](${from})`)).toMatchObject({
      html: `<p><a href="${to}">x</a></p>\n`,
      told: [],
    });
  });

  test('to the note stay on the page, the first one marked to come back to', () => {
    expect(body('[x](../story.md#note) [y](../story.md#note)').html).toBe(
      '<p><a href="#editors-note" role="doc-noteref" id="john-wick--note-mark">x</a> <a href="#editors-note" role="doc-noteref">y</a></p>\n',
    );
  });

  test('of other hosts are kept, and say so', () => {
    expect(body('[x](HTTPS://x.example/a?b=c&d) <https://y.example>').html).toBe(
      '<p><a href="https://x.example/a?b=c&amp;d" rel="external noopener">x</a> <a href="https://y.example" rel="external noopener">https://y.example</a></p>\n',
    );
  });

  test.each([
    ['08-nowhere.md', 'there is no such chapter'],
    ['07-Training.md', 'there is no such chapter'],
    ['07-training.md#nowhere', '07-training.md has no such place; it has #the-barre'],
    ['#nowhere', 'the chapter has no such place'],
    ['training', 'a link leads to a chapter’s file'],
    ['../training/', 'a link leads to a chapter’s file'],
    ['/chapters/nowhere/', 'there is no such chapter'],
    ['//x.example/', 'an address of another host begins with https:'],
    ['http://', 'it is no address'],
    ['%zz', 'a link leads to a chapter’s file'],
  ])('%s is told', (address, expected) => {
    const [fault, ...more] = body(`a\n\n[x](${address})`).faults;
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ field: 'link', line: 3, found: address });
    expect(fault?.expected).toContain(expected);
  });

  test('the example is the chapter that is nearest', () => {
    expect(body('[x](08-training.md)').faults[0]?.example).toBe('[words](07-training.md)');
  });

  test('a link without words is told', () => {
    expect(body('a [](07-training.md)').faults[0]?.expected).toBe('a link has words');
  });
});

describe('pictures', () => {
  test('are numbered for Astro’s assets, with their words', () => {
    const { html, pictures, told } = body(
      '![A "knife" > 1](./knife.png)\n\n![Shoe](pictures/red%20shoe.jpg "t") <img src="knife.png" alt="" width="3">',
    );
    expect(told).toEqual([]);
    expect(html).toContain('<img src="picture:0" alt="A “knife” > 1">');
    expect(html).toContain(
      '<img src="picture:1" alt="Shoe" title="t"> <img src="picture:0" alt="">',
    );
    expect(pictures).toEqual(['./knife.png', './pictures/red shoe.jpg']);
  });

  test.each([
    ['![](./knife.png)', 'a picture says what it shows, for those who cannot see it'],
    ['<img src="knife.png">', 'a picture says what it shows, for those who cannot see it (alt)'],
    ['![x](./gone.png)', `there is no file ${FOLDER}/gone.png`],
    ['![x](./Knife.png)', `there is no file ${FOLDER}/Knife.png`],
    ['![x](/knife.png)', 'a picture is a file beside the chapter'],
    ['![x](knife.psd)', 'a picture is a file of type avif, gif, jpg, png, svg, tiff or webp'],
    ['![x](../../../../../secret.png)', 'there is no file secret.png'],
    ['![x](100%.png)', `there is no file ${FOLDER}/100%.png`],
  ])('%s is told', (text, expected) => {
    expect(body(`a\n\n${text}`).faults).toMatchObject([{ field: 'picture', line: 3, expected }]);
  });
});
