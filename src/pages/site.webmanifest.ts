import type { APIRoute } from 'astro';
import { getSite } from '../content/site.ts';
import { webManifest } from '../core/metadata/manifest.ts';

export const GET = (async () =>
  new Response(JSON.stringify(webManifest(await getSite())), {
    headers: { 'Content-Type': 'application/manifest+json' },
  })) satisfies APIRoute;
