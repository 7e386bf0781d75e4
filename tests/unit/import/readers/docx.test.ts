import { describe, expect, test } from 'vitest';
import { docx } from '../../../../src/pipelines/import/readers/docx.ts';
import {
  beginningOf,
  bodyOf,
  fileOf,
  fixture,
  notesOf,
  readTwice,
  refusalOf,
  sourceOf,
} from '../../../helpers/source.ts';
import { type Packed, zip } from '../../../helpers/zip.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"';

/** A Word file of a body and styles. */
const word = (body: string, styles = '', before = ''): Uint8Array =>
  zip([
    {
      path: '[Content_Types].xml',
      content: `<Types xmlns="${TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      path: '_rels/.rels',
      content: `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      path: 'word/document.xml',
      content: `${before}<w:document ${W} ${MATH}><w:body>${body}</w:body></w:document>`,
    },
    { path: 'word/styles.xml', content: `<w:styles ${W}>${styles}</w:styles>` },
  ] satisfies Packed[]);
const articleOf = (body: string, styles?: string) =>
  docx.read(sourceOf('a.docx', word(body, styles)), undefined);
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const r = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a Word document', () => {
  test('is known by what is in it', async () => {
    for (const path of ['word/pandoc.docx', 'word/libreoffice.docx']) {
      const source = fixture(path);
      expect(await docx.recognises(source, await beginningOf(source))).toBe(true);
    }
    const other = sourceOf('a.docx', zip([{ path: 'content.xml', content: '' }]));
    expect(await docx.recognises(other, await beginningOf(other))).toBe(false);
  });

  test('of LibreOffice is whole', async () => {
    const { article, isSame } = await readTwice(docx, fixture('word/libreoffice.docx'));
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<p>She waits in the <strong>wings</strong>,<a data-note="footnote-2"></a> and often counts.<br>Three spaces and a tab.</p>',
      '<h1>The wings</h1>',
      '<p>A section holds this <a href="https://dance.example/wings/">paragraph</a>, in <span lang="fr-FR">bon français</span>.</p>',
      '<figure><img src="picture-1.png" alt="A red shoe on a step"><figcaption>The shoe, before</figcaption></figure>',
      '<blockquote><p>Nobody asks the understudy.</p><p>Nobody has to.</p></blockquote>',
      '<ul><li><p>Shoes</p><ol><li>left</li><li>right</li></ol></li><li>A knife</li></ul>',
      '<h2>The count</h2>',
      '<table><thead><tr><th>Act</th><th>Count</th></tr></thead><tbody><tr><td colspan="2">The second act has none</td></tr><tr><td>I</td><td>8</td></tr></tbody></table>',
      '<p><em>A whole paragraph leans.</em></p>',
      '<p>The 2<sup>nd</sup> is <s>gone</s>.<a data-note="endnote-2"></a></p>',
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
    const picture = await article.images.get('picture-1.png')!.bytes();
    expect([...picture.subarray(1, 4)]).toEqual([...'PNG'].map((sign) => sign.charCodeAt(0)));
  });

  test('of pandoc is whole', async () => {
    const { article, isSame } = await readTwice(docx, fixture('word/pandoc.docx'));
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<p>She comes <em>before</em> the light,<a data-note="footnote-20"></a> and <strong>the barre</strong> is cold – as it was in <a href="https://dance.example/first/">the first film</a>.</p>',
      '<h1>The house</h1>',
      '<figure><img src="picture-1.png" alt="A red shoe"><figcaption>A red shoe</figcaption></figure>',
      '<blockquote><p>Nobody claps in winter.</p></blockquote>',
      '<ol><li>One</li><li><p>Two</p><ul><li>a half</li></ul></li></ol>',
      '<p>Counts by act</p>',
      '<table><thead><tr><th>Act</th><th>Count</th></tr></thead><tbody><tr><td>I</td><td>8</td></tr></tbody></table>',
      '<pre><code>plié\n  relevé</code></pre>',
      '<p>Water is H<sub>2</sub>O; the tenth is 10<sup>th</sup>, <s>gone</s> and <code>code</code>.</p>',
      '<h1>The knife</h1>',
      '<p>A formula a2+b and a last line.<a data-note="footnote-26"></a></p>',
    ]);
    expect(notesOf(article)).toHaveLength(2);
    expect(article.warnings).toEqual([]);
  });
});

