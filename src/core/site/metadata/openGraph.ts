/** What previews of links read: Open Graph, its articles, and Twitter's cards. Pure. */
import { say } from '../../wording/say.ts';
import { CARD_SIZES, type CardShape, cardPath, STORY_CARD } from './cards.ts';
import type { Described } from './describe.ts';
import { openGraphLocale } from './locale.ts';
import { absolute, type ChapterFacts, type SiteFacts, stillOf } from './site.ts';
import { type HeadTag, meta, property } from './tags.ts';

export function openGraph(site: SiteFacts, page: Described): HeadTag[] {
  const { story } = site;
  const { heading, description, address, chapter, data } = page;
  const isArticle = data.length > 0;
  const slug = chapter?.slug ?? STORY_CARD;
  const still = chapter ?? site.chapters[0];
  const alt = say(site.poster, {
    title: chapter?.title ?? story.title,
    scene: still === undefined ? '' : stillOf(still),
  }).trim();
  return [
    property('og:type', isArticle ? 'article' : 'website'),
    property('og:site_name', story.title),
    property('og:title', heading),
    property('og:description', description),
    ...(address ? [property('og:url', address)] : []),
    property('og:locale', openGraphLocale(story.language)),
    ...picture(site, slug, 'wide', alt),
    ...picture(site, slug, 'square', alt),
    ...(isArticle ? article(story, chapter) : []),
    meta('twitter:card', 'summary_large_image'),
    meta('twitter:title', heading),
    meta('twitter:description', description),
    meta('twitter:image', absolute(site, cardPath(slug, 'wide'))),
    meta('twitter:image:alt', alt.slice(0, 420)),
  ];
}

function article(story: SiteFacts['story'], chapter?: ChapterFacts): HeadTag[] {
  return [
    property('article:published_time', story.published.toISOString()),
    property('article:modified_time', story.modified.toISOString()),
    ...(story.author ? [property('article:author', story.author)] : []),
    ...(chapter ? [property('article:section', chapter.shortTitle)] : []),
  ];
}

/** A picture and what is known of it; the details belong to the `og:image` before them. */
function picture(site: SiteFacts, slug: string, shape: CardShape, alt: string): HeadTag[] {
  const { width, height } = CARD_SIZES[shape];
  return [
    property('og:image', absolute(site, cardPath(slug, shape))),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(width)),
    property('og:image:height', String(height)),
    property('og:image:alt', alt),
  ];
}
