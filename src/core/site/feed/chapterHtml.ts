/** A chapter's whole text as a feed reader shows it. Pure. */
import { directionOf } from '../metadata/locale.ts';
import { absolute, chapterAddress, type SiteFacts } from '../metadata/site.ts';
import { absoluteLinks } from './absoluteLinks.ts';
import { escapeText } from './escapeText.ts';

export interface ChapterText {
  readonly slug: string;
  readonly alt: string;
  readonly quote: string;
  /** The body's steps as HTML. */
  readonly steps: readonly string[];
}

/**
 * The still, then every step, the pull quote where the page has it; all addresses
 * absolute, the language and its direction told, which a reader's page may not share.
 */
export function chapterHtml(
  site: Pick<SiteFacts, 'site' | 'base' | 'story'>,
  { slug, alt, quote, steps }: ChapterText,
): string {
  const still = absolute(site, `posters/${slug}-wide.png`);
  const after = Math.max(0, Math.ceil(steps.length / 2) - 1);
  const body = steps.flatMap((step, index) =>
    index === after ? [step, `<blockquote><p>${escapeText(quote)}</p></blockquote>`] : [step],
  );
  const { language } = site.story;
  return absoluteLinks(
    [
      `<div lang="${language}" dir="${directionOf(language)}">`,
      `<p><img src="${still}" alt="${escapeText(alt)}" width="1920" height="1080"></p>`,
      ...body,
      '</div>',
    ].join('\n'),
    chapterAddress(site, slug),
  );
}
