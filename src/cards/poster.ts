/** A poster as a bitmap: the scene as its camera sees it, shaded, and the words over it. */
import sharp from 'sharp';
import type { Theme } from '../config/themes/theme.ts';
import { drawnBefore } from './drawnBefore.ts';
import { shadeSvg } from './posterShade.ts';
import { COVER } from './posterShots.ts';
import { type BillWords, bill, coverBill } from './posterText.ts';
import { type Size, type Staged, shotSvg } from './shot.ts';
import { lettersSvg } from './textOutlines.ts';

/** What is seen, and how it looks. */
export interface PosterPicture extends Omit<Staged, 'palette'> {
  readonly look: Theme;
}

export interface PosterContent extends PosterPicture {
  readonly words: BillWords;
}

/** Flat tones and their edges need no more colours than these. */
const PNG = { palette: true, colours: 256, dither: 0.7, effort: 4, compressionLevel: 9 };

/**
 * The poster as one SVG document: all its words are outlines.
 * @throws Error where the scene does not say how it is composed
 */
export async function posterDocument(content: PosterContent, size: Size): Promise<string> {
  const direction = content.scene.poster;
  if (!direction) throw new Error('A scene without poster shots has no poster');
  const shot = direction[shapeOf(size)];
  const { look } = content;
  const { palette } = look;
  const { box, depth } = bill(content.words, direction, shot, size, look);
  const shade = shadeSvg(shot, palette[direction.shade ?? 'ground'], depth, size);
  const picture = shotSvg({ ...content, palette }, shot, size);
  return document(size, picture, shade, await lettersSvg(box, size, look));
}

/** The whole story's poster: its first scene, its title, one line. */
export async function coverDocument(
  content: PosterPicture & { readonly title: string; readonly line: string },
  size: Size,
): Promise<string> {
  const shape = shapeOf(size);
  const shot = COVER[shape === 'wide' ? 'wide' : 'square'];
  const { look } = content;
  const { palette } = look;
  const { box, depth } = coverBill(content.title, content.line, size, look);
  const shade = shadeSvg(shot, palette.ground, depth, size);
  const picture = shotSvg({ ...content, palette }, shot, size);
  return document(size, picture, shade, await lettersSvg(box, size, look));
}

function shapeOf({ width, height }: Size): 'wide' | 'square' | 'tall' {
  const ratio = width / height;
  return ratio > 1.2 ? 'wide' : ratio < 0.8 ? 'tall' : 'square';
}

const document = ({ width, height }: Size, ...layers: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${layers.join('')}</svg>`;

/**
 * As PNG in a palette of its own colours. Drawn by sharp's librsvg, which knows
 * no web fonts, so the words have to be outlines already; resvg ends the whole
 * process where a translucent group lies outside of the picture.
 */
export function toPng(svg: string): Promise<Buffer> {
  return drawnBefore(`${JSON.stringify(PNG)}${svg}`, () =>
    sharp(Buffer.from(svg), { unlimited: true }).removeAlpha().png(PNG).toBuffer(),
  );
}
