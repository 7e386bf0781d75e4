import { describe, expect, test } from 'vitest';
import { withParagraphs } from '../../../../src/pipelines/import/readers/wordpress/paragraphs.ts';
import { replaceShortcodes } from '../../../../src/pipelines/import/readers/wordpress/shortcodes.ts';
import { wordpress } from '../../../../src/pipelines/import/readers/wordpress.ts';
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

const EXPORT = fixture('wordpress/export.xml');
const KNIFE = 'http://dance.example/wp-content/uploads/2024/03/knife-300x200.jpg';

/** An export with one post. */
const wxr = (content: string, more = '') => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel><language>fr-FR</language>
<wp:wxr_version>1.2</wp:wxr_version><item><title>Le couteau</title><link>https://dance.example/le-couteau/</link>
<content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>3</wp:post_id><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type>${more}</item></channel></rss>`;
const bodyFrom = async (content: string) =>
  bodyOf(await wordpress.read(sourceOf('blog.xml', wxr(content)), undefined));

describe('an export that WordPress wrote', () => {
  test('is known by its content', async () => {
    expect(await wordpress.recognises(EXPORT, await beginningOf(EXPORT))).toBe(true);
    const feed = sourceOf('feed.xml', '<?xml version="1.0"?><rss version="2.0"><channel/></rss>');
    expect(await wordpress.recognises(feed, await beginningOf(feed))).toBe(false);
  });

  test('lists posts and pages, not pictures and shared blocks', async () => {
    const list = await Array.fromAsync(wordpress.list!(EXPORT));
    expect(list.map(({ id, title, published, draft }) => [id, title, published, draft])).toEqual([
      ['7', 'The Knife & the Shoe', '2024-03-02', false],
      ['8', 'Colonnade', '2024-05-11', false],
      ['9', 'Colonnade', '2024-06-01', true],
      ['10', 'For subscribers', '2024-06-02', false],
      ['11', 'My own notes', '2024-06-03', true],
      ['12', 'About this blog', '2024-01-01', false],
    ]);
    expect(list[0]!.address).toBe('http://dance.example/?p=7');
  });

  test('gives a classic post as WordPress shows it', async () => {
    const { article, isSame } = await readTwice(wordpress, EXPORT, 'the knife & the SHOE');
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<p>A dancer turns on a point no wider than a coin, and the camera waits for her.<br>It has always waited.</p>',
      '<p><em>Nobody moves.</em></p>',
      '<p><em>Nobody breathes.</em> Then the knife.</p>',
      `<figure><img src="${KNIFE}" alt="A knife beside a red shoe"><figcaption>The knife, <em>before</em> the third act</figcaption></figure>`,
      '<h2>1. The training</h2>',
      '<p>Every morning begins at the barre [sic]; every evening ends with ]]> a blade.<a data-note="shortcode-1"></a></p>',
      '<blockquote><p>Discipline is a quiet word.</p><p>It is said quietly.</p></blockquote>',
      '<p>She counts to eight.<br>He counts to six.</p>',
      '<figure><img src="http://dance.example/wp-content/uploads/2024/03/dancer.jpg" alt="A dancer en pointe"><figcaption>The dancer, <strong>en pointe</strong></figcaption></figure>',
      '<figure><img src="http://dance.example/wp-content/uploads/2024/03/knife.jpg" alt="A knife beside a red shoe"></figure>',
      '<p>She bows.</p>',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></p>',
      '<ul><li>First position</li><li>Second position</li></ul>',
      '<pre><code>plié\n\n  relevé</code></pre>',
      '<p>The house is dark – “and yet she bows”.</p>',
    ]);
    expect(notesOf(article)).toEqual(["<p>So says the house's own ledger.</p>"]);
    expect(article.dropped).toEqual([
      {
        words: '[contact-form-7 id="5" title="Write to us"]',
        reason: 'a shortcode that only WordPress itself can fill',
      },
      { words: '[dropcap]', reason: 'a shortcode; the words that it encloses are kept' },
    ]);
    expect(article.facts).toEqual({
      title: 'The Knife & the Shoe',
      author: 'A. Critic',
      description: 'Why a dancer makes the better killer on film.',
      language: 'en-US',
      address: 'http://dance.example/?p=7',
      published: '2024-03-02',
      modified: '2024-03-02',
    });
  });

  test('gives a post of blocks, with its notes in the order of their references', async () => {
    const { article, isSame } = await readTwice(wordpress, EXPORT, '8');
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<p>Between the columns she is counted, and counts.<a data-note="0c7a9a5e-2"></a></p>',
      '<h2>The second reel</h2>',
      '<figure><img src="http://dance.example/wp-content/uploads/2024/03/knife.jpg" alt="A knife beside a red shoe"><figcaption>The knife, <em>again</em></figcaption></figure>',
      '<aside><blockquote><p>She is counted, and counts.</p><p><cite>The programme</cite></p></blockquote></aside>',
      '<p>One for the <strong>knife</strong><br>two for the shoe</p>',
      '<blockquote><p>Silence is a step.</p><p><cite>A ballet master</cite></p></blockquote>',
      '<ul><li><p>The bow</p><ul><li>and the turn</li></ul></li></ul>',
      '<p><a href="https://vimeo.com/76979871">https://vimeo.com/76979871</a></p>',
      '<p>The rehearsal</p>',
      '<table><thead><tr><th>Act</th><th>Count</th></tr></thead><tbody><tr><td>First</td><td>8</td></tr></tbody></table>',
      '<p>Counts by act</p>',
      '<p>This coda is shared by every post.</p>',
      '<p>She leaves by the left.<a data-note="0c7a9a5e-1"></a></p>',
    ]);
    expect(notesOf(article)).toEqual([
      '<p>Nobody has found the second reel.</p>',
      '<p>The first night was a <em>Tuesday</em>.</p>',
    ]);
    expect(article.dropped).toEqual([
      {
        words: '<!-- wp:latest-posts {"postsToShow":3} /-->',
        reason: 'a block that only WordPress itself can fill',
      },
    ]);
  });

  test.each([
    ['http://dance.example/?p=9', 'In WordPress this post is not published: it is “draft”.'],
    ['For subscribers', /a password protects this post: in the story anyone can read it/],
    ['my-own-notes', /this post is private: in the story anyone can read it/],
  ])('says what %s is', async (wanted, warning) => {
    const { warnings } = await wordpress.read(EXPORT, wanted);
    expect(warnings).toEqual([expect.stringMatching(warning)]);
  });

  test('takes the pictures that lie beside it, the fullest of several sizes', async () => {
    const folder = {
      name: 'blog',
      files: [
        fileOf('uploads/2023/03/knife.jpg', 'another'),
        fileOf('uploads/2024/03/knife-300x200.jpg', 'small'),
        fileOf('uploads/2024/03/knife.jpg', 'full'),
        ...EXPORT.files,
      ],
    };
    expect(await wordpress.recognises(folder, await beginningOf(folder))).toBe(true);
    const { images } = await wordpress.read(folder, '7');
    const image = images.get(KNIFE)!;
    expect([image.name, new TextDecoder().decode(await image.bytes())]).toEqual([
      'knife.jpg',
      'full',
    ]);
  });

  test.each([
    [undefined, /^export\.xml holds 6 articles: say which one by its title, number or address\./],
    ['Colonnade', /^“Colonnade” is 2 articles of export\.xml: say which one by its number\./],
    ['Swan', /^export\.xml holds no article with the title, number or address “Swan”\./],
  ])('refuses %s in one line', async (wanted, line) => {
    expect(await refusalOf(wordpress, EXPORT, wanted)).toMatch(line);
  });
});

describe('of a classic post', () => {
  const p = (...words: string[]) => words.map((line) => `<p>${line}</p>`);

  test.each([
    ['line ends of Windows', 'One.\r\n\r\nTwo.\r\nThree.', p('One.', 'Two.<br>Three.')],
    ['a written break', 'One.<br />\nTwo.<br><br>Three.', p('One.<br>Two.', 'Three.')],
    ['paragraphs that are marked', '<p>One.\n\nTwo.</p>\nThree.', p('One.', 'Two.', 'Three.')],
    [
      'a break in a caption',
      '<figure><img src="https://a.example/a.png" alt="A"><figcaption>One\ntwo</figcaption></figure>',
      [
        '<figure><img src="https://a.example/a.png" alt="A"><figcaption>One<br>two</figcaption></figure>',
      ],
    ],
    [
      'a break in an item',
      '<ul>\n<li>One\ntwo</li>\n<li>three\n\nfour</li>\n</ul>',
      ['<ul><li>One<br>two</li><li><p>three</p><p>four</p></li></ul>'],
    ],
    [
      'an old caption',
      '[caption caption="The <em>shoe</em>"]<img src="https://a.example/a.png" alt="A">[/caption]',
      [
        '<figure><img src="https://a.example/a.png" alt="A"><figcaption>The <em>shoe</em></figcaption></figure>',
      ],
    ],
    ['an escaped shortcode', 'Write [[gallery]] for pictures.', p('Write [gallery] for pictures.')],
    [
      'a page of others',
      '[youtube https://youtu.be/abc]',
      p('<a href="https://youtu.be/abc">https://youtu.be/abc</a>'),
    ],
    ['pages of a post', 'One.<!--nextpage-->Two.', p('One.Two.')],
    [
      'a table',
      '<table>\n<tr>\n<td>a\nb</td>\n<td>c</td>\n</tr>\n</table>',
      ['<table><tbody><tr><td>a<br>b</td><td>c</td></tr></tbody></table>'],
    ],
    [
      'an image as saved pages have it',
      '<img fetchpriority="high" decoding="async" width="640" src="https://a.example/a.png" alt="A" class="size-full">',
      ['<figure><img src="https://a.example/a.png" alt="A"></figure>'],
    ],
    [
      'quotation marks and dashes as they are',
      '"One" -- two... 3" x 4\'',
      p('"One" -- two... 3" x 4\''),
    ],
  ])('%s', async (_, content, expected) => {
    expect(await bodyFrom(content)).toEqual(expected);
  });

  test('an author’s own brackets stay', async () => {
    const words = '[A note] he [sic] wrote [1], [she] and [he/she] said [a = b] [/x] [ref';
    expect(await bodyFrom(words)).toEqual([`<p>${words}</p>`]);
  });

  test('no word between blocks is lost', () => {
    expect(withParagraphs([{ type: 'text', value: ' \n ' }])).toEqual([]);
  });

  test('brackets without end take no time', () => {
    const many = `${'[a b="'.repeat(30_000)}${'[x]'.repeat(30_000)}[/x]`;
    expect(replaceShortcodes(many, (_, inner) => inner('')).length).toBeGreaterThan(1000);
  });
});

describe('a broken export', () => {
  test('with entities that expand is refused', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n${wxr('&b;')}`;
    expect(await refusalOf(wordpress, sourceOf('blog.xml', bomb))).toMatch(
      /^blog\.xml has a document type of its own at line 1/,
    );
  });

  test('that ends in the middle gives what is whole, and says so', async () => {
    const [whole] = wxr('One.').split('</channel>');
    const cut = `${whole}<item><title>Half</title><content:encoded><![CDATA[Tw`;
    const { warnings } = await wordpress.read(sourceOf('blog.xml', cut), undefined);
    expect(warnings).toEqual([expect.stringMatching(/^The export is no right XML \(.*unclosed/)]);
    const none = cut.replace(/<item>.*<\/item>/s, '');
    expect(await refusalOf(wordpress, sourceOf('blog.xml', none))).toMatch(
      /^blog\.xml is no whole WordPress export: /,
    );
  });

  test('with control characters is read', async () => {
    const { body, warnings } = await wordpress.read(
      sourceOf('blog.xml', wxr('One\u000b two.')),
      undefined,
    );
    expect(bodyOf({ body } as never)).toHaveLength(1);
    expect(warnings).toHaveLength(1);
  });

  test('without a post says so', async () => {
    const empty = wxr('').replace(/<item>.*<\/item>/s, '');
    expect(await refusalOf(wordpress, sourceOf('blog.xml', empty))).toBe(
      'blog.xml holds no article.',
    );
  });
});

test('notes whose words or numbers are missing are told', async () => {
  const meta = `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{"id":"a","content":"Never called."}]]]></wp:meta_value></wp:postmeta>`;
  const content = `<!-- wp:paragraph --><p>One.<sup data-fn="b"><a href="#b">1</a></sup></p><!-- /wp:paragraph -->`;
  const article = await wordpress.read(sourceOf('blog.xml', wxr(content, meta)), '3');
  expect(bodyOf(article)).toEqual(['<p>One.<sup>1</sup></p>']);
  expect(article.dropped).toEqual([
    { words: 'Never called.', reason: 'a footnote that nothing in the post refers to' },
  ]);
  expect(article.warnings).toHaveLength(1);
});
