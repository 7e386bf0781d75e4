/** Small pictures of what authors may choose: a scene, and a way from one to the next in three moments. */
import sharp from 'sharp';
import { CHOICE, MOMENT, MOMENTS, STRIP } from '../config/guide.ts';
import type { Palette } from '../config/tones.ts';
import { type PosterChapter, posterSide, posterSvg } from '../core/stage/poster.ts';
import type { Clip } from '../schemas/clip.ts';
import type { Scene, Transition } from '../schemas/picture.ts';
import { drawnBefore } from './drawnBefore.ts';

interface Danced {
  readonly scene: Scene;
  readonly clip?: Clip | undefined;
}

/** They are flat areas and thin edges: soft, not blurred. */
const WEBP = { quality: 68, effort: 5, smartSubsample: true };
const SCREEN = { width: 1600, tall: false };

const staged = ({ scene, clip }: Danced): PosterChapter => ({
  scene,
  clip,
  progress: scene.best,
  side: posterSide(scene),
  spot: 0.5,
});

/** A scene at its best moment, as WebP. */
export function scenePicture(palette: Palette, danced: Danced): Promise<Buffer> {
  return bitmap([sized(posterSvg(palette, SCREEN, staged(danced)), CHOICE, 0)], CHOICE);
}

/** Tones that say most of a palette. */
const SAMPLES = ['ground', 'bone', 'red', 'blood', 'ochre', 'ash'] as const;

/** A scene in a theme's colours, and some of them beside each other. */
export function themePicture(palette: Palette, danced: Danced): Promise<Buffer> {
  const samples = SAMPLES.map(
    (tone, index) =>
      `<circle cx="${30 + index * 38}" cy="${CHOICE.height - 30}" r="14" fill="${palette[tone]}" stroke="${palette.bone}" stroke-width="1.5"/>`,
  );
  return bitmap([sized(posterSvg(palette, SCREEN, staged(danced)), CHOICE, 0), ...samples], CHOICE);
}

/** @param to absent where a story ends with it */
export function transitionPicture(
  palette: Palette,
  transition: Transition,
  from: Danced,
  to?: Danced,
): Promise<Buffer> {
  const pictures = MOMENTS.map((progress, index) =>
    sized(
      posterSvg(
        palette,
        SCREEN,
        { ...staged(from), progress: 0.95 + progress * 0.05 },
        {
          transition,
          progress,
          to: to && { ...staged(to), progress: progress * 0.05 },
        },
      ),
      MOMENT,
      index * (MOMENT.width + MOMENT.gap),
    ),
  );
  return bitmap(pictures, STRIP);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const sized = (svg: string, { width, height }: Size, x: number): string =>
  svg.replace('<svg ', `<svg x="${x}" width="${width}" height="${height}" `);

function bitmap(pictures: readonly string[], { width, height }: Size): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${pictures.join('')}</svg>`;
  return drawnBefore(`${JSON.stringify(WEBP)}${svg}`, () =>
    sharp(Buffer.from(svg), { unlimited: true }).webp(WEBP).toBuffer(),
  );
}
