/** The icon: a tutu in the light, in the story's colours; and the same as bitmaps. */
import sharp from 'sharp';
import type { Palette } from '../config/tones.ts';

/** A system may cut a maskable icon to a circle of this share of its side. */
const SAFE_SHARE = 0.8;

export const iconSvg = ({ ground, bone, red }: Palette): string =>
  [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<path fill="${ground}" d="M0 0h32v32H0z"/>`,
    `<path fill="${bone}" d="M15 3h2l1 15h-4z"/>`,
    `<path fill="${red}" d="M5 18c7-3 15-3 22 0-2 4-5 5-8 5l-2 6h-2l-2-6c-3 0-6-1-8-5z"/>`,
    '</svg>\n',
  ].join('');

/**
 * @param svg a square drawing
 * @param side in pixels
 * @param options `maskable` keeps the drawing within what no system cuts off
 */
export function iconPng(
  svg: string,
  side: number,
  { maskable = false, ground = 'transparent' }: { maskable?: boolean; ground?: string } = {},
): Promise<Buffer> {
  const share = maskable ? SAFE_SHARE : 1;
  const margin = (side * (1 - share)) / 2;
  const framed = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">`,
    `<rect width="${side}" height="${side}" fill="${ground}"/>`,
    svg.replace(
      '<svg ',
      `<svg x="${margin}" y="${margin}" width="${side * share}" height="${side * share}" `,
    ),
    '</svg>',
  ].join('');
  return sharp(Buffer.from(framed)).png({ compressionLevel: 9 }).toBuffer();
}

/** An ICO file that holds one PNG of `side` pixels, at most 255. */
export function icoOf(png: Buffer, side: number): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(side, 6);
  header.writeUInt8(side, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
