import { describe, expect, test } from 'vitest';
import { substack } from '../../../../src/pipelines/import/readers/substack.ts';
import {
  beginningOf,
  bodyOf,
  fileOf,
  fixture,
  notesOf,
  readTwice,
  refusalOf,
} from '../../../helpers/source.ts';

const FOLDER = fixture('substack');
const KNIFE = 'The Velvet Knife, or: "Again"';

describe('a Substack export', () => {
  test('is known by its table and posts', async () => {
    expect(await substack.recognises(FOLDER, await beginningOf(FOLDER))).toBe(true);
    const medium = fixture('medium');
    expect(await substack.recognises(medium, await beginningOf(medium))).toBe(false);
  });

  test('lists its posts by their table', async () => {
    const list = await Array.fromAsync(substack.list!(FOLDER));
    expect(list.map(({ id, title, published, draft }) => [id, title, published, draft])).toEqual([
      ['141000001', KNIFE, '2024-03-02', false],
      ['141000002', 'Behind the curtain', '2024-03-09', false],
      ['141000003', 'Half a thought', undefined, true],
    ]);
  });

  test('gives a post without what Substack puts into it', async () => {
    const { article, isSame } = await readTwice(substack, FOLDER, 'the-velvet-knife');
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<p>She draws it <em>slowly</em>, as <a href="https://dance.example/curtain">a curtain</a> is drawn.<a data-note="footnote-1"></a></p>',
      '<figure><img src="https://substack-post-media.s3.amazonaws.com/public/images/0a1b_1200x800.jpeg" alt="A red shoe"><figcaption>The shoe, <em>again</em></figcaption></figure>',
      '<aside><p>The waiting is the film.</p></aside>',
      '<h2>The blade</h2>',
      '<blockquote><p>Count, then breathe.</p></blockquote>',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></p>',
      '<blockquote><p>She was never "only" dancing.</p><p><a href="https://twitter.com/critic/status/1">https://twitter.com/critic/status/1</a></p></blockquote>',
      '<pre><code>plié\n  relevé</code></pre>',
      '<hr>',
      '<p>Then the light goes.</p>',
    ]);
    expect(notesOf(article)).toEqual(['<p>In winter, <em>twice</em>.</p>']);
    expect(article.facts).toEqual({
      title: KNIFE,
      subtitle: 'A curtain with a handle, and an edge',
      published: '2024-03-02',
    });
    expect(article.dropped.map(({ reason }) => reason)).toEqual([
      'a part of Substack’s own pages',
      'a form to subscribe',
      'a part of Substack’s own pages',
      'a button',
    ]);
  });

  test('says what is a draft, and what is not for everyone', async () => {
    expect((await substack.read(FOLDER, 'Half a thought')).warnings).toEqual([
      'In Substack this post is a draft.',
    ]);
    const paid = await substack.read(FOLDER, 'Behind the curtain');
    expect(paid.warnings).toEqual([
      'In Substack this post is for “only_paid”: in the story anyone can read it.',
    ]);
    expect(bodyOf(paid)).toEqual(['<p>Behind it hangs another.</p>', '<p>And another.</p>']);
  });

  test('is refused in one line when its table is broken or holds nothing', async () => {
    const post = fileOf('posts/1.a.html', '<p>A.</p>');
    const of = (table: string) => ({ name: 'export', files: [fileOf('posts.csv', table), post] });
    expect(await refusalOf(substack, of('post_id,title\n1.a,"open'))).toMatch(
      /^posts\.csv is no right table/,
    );
    expect(await refusalOf(substack, of('post_id,title\n'))).toBe('export holds no article.');
    expect(await refusalOf(substack, { name: 'export', files: [post] })).toMatch(
      /^export is no Substack export/,
    );
  });
});
