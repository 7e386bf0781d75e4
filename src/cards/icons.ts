/** The site's icon as bitmaps, drawn from the one drawing there is. */
import sharp from 'sharp';

/** A system may cut a maskable icon to a circle of this share of its side. */
const SAFE_SHARE = 0.8;

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
