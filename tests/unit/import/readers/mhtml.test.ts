import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../../src/pipelines/import/clean/text.ts';
import { parseHtml } from '../../../../src/pipelines/import/cleanTree.ts';
import { hiddenElements } from '../../../../src/pipelines/import/readers/mhtml/hidden.ts';
import { openShadows } from '../../../../src/pipelines/import/readers/mhtml/shadows.ts';
import { mhtml } from '../../../../src/pipelines/import/readers/mhtml.ts';
import {
  beginningOf,
  bodyOf,
  fixture,
  readTwice,
  refusalOf,
  sourceOf,
} from '../../../helpers/source.ts';

const SAVED = fixture('mhtml/chromium.mhtml');

/** An archive of parts: their headers, then what they hold. */
const archive = (parts: readonly (readonly [string, string])[], end = '--') =>
  sourceOf(
    'a.mht',
    [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n',
      ...parts.map(([head, body]) => `--b\r\n${head}\r\n\r\n${body}\r\n`),
      `--b${end}\r\n`,
    ].join(''),
  );
const WORDS =
  '<p>The curtain has a handle and an edge, and she draws it slowly; the house waits, and the waiting is the film, as it was before.</p>';

describe('a page that Chromium saved', () => {
  test('is known by its headers', async () => {
    expect(await mhtml.recognises(SAVED, await beginningOf(SAVED))).toBe(true);
    const mail = sourceOf('a.eml', 'Content-Type: multipart/mixed; boundary=b\n\n--b--');
    expect(await mhtml.recognises(mail, await beginningOf(mail))).toBe(false);
  });

  test('is whole, with what its components show and without what its style sheets hide', async () => {
    const { article, isSame } = await readTwice(mhtml, SAVED);
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<h1>The Velvet Knife</h1>',
      '<p>The curtain has a handle, – and an edge.</p>',
      '<p>She draws it <em>slowly</em>, as a curtain is drawn; the house waits, and waits, and the waiting is the film. It has always been so with this director, who counts in silences.</p>',
      '<p>The waiting is the film, and it is never over.</p>',
      '<p>Then the <strong>light</strong> goes. Nobody moves, nobody coughs, and somebody has already left by the side door with a coat over one arm.</p>',
      '<figure><img src="parts/picture-1.png" alt="A red shoe"><figcaption>The shoe, <em>again</em></figcaption></figure>',
      '<h2>What the blade reflects</h2>',
      '<p>Not her face. The blade reflects the second row, where the critic sits, and he writes this down in the dark as well as he can.</p>',
      '<p>Below the fold: <img src="http://dance.example/late.png" alt="A late picture"> the end. The end again, longer, so that nobody takes it for a caption.</p>',
    ]);
    expect(article.facts).toEqual({
      title: 'The Velvet Knife',
      author: 'A. Critic',
      language: 'en',
      address: 'http://dance.example/page.html',
    });
    expect(article.dropped).toContainEqual({
      words: 'Printed from our site.',
      reason: 'hidden by the page’s style sheet',
    });
    expect([...article.images.keys()]).toEqual(['parts/picture-1.png']);
    expect(article.warnings).toContainEqual(
      expect.stringMatching(/^Words in 1 component of the page are read without their style/),
    );
  });
});

describe('an archive', () => {
  test('names pictures by their own names, or by one of several sizes', async () => {
    const article = await mhtml.read(
      archive([
        [
          'Content-Type: text/html; charset="windows-1252"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://dance.example/a/',
          `<h1>The=20caf=E9</h1>${WORDS}<p><img src=3D"cid:shoe" alt=3D"A shoe"></p><p><img src=3D"x.gif" srcset=3D"knife.jpg 2x" alt=3D"A knife"></p>`,
        ],
        [
          'Content-Type: image/png\r\nContent-ID: <shoe>\r\nContent-Transfer-Encoding: base64',
          'cG5n',
        ],
        [
          'Content-Type: image/jpeg\r\nContent-Location: https://dance.example/a/knife.jpg\r\nContent-Transfer-Encoding: base64',
          'anBn',
        ],
      ]),
      undefined,
    );
    expect(bodyOf(article).filter((block) => !block.includes('curtain'))).toEqual([
      '<h1>The café</h1>',
      '<figure><img src="parts/picture-1.png" alt="A shoe"></figure>',
      '<figure><img src="parts/picture-2.jpg" alt="A knife"></figure>',
    ]);
  });

  test('that ends in the middle says so', async () => {
    const { warnings } = await mhtml.read(
      archive([['Content-Type: text/html', `<h1>One</h1>${WORDS}`]], ''),
      undefined,
    );
    expect(warnings).toContain('a.mht ends in the middle: look whether the article is whole.');
  });

  test.each([
    ['without a page', archive([['Content-Type: text/css', 'p{}']]), /^a\.mht holds no page/],
    [
      'without parts',
      sourceOf('a.mht', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\nx'),
      /^a\.mht does not say where its parts begin/,
    ],
    ['of another kind', sourceOf('a.mht', 'words'), /^a\.mht is no web archive/],
  ])('%s is refused', async (_, source, line) => {
    expect(await refusalOf(mhtml, source)).toMatch(line);
  });
});

describe('style sheets', () => {
  const page = parseHtml(
    '<p id="a" class="x y">one</p><p class="x">two</p><p class="y">three</p><p class="z" style="display:block">four</p><p class="w">five</p>',
  );
  test.each([
    ['by the stronger selector', '.x{display:none} p.y{display:block}', ['two']],
    ['by the later rule', '.x{display:none} .x{display:block}', []],
    ['by what is important', '.y{display:none!important} #a{display:block}', ['one', 'three']],
    ['by visibility', '.w{visibility:hidden}', ['five']],
    [
      'not on paper or in small windows',
      '@media print{.x{display:none}} @media (max-width:600px){.y{display:none}} @media screen and (min-width:40em){.w{display:none}}',
      ['five'],
    ],
    ['not against the element itself', '.z{display:none}', []],
    [
      'in spite of what is broken',
      'p:hover{display:none} ::x{display:none} p{:;display} .w{display:none',
      ['five'],
    ],
  ])('hide %s', (_, sheet, words) => {
    const hidden = [...hiddenElements(page, [sheet])];
    expect(hidden.map((element) => textOf(element)).sort()).toEqual(words.sort());
  });
});

test('a component shows its children where its slots are', () => {
  const page = parseHtml(
    '<x-card><template shadowmode="open"><h2><slot name="head">No head</slot></h2><slot></slot><x-foot><template shadowmode="open"><p>Foot</p></template></x-foot></template><b slot="head">Head</b><p>Words</p></x-card>',
  ) as Root;
  expect(openShadows(page)).toBe(2);
  expect(textOf(page as Root | Element)).toBe('Head Words Foot');
});
