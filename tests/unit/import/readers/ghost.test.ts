import { describe, expect, test } from 'vitest';
import { ghost } from '../../../../src/pipelines/import/readers/ghost.ts';
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

const EXPORT = fixture('ghost/dance.ghost.2024-06-01.json');

const site = (post: object): string =>
  JSON.stringify({ db: [{ meta: { exported_on: 1 }, data: { posts: [{ id: 1, ...post }] } }] });
const lexical = (...children: object[]): object => ({
  lexical: JSON.stringify({ root: { children } }),
  status: 'published',
});

describe('a Ghost export', () => {
  test('is known by its content', async () => {
    expect(await ghost.recognises(EXPORT, await beginningOf(EXPORT))).toBe(true);
    const other = sourceOf('a.json', '{"name": "ghost", "posts": []}');
    expect(await ghost.recognises(other, await beginningOf(other))).toBe(false);
  });

  test('lists its posts', async () => {
    const list = await Array.fromAsync(ghost.list!(EXPORT));
    expect(list.map(({ title, published, draft }) => [title, published, draft])).toEqual([
      ['A Score for Knives', '2024-03-02', false],
      ['The Old House', '2019-01-01', false],
      ['Not yet', undefined, true],
      ['For members', '2024-05-02', false],
    ]);
  });

  test('gives a post of Lexical with its cards', async () => {
    const { article, isSame } = await readTwice(ghost, EXPORT, 'A Score for Knives');
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<figure><img src="__GHOST_URL__/content/images/2024/03/lead.jpg" alt="The orchestra pit, dark"><figcaption>Before the house fills</figcaption></figure>',
      '<p>She dances as if the <em>score</em> <a href="https://dance.example/score/">had been written</a> for knives<br><strong><em>and not for strings.</em></strong></p>',
      '<figure><img src="__GHOST_URL__/content/images/2024/03/knife.jpg" alt="A knife beside a red shoe"><figcaption>The knife, <em>resting</em></figcaption></figure>',
      '<h2>The first act</h2>',
      '<aside><p>A quiet hand is a loud promise.</p></aside>',
      '<blockquote><p>Count, then breathe.<br>Then count again.</p></blockquote>',
      '<ol><li><p>One for the house</p><ul><li>and its left door</li></ul></li><li>Two for the stage</li></ol>',
      '<p>Written by <em>hand</em>, with a note<a data-note="1"></a> -- and "straight" marks.</p>',
      '<ul><li>the knife</li></ul>',
      '<figure><img src="__GHOST_URL__/content/images/2024/03/a.jpg" alt="The barre"></figure>',
      '<figure><img src="__GHOST_URL__/content/images/2024/03/b.jpg" alt=""></figure>',
      '<p>Two mornings</p>',
      '<p><a href="https://films.example/assassin/">The Assassin, reviewed</a></p>',
      '<p>Read it after</p>',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></p>',
      '<p>The last dance</p>',
      '<p><strong>Why does she turn left?</strong></p>',
      '<p>Because the door is there.</p>',
      '<p>🩰 Watch the <strong>hands</strong>.</p>',
      '<p>Plain <strong>HTML</strong>, kept.</p>',
      '<pre><code class="language-text">one &#x3C; two\n  three</code></pre>',
      '<p>The steps</p>',
      '<hr>',
      '<p><a href="https://dance.example/score/">Hear the score</a></p>',
      '<p><strong>She bows.</strong> H<sub>2</sub>O and <code>code()</code> remain.</p>',
    ]);
    expect(notesOf(article)).toEqual(['<p>It is in the museum.</p>']);
    expect(article.facts).toEqual({
      title: 'A Score for Knives',
      author: 'A. Critic, B. Second',
      description: 'What the strings do while the knife waits.',
      language: 'en',
      published: '2024-03-02',
      modified: '2024-03-04',
    });
    expect(article.dropped).toEqual([
      {
        words: 'A review of the film.',
        reason: 'what a link’s card says of the page that it leads to',
      },
      { words: 'Dear reader, subscribe.', reason: 'shown in e-mails alone' },
      { words: 'Join us Every Sunday No spam Subscribe', reason: 'a form' },
    ]);
  });

  test('gives a post of Mobiledoc', async () => {
    const { article, isSame } = await readTwice(ghost, EXPORT, 'the-old-house');
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<p>The old house <em>burned</em> <a href="https://dance.example/ledger/">by the ledger</a><br>in one night.</p>',
      '<h2>After the fire</h2>',
      '<aside><p>Ash is a stage too.</p></aside>',
      '<p>A <em>card</em> of old.</p>',
      '<ul><li>A door</li><li><strong>A chair</strong></li></ul>',
      '<figure><img src="__GHOST_URL__/content/images/2019/01/old.jpg" alt="An old stage"><figcaption>Before the fire</figcaption></figure>',
      '<hr>',
      '<blockquote><p>Nothing is lost, only lit.</p></blockquote>',
    ]);
  });

  test('says what is not public, and gives what has only HTML', async () => {
    const draft = await ghost.read(EXPORT, 'Not yet');
    expect(draft.warnings).toEqual(['In Ghost this post is not published: it is “draft”.']);
    const members = await ghost.read(EXPORT, 'For members');
    expect(bodyOf(members)).toEqual(['<p>Only <em>html</em> is left.</p>']);
    expect(members.warnings).toEqual([
      'In Ghost this post is for “paid” alone: in the story anyone can read it.',
    ]);
  });

  test('takes the pictures beside it', async () => {
    const folder = {
      name: 'ghost',
      files: [fileOf('content/images/2024/03/knife.jpg', 'knife'), ...EXPORT.files],
    };
    expect(await ghost.recognises(folder, await beginningOf(folder))).toBe(true);
    const { images } = await ghost.read(folder, 'A Score for Knives');
    expect([...images].map(([key, { name }]) => [key, name])).toEqual([
      ['__GHOST_URL__/content/images/2024/03/knife.jpg', 'knife.jpg'],
    ]);
  });
});

describe('a Ghost export is refused or told', () => {
  test('when it is cut, or empty', async () => {
    const cut = sourceOf('a.json', site({}).slice(0, 60));
    expect(await refusalOf(ghost, cut)).toBe(
      'a.json is no whole JSON file: export it from Ghost again.',
    );
    const none = sourceOf('a.json', '{"db":[{"meta":{},"data":{"posts":[]}}]}');
    expect(await refusalOf(ghost, none)).toBe('a.json holds no article.');
  });

  test('when its words are broken', async () => {
    const broken = { mobiledoc: '{"sections": 1', status: 'published' };
    expect(await refusalOf(ghost, sourceOf('a.json', site(broken)))).toMatch(
      /^The words of .* in a\.json are broken/,
    );
    const half = { lexical: '{"root"', status: 'published' };
    expect(await refusalOf(ghost, sourceOf('a.json', site(half)))).toMatch(
      /^The words of .* in a\.json are broken/,
    );
  });

  test('when a card is not known', async () => {
    const post = lexical({ type: 'hologram', text: 'She turns in the air.' });
    const { dropped } = await ghost.read(sourceOf('a.json', site(post)), undefined);
    expect(dropped).toEqual([
      {
        words: 'She turns in the air.',
        reason: 'a card of a kind that is not known, “hologram”',
      },
    ]);
  });
});
