/** The story as schema.org knows it: an article whose chapters are its parts. Pure. */
import type { Article, BreadcrumbList, Graph, ImageObject, Person } from 'schema-dts';
import { CARD_SIZES, cardPath, POSTER_SIZES, posterPath, STORY_CARD } from './cards.ts';
import { absolute, type ChapterFacts, chapterAddress, type SiteFacts } from './site.ts';

type Plain<T> = Exclude<T, string>;

/** The story's own page: the whole article, its chapters as parts. */
export function storyGraph(site: SiteFacts): Graph {
  const { story, chapters } = site;
  const whole: Plain<Article> = {
    ...storyArticle(site),
    description: story.description,
    alternativeHeadline: story.subtitle,
    mainEntityOfPage: absolute(site, ''),
    image: [image(site, cardPath(STORY_CARD, 'wide'), CARD_SIZES.wide), square(site, STORY_CARD)],
    hasPart: chapters.map((chapter) => part(site, chapter)),
  };
  return { '@context': 'https://schema.org', '@graph': [whole] };
}

/** A chapter's page: an article that is part of the story, and the way to it. */
export function chapterGraph(site: SiteFacts, chapter: ChapterFacts): Graph {
  const { story } = site;
  const article: Plain<Article> = {
    ...part(site, chapter),
    description: chapter.description,
    articleSection: chapter.shortTitle,
    mainEntityOfPage: chapterAddress(site, chapter.slug),
    image: [
      image(site, cardPath(chapter.slug, 'wide'), CARD_SIZES.wide, chapter.alt),
      square(site, chapter.slug, chapter.alt),
      image(site, posterPath(chapter.slug, 'wide'), POSTER_SIZES.wide, chapter.alt),
    ],
    isPartOf: storyArticle(site),
  };
  const way: Plain<BreadcrumbList> = {
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: story.title, item: absolute(site, '') },
      {
        '@type': 'ListItem',
        position: 2,
        name: chapter.title,
        item: chapterAddress(site, chapter.slug),
      },
    ],
  };
  return { '@context': 'https://schema.org', '@graph': [article, way] };
}

function storyArticle(site: SiteFacts): Plain<Article> {
  return {
    '@type': 'Article',
    '@id': `${absolute(site, '')}#story`,
    headline: site.story.title,
    url: absolute(site, ''),
    ...shared(site),
  };
}

function part(site: SiteFacts, { slug, order, title }: ChapterFacts): Plain<Article> {
  return {
    '@type': 'Article',
    '@id': `${chapterAddress(site, slug)}#chapter`,
    headline: title,
    url: chapterAddress(site, slug),
    position: order,
    image: absolute(site, cardPath(slug, 'wide')),
    ...shared(site),
  };
}

function shared({ story }: SiteFacts) {
  const author: Plain<Person> = { '@type': 'Person', name: story.author };
  return {
    author,
    datePublished: story.published.toISOString(),
    dateModified: story.modified.toISOString(),
    inLanguage: story.language,
    isAccessibleForFree: true,
  };
}

function image(
  site: SiteFacts,
  path: string,
  { width, height }: { readonly width: number; readonly height: number },
  caption?: string,
): Plain<ImageObject> {
  return {
    '@type': 'ImageObject',
    url: absolute(site, path),
    width: `${width}`,
    height: `${height}`,
    ...(caption !== undefined && { caption }),
  };
}

const square = (site: SiteFacts, slug: string, caption?: string) =>
  image(site, cardPath(slug, 'square'), CARD_SIZES.square, caption);
