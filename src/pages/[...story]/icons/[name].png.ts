/** Icons for home screens and installed sites. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { iconPng, iconSvg } from '../../../cards/icons.ts';
import { ICON_SIZES } from '../../../core/site/metadata/manifest.ts';
import { paletteOf } from '../../../data/palette.ts';
import { iconRoutes } from '../../../data/routes.ts';
import { getStory } from '../../../data/story.ts';

const ICONS = [
  { name: 'touch', side: 180, maskable: false },
  ...ICON_SIZES.flatMap((side) => [
    { name: String(side), side, maskable: false },
    { name: `${side}-maskable`, side, maskable: true },
  ]),
];

export const getStaticPaths = (async () =>
  (await iconRoutes()).flatMap(({ params, props }) =>
    ICONS.map(({ name, ...icon }) => ({
      params: { ...params, name },
      props: { ...props, ...icon },
    })),
  )) satisfies GetStaticPaths;

export const GET = (async ({ props }) => {
  const { story, side, maskable } = props as { story: string; side: number; maskable: boolean };
  const palette = paletteOf(await getStory(story));
  const png = await iconPng(iconSvg(palette), side, { maskable, ground: palette.ground });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}) satisfies APIRoute;
