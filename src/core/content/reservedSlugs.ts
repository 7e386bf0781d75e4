/** Slugs, and names of stories, that would take an address, a file or an id which something else of the site has. Pure. */
import { NOTE } from '../../config/names.ts';
import { CARD_SIZES, POSTER_SIZES, STORY_CARD } from '../site/metadata/cards.ts';
import type { ContentFault } from './contentError.ts';

/** Names that stand where slugs stand: pages, files and ids of the whole. */
const TAKEN: ReadonlySet<string> = new Set([
  STORY_CARD,
  // Pages and folders of the site.
  'index',
  'guide',
  'accessibility',
  'offline',
  'embed',
  'oembed',
  'og',
  'chapters',
  'posters',
  'clips',
  'stills',
  'scores',
  'audio',
  'icons',
  'rss',
  'sitemap',
  'robots',
  'favicon',
  '404',
  'wording',
  'replies',
  'desk',
  'webmention',
  'pingback',
  // Ids of a page.
  'contents',
  'bar',
  'guide-title',
  'frame-title',
  'playbill-title',
  'credits-title',
  'stage-dancer',
  NOTE.id,
]);

/** Endings by which the files of one slug differ, and the id of its heading. */
const ENDINGS: readonly string[] = [
  ...new Set([...Object.keys(CARD_SIZES), ...Object.keys(POSTER_SIZES), 'title']),
];

/** @returns the fault of a story's name that may not be used: its pages would lie among the site's own */
export function reservedStory(name: string): ContentFault | undefined {
  if (!TAKEN.has(name)) return undefined;
  return {
    field: 'folder',
    found: name,
    expected: 'the site has this name for something else, whose address the story would take',
    example: `${name}-2/`,
  };
}

/** @returns the fault of a slug that may not be used */
export function reservedSlug(slug: string, place: string): ContentFault | undefined {
  const ending = ENDINGS.find((one) => slug === one || slug.endsWith(`-${one}`));
  if (!TAKEN.has(slug) && !ending) return undefined;
  const rest = slug.replace(new RegExp(`(?:(?:^|-)(?:${ENDINGS.join('|')}))+$`), '');
  const free = rest === '' || TAKEN.has(rest) ? `${rest || slug}-2` : rest;
  return {
    field: 'slug',
    found: slug,
    expected: ending
      ? `it ends like the files of another chapter (-${ENDINGS.join(', -')}) and would take their addresses`
      : 'the site has this name for something else, whose address it would take',
    example: `${place}-${free}.md`,
  };
}
