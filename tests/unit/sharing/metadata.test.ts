import { describe, expect, test } from 'vitest';
import { openGraphLocale } from '../../../src/core/site/metadata/locale.ts';
import { pageMetadata } from '../../../src/core/site/metadata/pageMetadata.ts';
import type { SiteFacts } from '../../../src/core/site/metadata/site.ts';
import type { HeadTag } from '../../../src/core/site/metadata/tags.ts';
import { SITE } from './facts.ts';

/** Values of all tags with that name, property or rel, in order. */
function values(tags: readonly HeadTag[], name: string): string[] {
  return tags
    .filter(({ attributes: a }) => [a['name'], a['property'], a['rel']].includes(name))
    .map(({ attributes: a }) => a['content'] ?? a['href'] ?? '');
}
const blocksOf = (tags: readonly HeadTag[]): string[] =>
  tags.filter(({ name }) => name === 'script').map(({ content = '' }) => content);
const graphOf = (tags: readonly HeadTag[]) =>
  blocksOf(tags)
    .map((block) => JSON.parse(block)['@graph'])
    .find(Boolean);

/** What Mastodon's card takes from a page (app/lib/link_details_extractor.rb, November 2026). */
function mastodonCard(tags: readonly HeadTag[]) {
  const signs: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  const data = blocksOf(tags)
    .map((text) => text.replace(/&(\w+);/g, (whole, name: string) => signs[name] ?? whole))
    .flatMap((text) => JSON.parse(text))
    .find((block) => ['NewsArticle', 'WebPage'].includes(block['@type']));
  return {
    title: data?.headline ?? values(tags, 'og:title')[0],
    description: data?.description ?? values(tags, 'og:description')[0],
    author: data?.author?.name ?? values(tags, 'og:author')[0],
    provider: data?.publisher?.name ?? values(tags, 'og:site_name')[0],
    published: data?.datePublished ?? values(tags, 'article:published_time')[0],
    language: data?.inLanguage ?? values(tags, 'og:locale')[0],
    account: values(tags, 'fediverse:creator')[0],
  };
}

const story = pageMetadata(SITE, { kind: 'story' });
const middle = pageMetadata(SITE, { kind: 'chapter', slug: 'turn' });

