/** A chapter's pictures, made at build by Astro's assets: several widths of each, its room kept, fetched when near. */
import type { GetImageResult } from 'astro';
import { TALL_QUERY } from '../config/stage.ts';
import { escapeText } from '../core/site/feed/escapeText.ts';
import type { Chapter } from '../schemas/chapter.ts';

/** Widths in pixels: a phone's column, the same on fine screens, and the widest column on such. */
const WIDTHS = [360, 540, 720, 1080, 1480];
/** The column of `.chapter > *` in pixels at most; `rem` in this attribute would be another than the page's. */
const SIZES = `${TALL_QUERY} min(100vw, 740px), min(41vw, 740px)`;

type Picture = Chapter['pictures'][number];

/** Astro's maker of pictures, as far as it is needed. */
export type MakePicture = (options: {
  src: Picture;
  widths?: number[];
  sizes?: string;
}) => Promise<Pick<GetImageResult, 'src' | 'srcSet'>>;

/** The steps with their pictures in place. */
export async function withPictures(
  { steps, pictures }: Pick<Chapter, 'steps' | 'pictures'>,
  make: MakePicture,
): Promise<string[]> {
  if (pictures.length === 0) return steps;
  const made = await Promise.all(pictures.map((picture) => pictureAttributes(picture, make)));
  // No text of an author's can look so: its < or its quotation marks are escaped.
  return steps.map((html) =>
    html.replace(/<img src="picture:(\d+)"/g, (_, place) => `<img ${made[Number(place)]}`),
  );
}

async function pictureAttributes(picture: Picture, make: MakePicture): Promise<string> {
  const vector = picture.format === 'svg';
  const widest = Math.min(picture.width, WIDTHS.at(-1)!);
  const widths = [...WIDTHS.filter((width) => width < widest), widest];
  const image = await make(vector ? { src: picture } : { src: picture, widths, sizes: SIZES });
  const attributes = {
    src: image.src,
    ...(image.srcSet.attribute && { srcset: image.srcSet.attribute, sizes: SIZES }),
    width: picture.width,
    height: picture.height,
    loading: 'lazy',
    decoding: 'async',
  };
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeText(String(value))}"`)
    .join(' ');
}
