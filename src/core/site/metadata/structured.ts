/** The story as schema.org knows it: an article whose chapters are its parts. Pure. */
import type {
  Article,
  BreadcrumbList,
  Graph,
  ImageObject,
  Movie,
  Person,
  WebPage,
  WithContext,
} from 'schema-dts';
import type { Film } from '../../../schemas/story.ts';
import { CARD_SIZES, cardPath, POSTER_SIZES, posterPath, STORY_CARD } from './cards.ts';
import {
  absolute,
  type ChapterFacts,
  chapterAddress,
  headingOf,
  type SiteFacts,
  stillOf,
} from './site.ts';

type Plain<T> = Exclude<T, string>;

/** What a page says about itself: what it is in short, then the article that it holds. */
type Data = readonly [WithContext<WebPage>, Graph];

/** The story's own page: the whole article, its chapters as parts. */
export function storyData(site: SiteFacts): Data {
  const { story, chapters } = site;
  const whole: Plain<Article> = {
    ...storyArticle(site),
    ...aboutOf(site),
    description: story.description,
    alternativeHeadline: story.subtitle,
    mainEntityOfPage: absolute(site, ''),
    image: [image(site, cardPath(STORY_CARD, 'wide'), CARD_SIZES.wide), square(site, STORY_CARD)],
    hasPart: chapters.map((chapter) => part(site, chapter)),
  };
  return [
    page(site, absolute(site, ''), story.title, '#story'),
    { '@context': 'https://schema.org', '@graph': [whole] },
  ];
}

/** A chapter's page: an article that is part of the story, and the way to it. */
export function chapterData(site: SiteFacts, chapter: ChapterFacts): Data {
  const { story } = site;
  const article: Plain<Article> = {
    ...part(site, chapter),
    ...aboutOf(site),
    description: chapter.description,
    articleSection: chapter.shortTitle,
    mainEntityOfPage: chapterAddress(site, chapter.slug),
    image: [
      image(site, cardPath(chapter.slug, 'wide'), CARD_SIZES.wide, stillOf(chapter)),
      square(site, chapter.slug, stillOf(chapter)),
      image(site, posterPath(chapter.slug, 'wide'), POSTER_SIZES.wide, stillOf(chapter)),
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
  return [
    page(site, chapterAddress(site, chapter.slug), headingOf(site, chapter), '#chapter'),
    { '@context': 'https://schema.org', '@graph': [article, way] },
  ];
}

/**
 * The page by itself, in a block of its own. Mastodon looks for nothing else: its card
 * has an author only where the block is, at its top, a `WebPage` or `NewsArticle`
 * (`app/lib/link_details_extractor.rb`).
 */
function page(
  site: SiteFacts,
  address: string,
  headline: string,
  article: string,
): WithContext<WebPage> {
  const { author, inLanguage } = shared(site);
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': address,
    url: address,
    headline,
    ...(author && { author }),
    inLanguage,
    mainEntity: { '@id': `${address}${article}` },
  };
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
  const { author } = story;
  return {
    // Nobody where no name is known: "a film blogger" is no person.
    ...(author !== undefined && { author: person(author) }),
    datePublished: story.published.toISOString(),
    dateModified: story.modified.toISOString(),
    inLanguage: story.language,
    isAccessibleForFree: true,
  };
}

const person = (name: string): Plain<Person> => ({ '@type': 'Person', name });

/** What a page's article is about: said once, not of every part. */
const aboutOf = ({ story: { film } }: SiteFacts) => (film ? { about: movie(film) } : {});

function movie({ title, released, director, actors }: Film): Plain<Movie> {
  return {
    '@type': 'Movie',
    name: title,
    ...(released !== undefined && { alternateName: released }),
    ...(director !== undefined && { director: person(director) }),
    ...(actors && { actor: actors.map(person) }),
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
