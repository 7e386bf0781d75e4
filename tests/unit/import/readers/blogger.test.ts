import { describe, expect, test } from 'vitest';
import { blogger } from '../../../../src/pipelines/import/readers/blogger.ts';
import {
  beginningOf,
  bodyOf,
  fixture,
  readTwice,
  refusalOf,
  sourceOf,
} from '../../../helpers/source.ts';

const BACKUP = fixture('blogger/blog-05-08-2016.xml');
const TAKEOUT = fixture('blogger/takeout');
const BARRE = 'The Barre & the Knife';

const textOf = async (source: typeof BACKUP) =>
  new TextDecoder().decode(await source.files[0]!.bytes());

describe('a backup of Blogger', () => {
  test('is known by its content', async () => {
    for (const source of [BACKUP, TAKEOUT])
      expect(await blogger.recognises(source, await beginningOf(source))).toBe(true);
    const feed = sourceOf(
      'a.atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:a</id></feed>',
    );
    expect(await blogger.recognises(feed, await beginningOf(feed))).toBe(false);
  });

  test('lists posts, pages and drafts; no comments, settings and what was thrown away', async () => {
    const told = async (source: typeof BACKUP) =>
      (await Array.fromAsync(blogger.list!(source))).map(({ id, title, draft }) => [
        id,
        title,
        draft,
      ]);
    expect(await told(BACKUP)).toEqual([
      ['101', BARRE, false],
      ['102', '', false],
      ['103', 'Half a thought', true],
      ['105', 'About', false],
    ]);
    expect(await told(TAKEOUT)).toEqual([
      ['201', BARRE, false],
      ['202', 'Half a thought', true],
      ['204', 'About', false],
    ]);
  });

  test.each([
    ['of the old form', BACKUP],
    ['of the new form', TAKEOUT],
  ])('%s gives a post', async (_, source) => {
    const { article, isSame } = await readTwice(blogger, source, BARRE);
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<figure><img src="https://blogger.googleusercontent.com/img/a/AVv/s320/barre.jpg" alt="The barre by morning"></figure>',
      '<p>The barre is older than the film.</p>',
      '<p>It was <em>older</em> than the studio, too; &#x26; nobody moved it.</p>',
      '<h3>The second morning</h3>',
      '<figure><img src="https://blogger.googleusercontent.com/img/a/AVv/s320/shoe.jpg" alt="A red shoe"><figcaption>The shoe, <strong>unworn</strong></figcaption></figure>',
      '<blockquote><p>She said: “again”.</p></blockquote>',
      '<p>Again it was.</p>',
      '<ul><li>One</li><li>Two</li></ul>',
    ]);
    expect(article.dropped).toEqual([]);
  });

  test('says what it knows of a post', async () => {
    const { facts } = await blogger.read(BACKUP, 'dance.example/2016/05/the-barre.html');
    expect(facts).toEqual({
      title: BARRE,
      author: 'A. Critic',
      published: '2016-05-07',
      modified: '2016-05-08',
      address: 'https://dance.example/2016/05/the-barre.html',
    });
    expect((await blogger.read(TAKEOUT, '201')).facts.description).toBe('What a barre remembers.');
  });

  test('says what is a draft', async () => {
    for (const source of [BACKUP, TAKEOUT])
      expect((await blogger.read(source, 'Half a thought')).warnings).toEqual([
        'In Blogger this post is a draft.',
      ]);
  });
});

describe('a backup of Blogger is refused', () => {
  test('with entities that expand', async () => {
    const text = (await textOf(BACKUP)).replace('<feed', '<!DOCTYPE feed [<!ENTITY a "b">]><feed');
    expect(await refusalOf(blogger, sourceOf('a.xml', text))).toMatch(
      /^a\.xml has a document type of its own/,
    );
  });

  test('that ends in the middle', async () => {
    const text = (await textOf(BACKUP)).slice(0, 3000);
    expect(await refusalOf(blogger, sourceOf('a.xml', text))).toMatch(/^a\.xml ends in the middle/);
  });

  test('without a post', async () => {
    const text = (await textOf(TAKEOUT)).replace(/<entry>.*<\/entry>/s, '');
    expect(await refusalOf(blogger, sourceOf('a.xml', text))).toBe('a.xml holds no article.');
  });
});
