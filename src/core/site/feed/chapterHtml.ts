/** A chapter's whole text as a feed reader shows it. Pure. */
import { POSTER_SIZES, posterPath } from '../metadata/cards.ts';
import { directionOf } from '../metadata/locale.ts';
import { absolute, chapterAddress, type SiteFacts, stillOf } from '../metadata/site.ts';
import { absoluteLinks } from './absoluteLinks.ts';
import { escapeText } from './escapeText.ts';

export interface ChapterText {
  readonly slug: string;
  readonly alt: string;
  readonly still?: string | undefined;
  /** The body's steps as HTML. */
  readonly steps: readonly string[];
}

/**
 * The still, then every step, without the pull quote, which repeats a sentence of them; all addresses
 * absolute, the language and its direction told, which a reader's page may not share.
 */
export function chapterHtml(
  site: Pick<SiteFacts, 'site' | 'base' | 'story'>,
  chapter: ChapterText,
): string {
  const { slug, steps } = chapter;
  const picture = absolute(site, posterPath(slug, 'wide'));
  const { width, height } = POSTER_SIZES.wide;
  const { language } = site.story;
  return absoluteLinks(
    [
      `<div lang="${language}" dir="${directionOf(language)}">`,
      `<p><img src="${picture}" alt="${escapeText(stillOf(chapter))}" width="${width}" height="${height}"></p>`,
      ...steps,
      '</div>',
    ].join('\n'),
    chapterAddress(site, slug),
  );
}
