/** The feed: every chapter with its full text, in the order of reading. */
import type { APIRoute } from 'astro';
import { getSite } from '../content/site.ts';
import { getChapters } from '../content/story.ts';
import { rss } from '../core/feed/rss.ts';

export const GET = (async () =>
  new Response(rss(await getSite(), await getChapters()), {
    headers: { 'Content-Type': 'application/xml' },
  })) satisfies APIRoute;
