/** Everything may be read; the map says where it is. */
import type { APIRoute } from 'astro';
import { siteAddress } from '../core/site/metadata/site.ts';
import { getSite } from '../data/site.ts';

export const GET = (async () => {
  const map = siteAddress(await getSite(), 'sitemap-index.xml');
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${map}\n`);
}) satisfies APIRoute;
