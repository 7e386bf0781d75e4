/** The feed: every chapter with its full text, in the order of reading. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getSite } from '../content/site.ts';
import { getChapters } from '../content/story.ts';
import { chapterHtml } from '../core/feed/chapterHtml.ts';
import { escapeText } from '../core/feed/escapeText.ts';
import { absolute, chapterAddress } from '../core/metadata/site.ts';

export const GET = (async () => {
  const site = await getSite();
  const { story } = site;
  const self = absolute(site, 'rss.xml');
  const picture = absolute(site, 'icons/512.png');
  return rss({
    title: story.title,
    description: story.description,
    site: absolute(site, ''),
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
    },
    customData: [
      `<language>${story.language}</language>`,
      `<lastBuildDate>${story.modified.toUTCString()}</lastBuildDate>`,
      `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
      `<image><url>${picture}</url><title>${escapeText(story.title)}</title><link>${absolute(site, '')}</link></image>`,
    ].join(''),
    items: (await getChapters()).map((chapter) => ({
      title: chapter.title,
      link: chapterAddress(site, chapter.slug),
      description: chapter.description,
      pubDate: story.published,
      content: chapterHtml(site, chapter),
      customData: `<dc:creator>${escapeText(story.author)}</dc:creator>`,
    })),
  });
}) satisfies APIRoute;