describe('what previews need', () => {
  const turn = 'https://example.org/story/chapters/turn/';
  test.each([
    ['canonical', [turn]],
    ['og:url', [turn]],
    ['og:type', ['article']],
    // Whose chapter it is: previews show no more than this and a line.
    ['og:title', ['The Turn · The Dance']],
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

describe('titles', () => {
  const titleOf = (story: Partial<SiteFacts['story']>, slug?: string) =>
    pageMetadata(
      { ...SITE, story: { ...SITE.story, ...story } },
      slug === undefined ? { kind: 'story' } : { kind: 'chapter', slug },
    )[0]!.content;

  test('of the story are what its file says, else as much as a search result shows', () => {
    expect(titleOf({ searchTitle: 'A dance, on film' })).toBe('A dance, on film');
    expect(titleOf({})).toBe('The Dance: In three movements');
    expect(titleOf({ subtitle: 'In movements of which there are a great many' })).toHaveLength(55);
    expect(titleOf({ subtitle: 'In more movements than any search result has room for' })).toBe(
      'The Dance',
    );
  });

  test('of a chapter are its own and the story’s, the short one where the long one would be cut', () => {
    expect(titleOf({}, 'turn')).toBe('The Turn · The Dance');
    expect(titleOf({ title: 'A dance whose name takes up nearly all of one title' }, 'turn')).toBe(
      'Turn · A dance whose name takes up nearly all of one title',
    );
    expect(
      titleOf({ title: 'A dance whose name takes up a whole title by itself, sixty' }, 'turn'),
    ).toBe('The Turn');
  });
});

describe('an author', () => {
  const nameless = { ...SITE, story: { ...SITE.story, author: undefined } };

  test('without a name is no person to machines', () => {
    for (const page of [{ kind: 'story' }, { kind: 'chapter', slug: 'turn' }] as const) {
      const tags = pageMetadata(nameless, page);
      for (const name of ['author', 'article:author']) expect(values(tags, name)).toEqual([]);
      expect(JSON.stringify(tags)).not.toContain('Person');
    }
  });
});

describe('the film', () => {
  const film = {
    title: 'Ballerina',
    known: 'the John Wick spin-off',
    released: 'From the World of John Wick: Ballerina',
    director: 'Len Wiseman',
    actors: ['Ana de Armas'],
  };
  const about = {
    '@type': 'Movie',
    name: film.title,
    alternateName: film.released,
    director: { '@type': 'Person', name: film.director },
    actor: [{ '@type': 'Person', name: 'Ana de Armas' }],
  };

  test('is what story and chapters are about, where the story file names one', () => {
    const site = { ...SITE, story: { ...SITE.story, film } };
    for (const page of [{ kind: 'story' }, { kind: 'chapter', slug: 'turn' }] as const) {
      const tags = pageMetadata(site, page);
      expect(graphOf(tags)[0].about).toEqual(about);
    }
    expect(JSON.stringify(story)).not.toContain('Movie');
  });
});

test('pictures are described by what the still shows, where a chapter says it', () => {
  const chapters = SITE.chapters.map((chapter) => ({
    ...chapter,
    still: `${chapter.slug}, still`,
  }));
  const tags = pageMetadata({ ...SITE, chapters }, { kind: 'chapter', slug: 'turn' });
  expect(values(tags, 'og:image:alt')).toEqual(Array(2).fill('Poster of “The Turn”. turn, still'));
  const [article] = graphOf(tags);
  for (const { caption } of article.image) expect(caption).toBe('turn, still');
  const whole = pageMetadata({ ...SITE, chapters }, { kind: 'story' });
  expect(values(whole, 'og:image:alt')[0]).toBe('Poster of “The Dance”. rise, still');
});

test('an unknown chapter is an error, not an empty head', () => {
  expect(() => pageMetadata(SITE, { kind: 'chapter', slug: 'encore' })).toThrow('encore');
});

describe('structured data', () => {
  test('the story is an article with its chapters as parts, in order', () => {
    const [article] = graphOf(story);
    expect(article).toMatchObject({ '@type': 'Article', headline: 'The Dance' });
    const [page] = blocksOf(story).map((block) => JSON.parse(block));
    expect(page.mainEntity['@id']).toBe(article['@id']);
    expect(page['@id']).toBe(article.mainEntityOfPage);
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
    expect(blocksOf(tags).join()).not.toContain('<');
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

test('the link to oEmbed stands right behind the title, without words in which a "<" could stand', () => {
  const discovery = 'https://example.org/story/oembed/turn.json';
  const tags = pageMetadata(SITE, { kind: 'chapter', slug: 'turn' }, { discovery });
  expect(tags[1]).toEqual({
    name: 'link',
    attributes: {
      rel: 'alternate',
      href: discovery,
      type: 'application/json+oembed',
    },
  });
});

describe('Mastodon’s card', () => {
  test.each([
    ['the story', story, 'The Dance', 'A short story'],
    ['a chapter', middle, 'The Turn · The Dance', 'What The Turn is about'],
  ])('of %s has its author, title and date', (_, tags, title, description) => {
    expect(mastodonCard(tags)).toEqual({
      title,
      description: expect.stringContaining(description),
      author: 'A film writer',
      provider: 'The Dance',
      published: '2026-01-02T00:00:00.000Z',
      language: 'fr-CA',
      account: undefined,
    });
  });

  test('takes words that look like character references as they are', () => {
    const author = 'Rat &quot;& Co <x>';
    const tags = pageMetadata({ ...SITE, story: { ...SITE.story, author } }, { kind: 'story' });
    expect(mastodonCard(tags).author).toBe(author);
  });

  test('names the author’s account where the story file does', () => {
    const fediverse = '@name@social.example';
    const tags = pageMetadata({ ...SITE, story: { ...SITE.story, fediverse } }, { kind: 'story' });
    expect(mastodonCard(tags).account).toBe(fediverse);
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

test('a story in a folder has all of its addresses there, but for what the site shares', () => {
  const site = { ...SITE, story: { ...SITE.story, path: 'giselle/' } };
  const home = 'https://example.org/story/giselle/';
  const tags = pageMetadata(site, { kind: 'chapter', slug: 'turn' });
  expect(values(tags, 'canonical')).toEqual([`${home}chapters/turn/`]);
  for (const card of values(tags, 'og:image')) expect(card.startsWith(`${home}og/`)).toBe(true);
  expect(values(tags, 'alternate')).toEqual(['/story/giselle/rss.xml']);
  expect(values(tags, 'manifest')).toEqual(['/story/giselle/site.webmanifest']);
  expect(values(tags, 'icon')).toEqual(['/story/favicon.ico', '/story/icon.svg']);
  const told = JSON.stringify(graphOf(tags));
  for (const [address] of told.matchAll(/https:\/\/example[^"]*/g))
    expect(address.startsWith(home)).toBe(true);
});
