import sharp from 'sharp';
import { expect, test } from 'vitest';
import { iconPng, icoOf } from '../../../src/cards/icons.ts';
import { ICON_SIZES, webManifest } from '../../../src/core/site/metadata/manifest.ts';
import { SITE } from './facts.ts';

const RED =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#f00" d="M0 0h8v8H0z"/></svg>';

async function pixel(png: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [...data.subarray(at, at + 3)];
}

test('an icon fills its square; a maskable one keeps to what no system cuts off', async () => {
  const whole = await iconPng(RED, 100);
  const masked = await iconPng(RED, 100, { maskable: true, ground: '#000' });
  expect(await pixel(whole, 2, 2)).toEqual([255, 0, 0]);
  expect(await pixel(masked, 5, 5)).toEqual([0, 0, 0]);
  expect(await pixel(masked, 15, 15)).toEqual([255, 0, 0]);
});

test('an ICO file says where its picture is and how large', async () => {
  const png = await iconPng(RED, 32);
  const ico = icoOf(png, 32);
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico[6], ico[7]]).toEqual([1, 1, 32, 32]);
  const at = ico.readUInt32LE(18);
  expect(ico.subarray(at, at + ico.readUInt32LE(14))).toEqual(png);
});

test('the manifest starts at the site’s base and names every icon', () => {
  const manifest = webManifest(SITE) as { start_url: string; icons: { src: string }[] };
  expect(manifest.start_url).toBe('/story/');
  const sources = manifest.icons.map(({ src }) => src);
  for (const size of ICON_SIZES) expect(sources).toContain(`/story/icons/${size}.png`);
});
