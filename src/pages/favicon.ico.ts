/** For feed readers and old programs that ask for nothing else. */
import { readFile } from 'node:fs/promises';
import type { APIRoute } from 'astro';
import { iconPng, icoOf } from '../cards/icons.ts';

const SIDE = 32;

export const GET = (async () => {
  const png = await iconPng(await readFile('public/icon.svg', 'utf8'), SIDE);
  return new Response(new Uint8Array(icoOf(png, SIDE)), {
    headers: { 'Content-Type': 'image/x-icon' },
  });
}) satisfies APIRoute;
