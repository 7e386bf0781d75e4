/** Icons for home screens and installed sites. */
import { readFile } from 'node:fs/promises';
import type { APIRoute, GetStaticPaths } from 'astro';
import { iconPng } from '../../cards/icons.ts';
import { ICON_SIZES } from '../../core/site/metadata/manifest.ts';
import { getSite } from '../../data/site.ts';

export const getStaticPaths = (() => [
  { params: { name: 'touch' }, props: { side: 180, maskable: false } },
  ...ICON_SIZES.flatMap((side) => [
    { params: { name: String(side) }, props: { side, maskable: false } },
    { params: { name: `${side}-maskable` }, props: { side, maskable: true } },
  ]),
]) satisfies GetStaticPaths;

export const GET = (async ({ props }) => {
  const { side, maskable } = props as { side: number; maskable: boolean };
  const svg = await readFile('public/icon.svg', 'utf8');
  const png = await iconPng(svg, side, { maskable, ground: (await getSite()).colour });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
}) satisfies APIRoute;
