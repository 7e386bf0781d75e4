import { describe, expect, test } from 'vitest';
import { openGraphLocale } from '../../../src/core/metadata/locale.ts';
import { pageMetadata } from '../../../src/core/metadata/pageMetadata.ts';
import type { HeadTag } from '../../../src/core/metadata/tags.ts';
import { SITE } from './facts.ts';

/** Values of all tags with that name, property or rel, in order. */
function values(tags: readonly HeadTag[], name: string): string[] {
  return tags
    .filter(({ attributes: a }) => [a['name'], a['property'], a['rel']].includes(name))
    .map(({ attributes: a }) => a['content'] ?? a['href'] ?? '');
}
const graphOf = (tags: readonly HeadTag[]) =>
  JSON.parse(tags.find(({ name }) => name === 'script')?.content ?? 'null')?.['@graph'];

const story = pageMetadata(SITE, { kind: 'story' });
const middle = pageMetadata(SITE, { kind: 'chapter', slug: 'turn' });

describe('what previews need', () => {
  const turn = 'https://example.org/story/chapters/turn/';
  test.each([
    ['canonical', [turn]],
    ['og:url', [turn]],
    ['og:type', ['article']],
    ['og:title', ['The Turn']],
    ['og:site_name', ['The Dance']],
    ['og:locale', ['fr_CA']],
    ['og:image', ['turn', 'turn-square'].map((n) => `https://example.org/story/og/${n}.png`)],
    ['og:image:width', ['1200', '1200']],
    ['og:image:height', ['630', '1200']],
    ['og:image:type', ['image/png', 'image/png']],
    ['article:published_time', ['2026-01-02T00:00:00.000Z']],
    ['article:modified_time', ['2026-03-04T00:00:00.000Z']],
    ['article:author', ['A film writer']],
    ['article:section', ['Turn']],
    ['twitter:card', ['summary_large_image']],
    ['twitter:image', ['https://example.org/story/og/turn.png']],
    ['theme-color', ['#0c0b0d']],
    ['manifest', ['/story/site.webmanifest']],
    ['apple-touch-icon', ['/story/icons/touch.png']],
  ])('a chapter has %s', (name, expected) => {
    expect(values(middle, name)).toEqual(expected);
  });

  test('each picture is described, its details right behind it', () => {
    const properties = middle.map(({ attributes }) => attributes['property'] ?? '');
    const first = properties.indexOf('og:image');
    expect(properties.slice(first, first + 5)).toEqual([
      'og:image',
      'og:image:type',
      'og:image:width',
      'og:image:height',
      'og:image:alt',
    ]);
    for (const alt of [...values(middle, 'og:image:alt'), ...values(middle, 'twitter:image:alt')]) {
      expect(alt).toContain('The dancer as she is in The Turn.');
    }
  });

  test('a chapter is not said to be the story, nor the story a chapter', () => {
    expect(values(story, 'canonical')).toEqual(['https://example.org/story/']);
    expect(values(story, 'og:image')[0]).toBe('https://example.org/story/og/story.png');
    expect(values(story, 'article:section')).toEqual([]);
  });
});

test('an unknown chapter is an error, not an empty head', () => {
  expect(() => pageMetadata(SITE, { kind: 'chapter', slug: 'encore' })).toThrow('encore');
});

describe('structured data', () => {
  test('the story is an article with its chapters as parts, in order', () => {
    const [article] = graphOf(story);
    expect(article).toMatchObject({ '@type': 'Article', headline: 'The Dance' });
    expect(article.hasPart.map((part: { position: number }) => part.position)).toEqual([0, 1, 2]);
  });

  test('a chapter names the whole, and the way to itself', () => {
    const [article, way] = graphOf(middle);
    expect(article.isPartOf['@id']).toBe(graphOf(story)[0]['@id']);
    expect(graphOf(story)[0].hasPart[1]['@id']).toBe(article['@id']);
    expect(way.itemListElement.map((item: { item: string }) => item.item)).toEqual([
      'https://example.org/story/',
      'https://example.org/story/chapters/turn/',
    ]);
  });

  test('no word of it can end the script it stands in', () => {
    const tags = pageMetadata(SITE, { kind: 'chapter', slug: 'fall' });
    const text = tags.find(({ name }) => name === 'script')!.content!;
    expect(text).not.toContain('<');
    expect(graphOf(tags)[0].headline).toBe('The </script> & Fall');
  });
});

describe('pages beside the story', () => {
  const lost = { kind: 'aside', title: 'Lost', description: 'Nothing here.' } as const;

  test('a hidden one is not to be listed and offers nothing to previews', () => {
    const tags = pageMetadata(SITE, { ...lost, hidden: true });
    expect(values(tags, 'robots')).toEqual(['noindex']);
    expect(values(tags, 'canonical')).toEqual([]);
    expect(tags.filter(({ attributes }) => attributes['property'])).toEqual([]);
  });

  test('a listed one is canonical to itself and no article', () => {
    const tags = pageMetadata(SITE, { ...lost, path: 'embed/guide/' });
    expect(values(tags, 'canonical')).toEqual(['https://example.org/story/embed/guide/']);
    expect(values(tags, 'og:type')).toEqual(['website']);
  });
});

test('the link to oEmbed stands right behind the title', () => {
  const discovery = 'https://example.org/story/oembed/turn.json';
  const tags = pageMetadata(SITE, { kind: 'chapter', slug: 'turn' }, { discovery });
  expect(tags[1]).toEqual({
    name: 'link',
    attributes: {
      rel: 'alternate',
      href: discovery,
      type: 'application/json+oembed',
      title: 'The Turn',
    },
  });
});

test.each([
  ['en', 'en_US'],
  ['de', 'de_DE'],
  ['fr-CA', 'fr_CA'],
  ['zh-Hant', 'zh_TW'],
])('the language %s is the locale %s', (language, locale) => {
  expect(openGraphLocale(language)).toBe(locale);
});
