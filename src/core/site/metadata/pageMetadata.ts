/** Everything a page's head says about it, as data in the order in which it is to stand. Pure. */
import { withBase } from '../address.ts';
import { describe, type PageFacts } from './describe.ts';
import { openGraph } from './openGraph.ts';
import { homeOf, iconPath, type SiteFacts } from './site.ts';
import { type HeadTag, jsonLd, link, meta } from './tags.ts';

export interface PageOptions {
  /**
   * Where oEmbed's description of this page is, absolute. Consumers read only
   * the first 150 kB of a page, so its link stands before everything but the title.
   */
  readonly discovery?: string;
}

/**
 * @returns tags in order: title, discovery, what search engines read, Open
 * Graph, Twitter, feeds, icons, structured data
 * @throws Error for a chapter that the site does not have
 */
export function pageMetadata(
  site: SiteFacts,
  page: PageFacts,
  { discovery }: PageOptions = {},
): HeadTag[] {
  const { story } = site;
  const described = describe(site, page);
  const { title, description, address, hidden } = described;
  return [
    { name: 'title', attributes: {}, content: title },
    // Without a title: WordPress finds no link in whose tag a "<" stands.
    ...(discovery ? [link('alternate', discovery, { type: 'application/json+oembed' })] : []),
    meta('description', description),
    ...(hidden ? [meta('robots', 'noindex')] : [meta('robots', 'max-image-preview:large')]),
    ...(address && !hidden ? [link('canonical', address)] : []),
    // No next and previous: Firefox fetches the one, from whatever host it names.
    ...(story.author ? [meta('author', story.author)] : []),
    ...(story.fediverse ? [meta('fediverse:creator', story.fediverse)] : []),
    ...(hidden ? [] : openGraph(site, described)),
    link('alternate', withBase(homeOf(site), 'rss.xml'), {
      type: 'application/rss+xml',
      title: story.title,
    }),
    ...appearance(site),
    ...described.data.map(jsonLd),
  ];
}

function appearance(site: SiteFacts): HeadTag[] {
  const { colour, light } = site;
  return [
    meta('theme-color', colour),
    meta('color-scheme', light ? 'light' : 'dark'),
    // Sizes: without them some browsers take the bitmap before the drawing.
    link('icon', iconPath(site, 'favicon.ico'), { sizes: '32x32' }),
    link('icon', iconPath(site, 'icon.svg'), { type: 'image/svg+xml', sizes: 'any' }),
    link('apple-touch-icon', iconPath(site, 'icons/touch.png'), { sizes: '180x180' }),
    link('manifest', withBase(homeOf(site), 'site.webmanifest')),
  ];
}
