/** The feed: every chapter with its full text, in the order of reading. */
import type { APIRoute } from 'astro';
import { rss } from '../core/site/feed/rss.ts';
import { getSite } from '../data/site.ts';
import { getChapters } from '../data/story.ts';

export const GET = (async () =>
  new Response(rss(await getSite(), await getChapters()), {
    headers: { 'Content-Type': 'application/xml' },
  })) satisfies APIRoute;
