import { describe, expect, test } from 'vitest';
import { discoveryAddress } from '../../../src/core/embed/discovery.ts';
import { describeFrame } from '../../../src/core/embed/oembed.ts';
import { elementSnippet, frameSnippet } from '../../../src/core/embed/snippets.ts';
import { SITE } from './site.ts';

describe.each([
  ['a chapter', 'first-one', 'https://story.example/base/embed/first-one/'],
  ['the story', undefined, 'https://story.example/base/embed/'],
])('the description of %s', (_, slug, src) => {
  const said = describeFrame(SITE, slug);

  test('has what oEmbed asks of rich content', () => {
    expect(said).toMatchObject({ type: 'rich', version: '1.0', width: 600, height: 420 });
    expect(new URL(said.thumbnail_url).href).toBe(said.thumbnail_url);
    expect(said.html).not.toBe('');
  });

  test('has markup of the one form that WordPress keeps', () => {
    // To the letter: a bare quotation, then one empty frame with these attributes, no line break, no stray ">".
    expect(said.html).toMatch(
      /^<blockquote>(?:(?!<\/?blockquote).)*<\/blockquote><iframe src="[^"<>#]+" width="100%" height="420" frameborder="0" marginwidth="0" marginheight="0" scrolling="no" title="[^"<>]+"><\/iframe>$/,
    );
    expect(said.html).toContain(`src="${src}"`);
  });

  test('is the same for every question, and survives being written', () => {
    expect(JSON.parse(JSON.stringify(said))).toEqual(describeFrame(SITE, slug));
  });
});

test('pages of the story say where their description is', () => {
  expect(discoveryAddress(SITE, { kind: 'story' })).toBe(
    'https://story.example/base/oembed/index.json',
  );
  expect(discoveryAddress(SITE, { kind: 'chapter', slug: 'first-one' })).toBe(
    'https://story.example/base/oembed/first-one.json',
  );
  expect(discoveryAddress(SITE, { kind: 'aside', title: 'x', description: 'y' })).toBeUndefined();
});

describe('snippets', () => {
  test('the element around a plain link, and its script', () => {
    expect(elementSnippet(SITE, { slug: 'first-one', options: { theme: 'dark', lang: '' } })).toBe(
      '<ballerina-story chapter="first-one"><a href="https://story.example/base/chapters/first-one/">First &gt; all · The &quot;Story&quot; &lt;b&gt; &amp; more &gt; less</a></ballerina-story>\n' +
        '<script async src="https://story.example/base/embed.js"></script>',
    );
    expect(elementSnippet(SITE, { options: { theme: 'light', lang: 'fr' } })).toMatch(
      /^<ballerina-story theme="light" lang="fr"><a href="https:\/\/story.example\/base\/">/,
    );
  });

  test('a plain frame is as high as its width asks, and taller where the page is narrow', () => {
    const wide = frameSnippet(SITE, { slug: 'first-one', width: 1200 });
    expect(wide).toContain('width="1200" height="600"');
    expect(wide).toContain('height:clamp(600px,(620px - 100vw)*999,640px)');
    const narrow = frameSnippet(SITE, { width: 320, options: { theme: 'light' } });
    expect(narrow).toContain('src="https://story.example/base/embed/?theme=light"');
    expect(narrow).toContain('max-width:320px;height:640px');
  });
});
