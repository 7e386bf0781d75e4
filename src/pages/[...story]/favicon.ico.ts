/** For feed readers and old programs that ask for nothing else. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { iconPng, iconSvg, icoOf } from '../../cards/icons.ts';
import { paletteOf } from '../../data/palette.ts';
import { iconRoutes } from '../../data/routes.ts';
import { getStory } from '../../data/story.ts';

const SIDE = 32;

export const getStaticPaths = iconRoutes satisfies GetStaticPaths;

export const GET = (async ({ props }) => {
  const png = await iconPng(iconSvg(paletteOf(await getStory(props['story']))), SIDE);
  return new Response(new Uint8Array(icoOf(png, SIDE)), {
    headers: { 'Content-Type': 'image/x-icon' },
  });
}) satisfies APIRoute;
