/** A chapter's whole text as a feed reader shows it. Pure. */
import { directionOf } from '../metadata/locale.ts';
import { absolute, chapterAddress, type SiteFacts } from '../metadata/site.ts';
import { absoluteLinks } from './absoluteLinks.ts';
import { escapeText } from './escapeText.ts';

export interface ChapterText {
  readonly slug: string;
  readonly alt: string;
  /** The body's steps as HTML. */
  readonly steps: readonly string[];
}

/**
 * The still, then every step, without the pull quote, which repeats a sentence of them; all addresses
 * absolute, the language and its direction told, which a reader's page may not share.
 */
export function chapterHtml(
  site: Pick<SiteFacts, 'site' | 'base' | 'story'>,
  { slug, alt, steps }: ChapterText,
): string {
  const still = absolute(site, `posters/${slug}-wide.png`);
  const { language } = site.story;
  return absoluteLinks(
    [
      `<div lang="${language}" dir="${directionOf(language)}">`,
      `<p><img src="${still}" alt="${escapeText(alt)}" width="1920" height="1080"></p>`,
      ...steps,
      '</div>',
    ].join('\n'),
    chapterAddress(site, slug),
  );
}
