/** The feed: every chapter with its full text, in the order of reading. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { rss } from '../../core/site/feed/rss.ts';
import { storyRoutes } from '../../data/routes.ts';
import { getSite } from '../../data/site.ts';
import { getChapters } from '../../data/story.ts';

export const getStaticPaths = storyRoutes satisfies GetStaticPaths;

export const GET = (async ({ props }) =>
  new Response(rss(await getSite(props['story']), await getChapters(props['story'])), {
    headers: { 'Content-Type': 'application/xml' },
  })) satisfies APIRoute;
