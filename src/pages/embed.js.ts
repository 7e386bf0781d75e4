/** The script for blogs: `<ballerina-story>`, as one classic script. */
import type { APIRoute } from 'astro';
import { siteAddress } from '../core/site/metadata/site.ts';
import { getSite } from '../data/site.ts';
import code from '../embed/index.ts?classic';

export const GET = (async () => {
  const home = siteAddress(await getSite(), '');
  return new Response(
    code.replace('__HOME__', () => home),
    {
      headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
    },
  );
}) satisfies APIRoute;
