import type { APIRoute, GetStaticPaths } from 'astro';
import { webManifest } from '../../core/site/metadata/manifest.ts';
import { storyRoutes } from '../../data/routes.ts';
import { getSite } from '../../data/site.ts';

export const getStaticPaths = storyRoutes satisfies GetStaticPaths;

export const GET = (async ({ props }) =>
  new Response(JSON.stringify(webManifest(await getSite(props['story']))), {
    headers: { 'Content-Type': 'application/manifest+json' },
  })) satisfies APIRoute;
