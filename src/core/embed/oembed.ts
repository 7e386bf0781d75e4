/** oEmbed's description of a page, as a static file: the same for every question. Pure. See https://oembed.com. */
import { escapeText } from '../site/feed/escapeText.ts';
import { CARD_SIZES, cardPath, STORY_CARD } from '../site/metadata/cards.ts';
import { absolute, type SiteFacts } from '../site/metadata/site.ts';
import { framePath } from './address.ts';
import { frameHeight } from './size.ts';
import { frameTitle, pageAddress } from './snippets.ts';

export interface OEmbedRich {
  readonly type: 'rich';
  readonly version: '1.0';
  readonly title: string;
  readonly author_name?: string;
  readonly provider_name: string;
  readonly provider_url: string;
  /** Seconds. */
  readonly cache_age: number;
  readonly thumbnail_url: string;
  readonly thumbnail_width: number;
  readonly thumbnail_height: number;
  readonly html: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** The width that the frame is described for: a blog's column. */
const COLUMN_WIDTH = 600;
const COLUMN_HEIGHT = frameHeight(COLUMN_WIDTH);

/** @param slug the chapter; the whole story when absent */
export function describeFrame(site: SiteFacts, slug?: string): OEmbedRich {
  const { story } = site;
  const { width: thumbnail_width, height: thumbnail_height } = CARD_SIZES.wide;
  return {
    type: 'rich',
    version: '1.0',
    title: frameTitle(site, slug),
    ...(story.author !== undefined && { author_name: story.author }),
    provider_name: story.title,
    provider_url: absolute(site, ''),
    cache_age: 86_400,
    thumbnail_url: absolute(site, cardPath(slug ?? STORY_CARD, 'wide')),
    thumbnail_width,
    thumbnail_height,
    html: frameHtml(site, slug),
    // Numbers, as oEmbed asks: what a consumer reserves that makes a frame of its own.
    width: COLUMN_WIDTH,
    height: COLUMN_HEIGHT,
  };
}

/**
 * WordPress keeps it only like this: the quotation first, nothing before it, no
 * attribute on it; then one empty frame with none but these attributes, its
 * title escaped and no fragment in its address, where WordPress puts its own.
 *
 * It is as wide as the column it gets: WordPress narrows no frame on a phone and
 * widens none in a wide block, and a static answer cannot follow `maxwidth`. It keeps
 * `100%`, but no style. Others are not hurt: who prints the html elsewhere gets the
 * column's width as well; Iframely takes `100%` for a fixed height, and two numbers for
 * a ratio, which would cut the words; Drupal frames the html by the fields' numbers;
 * Ghost and Discourse make cards and read neither.
 */
function frameHtml(site: SiteFacts, slug?: string): string {
  const title = escapeText(frameTitle(site, slug));
  const chapter = site.chapters.find((candidate) => candidate.slug === slug);
  const words = escapeText(chapter?.description ?? site.story.description);
  return (
    `<blockquote><a href="${escapeText(pageAddress(site, slug))}">${title}</a> ${words}</blockquote>` +
    `<iframe src="${escapeText(absolute(site, framePath(slug)))}" width="100%"` +
    ` height="${COLUMN_HEIGHT}" frameborder="0" marginwidth="0" marginheight="0"` +
    ` scrolling="no" title="${title}"></iframe>`
  );
}
