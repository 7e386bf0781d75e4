/** The script for blogs: `<ballerina-story>`, as one classic script. */
import type { APIRoute } from 'astro';
import { siteAddress } from '../core/site/metadata/site.ts';
import { paletteOf } from '../data/palette.ts';
import { getSite } from '../data/site.ts';
import code from '../embed/index.ts?classic';

export const GET = (async () => {
  const site = await getSite();
  const { ground, bone } = paletteOf(site.story);
  const known = { HOME: siteAddress(site, ''), GROUND: ground, BONE: bone };
  const script = code.replace(
    /__(HOME|GROUND|BONE)__/g,
    (_, name: keyof typeof known) => known[name],
  );
  return new Response(script, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}) satisfies APIRoute;
