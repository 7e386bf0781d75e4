/** The script for blogs: `<ballerina-story>`, as one classic script. */
import type { APIRoute } from 'astro';
import { siteAddress } from '../core/site/metadata/site.ts';
import { getSite } from '../data/site.ts';
import code from '../embed/index.ts?classic';

export const GET = (async () => {
  const site = await getSite();
  const { palette, light } = site.look;
  const { ground, bone } = palette;
  const [paper, ink] = light ? [ground, bone] : [bone, ground];
  const known = {
    HOME: siteAddress(site, ''),
    ...{ GROUND: ground, BONE: bone, PAPER: paper, INK: ink },
  };
  const script = code.replace(
    /__(HOME|GROUND|BONE|PAPER|INK)__/g,
    (_, name: keyof typeof known) => known[name],
  );
  return new Response(script, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}) satisfies APIRoute;