describe('what the converter would lose', () => {
  test.each([
    [
      'a field’s result',
      p(r('Act '), '<w:fldSimple w:instr=" SEQ A &gt; 1 ">', r('two'), '</w:fldSimple>', r('.')),
      '<p>Act two.</p>',
    ],
    [
      'a break of the older kind',
      p('<w:r><w:t>one</w:t><w:cr/><w:t>two</w:t></w:r>'),
      '<p>one<br>two</p>',
    ],
    [
      'moved text',
      p('<w:moveFrom>', r('gone'), '</w:moveFrom><w:moveTo>', r('here'), '</w:moveTo>'),
      '<p>here</p>',
    ],
    [
      'a change',
      p(
        r('She '),
        '<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins>',
        r('often '),
        '</w:ins>',
        r('counts.'),
      ),
      '<p>She often counts.</p>',
    ],
    [
      'a tick',
      p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', r(' done')),
      '<p>✓ done</p>',
    ],
    [
      'a formula',
      `<w:p>${r('x ')}<m:oMathPara><m:oMath><m:r><m:t>a&lt;b</m:t></m:r></m:oMath></m:oMathPara></w:p>`,
      '<p>x a&#x3C;b</p>',
    ],
    ['words of another direction', p('<w:bdo w:val="rtl">', r('םולש'), '</w:bdo>'), '<p>םולש</p>'],
  ])('%s', async (_, body, expected) => {
    expect(bodyOf(await articleOf(body))).toEqual([expected]);
  });

  test('the language of words, where it is another than the document’s', async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>';
    const body = p(
      r('She does a '),
      r('grand ', '<w:lang w:val="fr-FR"/>'),
      r('jeté', '<w:i/><w:lang w:val="fr-FR"/>'),
      r(', and ', '<w:lang w:val="en-GB"/>'),
      r('прыжок', '<w:lang w:val="ru-RU"/>'),
      r('gone', '<w:vanish/><w:lang w:val="fr-FR"/>'),
      r('.', '<w:lang w:val="fr-FR"/>'),
    );
    const article = await articleOf(body, styles);
    expect(bodyOf(article)).toEqual([
      '<p>She does a <span lang="fr-FR">grand <em>jeté</em></span>, and <span lang="ru-RU">прыжок</span>.</p>',
    ]);
    expect(article.dropped).toMatchObject([{ words: 'gone' }]);
  });

  test('hidden text is told, by whatever it is hidden', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const { body, dropped } = await articleOf(
      p(
        r('Seen'),
        r(' not', '<w:vanish/>'),
        r(' this', '<w:rStyle w:val="H"/>'),
        r(' too', '<w:vanish w:val="0"/>'),
        r('.'),
      ),
      styles,
    );
    expect(bodyOf({ body } as never)).toEqual(['<p>Seen too.</p>']);
    expect(dropped).toEqual([
      { words: ' not this', reason: 'text that is marked as hidden in the document' },
    ]);
  });

  test('a table of contents is told, a second title is a heading', async () => {
    const style = (id: string, name: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    const of = (id: string, text: string) => p(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>`, r(text));
    const article = await articleOf(
      of('T', 'The Barre') + of('C', 'One 3') + of('T', 'One') + p(r('Words.')),
      style('T', 'Title') + style('C', 'toc 1'),
    );
    expect(article.facts).toEqual({ title: 'The Barre' });
    expect(bodyOf(article)).toEqual(['<h1>One</h1>', '<p>Words.</p>']);
    expect(article.dropped).toEqual([{ words: 'One 3', reason: 'the table of contents' }]);
  });
});

describe('a Word document is refused in one line', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

  test.each([
    ['of an older Word', new Uint8Array(ole), 'a.docx is of Word before 2007: save it as .docx.'],
    [
      'with a password',
      new Uint8Array(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])),
      'a.docx is encrypted: save it in Word without a password.',
    ],
    ['that is cut', word(p(r('One.'))).slice(0, 300), /^a\.docx is no whole zip archive/],
    [
      'with entities that expand',
      word(p(r('&a;')), '', '<!DOCTYPE w [<!ENTITY a "b">]>'),
      /^word\/document\.xml has a document type of its own/,
    ],
    ['with broken XML', word('<w:p>'), /^word\/document\.xml is broken \(/],
  ])('%s', async (_, bytes, line) => {
    const source = sourceOf('a.docx', bytes);
    const said = await refusalOf(docx, source);
    if (typeof line === 'string') expect(said).toBe(line);
    else expect(said).toMatch(line);
  });

  test('but one in a folder is read', async () => {
    const files = [fileOf('notes.txt', 'no'), fileOf('a.docx', word(p(r('One.'))))];
    const folder = { name: 'folder', files };
    expect(await docx.recognises(folder, await beginningOf(folder))).toBe(true);
    expect(bodyOf(await docx.read(folder, undefined))).toEqual(['<p>One.</p>']);
  });
});
