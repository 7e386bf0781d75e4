import { describe, expect, test } from 'vitest';
import { odt } from '../../../../src/pipelines/import/readers/odt.ts';
import {
  beginningOf,
  bodyOf,
  fixture,
  notesOf,
  readTwice,
  refusalOf,
  sourceOf,
} from '../../../helpers/source.ts';
import { zip } from '../../../helpers/zip.ts';

const NAMESPACES = [
  'office',
  'style',
  'text',
  'table',
  ['draw', 'drawing'],
  ['svg', 'svg-compatible'],
  ['fo', 'xsl-fo-compatible'],
]
  .map((one) => (typeof one === 'string' ? [one, one] : one))
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const document = (body: string, { automatic = '', before = '', manifest = '<m/>' } = {}) =>
  sourceOf(
    'a.odt',
    zip([
      { path: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
      { path: 'META-INF/manifest.xml', content: manifest },
      {
        path: 'content.xml',
        content: `${before}<office:document-content ${NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink"><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      },
    ]),
  );
const bodyFrom = async (body: string, automatic = '') =>
  bodyOf(await odt.read(document(body, { automatic }), undefined));

describe('an OpenDocument text', () => {
  test('is known by what is in it', async () => {
    const source = fixture('odt/libreoffice.odt');
    expect(await odt.recognises(source, await beginningOf(source))).toBe(true);
    const other = fixture('word/pandoc.docx');
    expect(await odt.recognises(other, await beginningOf(other))).toBe(false);
  });

  test('of LibreOffice is whole: sections, notes, changes, boxes, what a picture shows', async () => {
    const { article, isSame } = await readTwice(odt, fixture('odt/libreoffice.odt'));
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<p>She waits in the <strong>wings</strong>,<a data-note="ftn1"></a> and often counts.<br>Three spaces and a tab.</p>',
      '<h1>The wings</h1>',
      '<p>A section holds this <a href="https://dance.example/wings/">paragraph</a>, in <span lang="fr-FR">bon français</span>.</p>',
      '<figure><img src="Pictures/100000000000004000000030C3D1DC4C31542F49.png" alt="A red shoe on a step"><figcaption>The shoe, before</figcaption></figure>',
      '<blockquote><p>Nobody asks the understudy.</p><p>Nobody has to.</p></blockquote>',
      '<ul><li><p>Shoes</p><ol><li>left</li><li>right</li></ol></li><li>A knife</li></ul>',
      '<h2>The count</h2>',
      '<table><thead><tr><th>Act</th><th>Count</th></tr></thead><tbody><tr><td colspan="2">The second act has none</td></tr><tr><td>I</td><td>8</td></tr></tbody></table>',
      '<p><em>A whole paragraph leans.</em></p>',
      '<p>The 2<sup>nd</sup> is <s>gone</s>.<a data-note="ftn2"></a></p>',
      '<pre><code>plié\n  relevé</code></pre>',
      '<p>Beside a box she stands.</p>',
      '<p>The box speaks.</p>',
    ]);
    expect(notesOf(article)).toEqual([
      '<p>The left ones, <em>always</em>.</p>',
      '<p>So the ledger says.</p>',
    ]);
    expect(article.facts).toEqual({
      title: 'The Understudy',
      subtitle: 'A second pair of shoes',
      author: 'A. Critic',
      language: 'en-GB',
    });
    expect(article.dropped).toEqual([
      { words: 'Do not print this.', reason: 'text that is marked as hidden in the document' },
    ]);
    expect(article.images.size).toBe(1);
  });

  test('of pandoc is whole', async () => {
    const { article, isSame } = await readTwice(odt, fixture('odt/pandoc.odt'));
    expect(isSame).toBe(true);
    expect(article.facts).toEqual({
      title: 'The Barre in Winter',
      subtitle: 'A house, a dancer, a knife',
      author: 'A. Critic',
      language: 'en-GB',
    });
    expect(bodyOf(article).slice(2)).toEqual([
      '<figure><img src="Pictures/0.png"><figcaption>A red shoe</figcaption></figure>',
      '<blockquote><p>Nobody claps in winter.</p></blockquote>',
      '<ol><li>One</li><li><p>Two</p><ul><li>a half</li></ul></li></ol>',
      '<p>Counts by act</p>',
      '<table><thead><tr><th>Act</th><th>Count</th></tr></thead><tbody><tr><td>I</td><td>8</td></tr></tbody></table>',
      '<pre><code>plié\n  relevé</code></pre>',
      '<p>Water is H<sub>2</sub>O; the tenth is 10<sup>th</sup>, <s>gone</s> and <code>code</code>.</p>',
      '<h1>The knife</h1>',
      '<p>A formula <code>a2+b</code> and a last line.<a data-note="ftn1"></a></p>',
    ]);
  });
});

describe('of an OpenDocument text', () => {
  const numbered =
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>';
  const item = (words: string) => `<text:list-item><text:p>${words}</text:p></text:list-item>`;

  test.each([
    [
      'a list that goes on',
      `<text:list text:style-name="L">${item('a')}${item('b')}</text:list><text:p>p</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('c')}</text:list>`,
      ['<ol><li>a</li><li>b</li></ol>', '<p>p</p>', '<ol start="3"><li>c</li></ol>'],
    ],
    [
      'a heading that is an item of a list',
      `<text:list text:style-name="L"><text:list-item><text:h text:outline-level="2">One</text:h></text:list-item></text:list>`,
      ['<h2>One</h2>'],
    ],
    [
      'a picture with its caption in a box',
      '<text:p>Before.<draw:frame><draw:text-box><text:p text:style-name="Illustration"><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>A shoe</svg:title></draw:frame>The shoe</text:p></draw:text-box></draw:frame></text:p>',
      [
        '<p>Before.</p>',
        '<figure><img src="Pictures/a.png" alt="A shoe"><figcaption>The shoe</figcaption></figure>',
      ],
    ],
    ['spaces', '<text:p>one\n  <text:s/>two<text:s text:c="3"/></text:p>', ['<p>one two</p>']],
    [
      'a remark of an editor',
      '<text:p>She<office:annotation><text:p>Who?</text:p></office:annotation> bows.</text:p>',
      ['<p>She bows.</p>'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await bodyFrom(body, numbered)).toEqual(expected);
  });

  test('hidden sections and tables of contents are told', async () => {
    const article = await odt.read(
      document(
        '<text:table-of-content><text:index-body><text:p>One 1</text:p></text:index-body></text:table-of-content><text:section text:display="none"><text:p>Secret.</text:p></text:section><text:p>Seen.</text:p>',
      ),
      undefined,
    );
    expect(bodyOf(article)).toEqual(['<p>Seen.</p>']);
    expect(article.dropped).toEqual([
      { words: 'One 1', reason: 'the table of contents' },
      { words: 'Secret.', reason: 'a section that is hidden in the document' },
    ]);
  });

  test.each([
    [
      'a password',
      document('', { manifest: '<m><manifest:encryption-data/></m>' }),
      /^a\.odt is encrypted/,
    ],
    [
      'entities that expand',
      document('&a;', { before: '<!DOCTYPE d [<!ENTITY a "b">]>' }),
      /^content\.xml in a\.odt declares entities/,
    ],
    ['broken XML', document('<text:p>'), /^content\.xml in a\.odt is no right XML/],
    [
      'another kind of document',
      sourceOf(
        'a.ods',
        zip([{ path: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      ),
      /^a\.ods is no OpenDocument text/,
    ],
  ])('%s is refused', async (_, source, line) => {
    expect(await refusalOf(odt, source)).toMatch(line);
  });
});
