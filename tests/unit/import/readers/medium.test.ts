import { describe, expect, test } from 'vitest';
import { medium } from '../../../../src/pipelines/import/readers/medium.ts';
import { unzip } from '../../../../src/pipelines/import/zip.ts';
import {
  beginningOf,
  bodyOf,
  fixture,
  readTwice,
  refusalOf,
  sourceOf,
} from '../../../helpers/source.ts';
import { zip } from '../../../helpers/zip.ts';

const FOLDER = fixture('medium');

describe('a Medium export', () => {
  test('is known by its posts, as a folder and as one post', async () => {
    expect(await medium.recognises(FOLDER, await beginningOf(FOLDER))).toBe(true);
    const one = { name: 'a.html', files: FOLDER.files.slice(-1) };
    expect(await medium.recognises(one, await beginningOf(one))).toBe(true);
    const page = sourceOf('a.html', '<html><body><article class="h-entry"><h1>A</h1>');
    expect(await medium.recognises(page, await beginningOf(page))).toBe(false);
  });

  test('lists posts and drafts', async () => {
    const list = await Array.fromAsync(medium.list!(FOLDER));
    expect(list).toEqual([
      {
        id: '1a2b3c4d5e6f',
        title: 'The Velvet Knife',
        address: 'https://medium.com/@critic/the-velvet-knife-1a2b3c4d5e6f',
        published: '2024-03-02',
        draft: false,
      },
      { id: '0f0e0d0c0b0a', title: 'Half a thought', draft: true },
    ]);
  });

  test('gives a post', async () => {
    const { article, isSame } = await readTwice(medium, FOLDER, 'The Velvet Knife');
    expect(isSame).toBe(true);
    expect(bodyOf(article)).toEqual([
      '<h4>On dance</h4>',
      '<p>She draws it <em>slowly</em>, as <a href="https://dance.example/curtain">a curtain</a> is drawn.</p>',
      '<figure><img src="https://cdn-images-1.medium.com/max/1200/1*shoe.jpeg" alt="A red shoe"><figcaption>The shoe, <em>again</em></figcaption></figure>',
      '<aside><p>The waiting is the film.</p></aside>',
      '<h3>The blade</h3>',
      '<blockquote><p>Count, then breathe.</p></blockquote>',
      '<ul><li>One</li><li>Two</li></ul>',
      '<pre><code>plié\n  relevé</code></pre>',
      '<p><a href="https://films.example/review">A review</a></p>',
      '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></p>',
      '<hr>',
      '<p>Then the light goes.</p>',
    ]);
    expect(article.facts).toEqual({
      title: 'The Velvet Knife',
      subtitle: 'A curtain with a handle, and an edge; nobody sees both',
      author: 'A. Critic',
      published: '2024-03-02',
      address: 'https://medium.com/@critic/the-velvet-knife-1a2b3c4d5e6f',
    });
    expect(article.dropped).toEqual([
      {
        words: 'Of the film, at length films.example',
        reason: 'what a link’s card says of the page that it leads to',
      },
    ]);
  });

  test('is the same out of an archive, and tells a draft', async () => {
    const packed = await Promise.all(
      FOLDER.files.map(async ({ path, bytes }) => ({ path, content: await bytes() })),
    );
    const source = { name: 'a.zip', files: await unzip('a.zip', zip(packed)) };
    expect(await medium.recognises(source, await beginningOf(source))).toBe(true);
    const draft = await medium.read(source, 'Half a thought');
    expect(bodyOf(draft)).toEqual(['<p>Not yet.</p>']);
    expect(draft.warnings).toEqual(['In Medium this post is a draft.']);
  });

  test('with several posts asks for one', async () => {
    expect(await refusalOf(medium, FOLDER)).toMatch(/^medium holds 2 articles: say which one/);
  });
});
