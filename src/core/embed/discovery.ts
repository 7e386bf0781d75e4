/** Where a page's oEmbed description is: pages of the story have one. Pure. */
import type { PageFacts } from '../site/metadata/describe.ts';
import { absolute, type SiteFacts } from '../site/metadata/site.ts';
import { oembedPath } from './address.ts';

/** @returns an absolute address; none for pages beside the story */
export function discoveryAddress(site: SiteFacts, page: PageFacts): string | undefined {
  if (page.kind === 'aside') return undefined;
  return absolute(site, oembedPath(page.kind === 'chapter' ? page.slug : undefined));
}
