/** The icon, of the site or of a story that looks otherwise. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { iconSvg } from '../../cards/icons.ts';
import { paletteOf } from '../../data/palette.ts';
import { iconRoutes } from '../../data/routes.ts';
import { getStory } from '../../data/story.ts';

export const getStaticPaths = iconRoutes satisfies GetStaticPaths;

export const GET = (async ({ props }) =>
  new Response(iconSvg(paletteOf(await getStory(props['story']))), {
    headers: { 'Content-Type': 'image/svg+xml' },
  })) satisfies APIRoute;
