/** The story as an RSS 2.0 feed, every chapter with its full text. Pure. */
import XMLBuilder from 'fast-xml-builder';
import {
  absolute,
  type ChapterFacts,
  chapterAddress,
  type SiteFacts,
  siteAddress,
} from '../metadata/site.ts';
import { type ChapterText, chapterHtml } from './chapterHtml.ts';

const MINUTE = 60_000;
/** More than there can be chapters: their files are numbered by two digits. */
const CHAPTERS = 100;

/** What XML 1.0 has no place for, not even escaped (production 2): most control characters. */
const NO_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * When a chapter came out, for readers that sort: all come on one day, a minute
 * apart, the first one last. The newest stands at the top with nearly all of them
 * (WordPress's block among them), and those that keep the feed's own order have
 * the introduction there too: so both show the order of reading. A chapter
 * that is added at the end moves none of the others.
 */
export function itemDate(published: Date, order: number): Date {
  return new Date(published.getTime() + (CHAPTERS - order) * MINUTE);
}

/** @param chapters in the order of reading */
export function rss(site: SiteFacts, chapters: readonly (ChapterFacts & ChapterText)[]): string {
  const { story } = site;
  const home = absolute(site, '');
  const feed = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressBooleanAttributes: false,
  }).build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@xml:lang': story.language,
      channel: {
        title: story.title,
        link: home,
        description: story.description,
        language: story.language,
        lastBuildDate: story.modified.toUTCString(),
        'atom:link': {
          '@href': absolute(site, 'rss.xml'),
          '@rel': 'self',
          '@type': 'application/rss+xml',
        },
        image: {
          url: siteAddress(site, `${site.icons ?? ''}icons/512.png`),
          title: story.title,
          link: home,
        },
        item: chapters.map((chapter) => item(site, chapter)),
      },
    },
  });
  return feed.replace(NO_XML, '');
}

function item(site: SiteFacts, chapter: ChapterFacts & ChapterText): object {
  const { story } = site;
  const address = chapterAddress(site, chapter.slug);
  const published = itemDate(story.published, chapter.order);
  const updated = new Date(Math.max(published.getTime(), story.modified.getTime()));
  return {
    title: chapter.title,
    link: address,
    guid: { '@isPermaLink': 'true', '#text': address },
    description: chapter.description,
    pubDate: published.toUTCString(),
    // Before the other: WordPress's reader sorts by the first of the two that it finds, and by pubDate last.
    'atom:published': published.toISOString(),
    'atom:updated': updated.toISOString(),
    ...(story.author !== undefined && { 'dc:creator': story.author }),
    'content:encoded': chapterHtml(site, chapter),
  };
}
