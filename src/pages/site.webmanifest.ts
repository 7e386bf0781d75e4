import type { APIRoute } from 'astro';
import { webManifest } from '../core/site/metadata/manifest.ts';
import { getSite } from '../data/site.ts';

export const GET = (async () =>
  new Response(JSON.stringify(webManifest(await getSite())), {
    headers: { 'Content-Type': 'application/manifest+json' },
  })) satisfies APIRoute;
