/** A scene's picture seen by a camera: a part of an SVG document of any size. Pure. */
import { FLOOR_SHARE, PICTURE_UNITS } from '../config/stage.ts';
import type { Palette } from '../config/tones.ts';
import { posterSide, posterSvg } from '../core/stage/poster.ts';
import type { Clip } from '../schemas/clip.ts';
import type { Scene } from '../schemas/picture.ts';
import type { Shot } from '../schemas/poster.ts';

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is seen. */
export interface Staged {
  readonly scene: Scene;
  /** The chapter's best frame. */
  readonly clip: Clip;
  readonly palette: Palette;
}

/** A standing dancer's height in the world's units. */
const FIGURE = 700;

/** @returns a nested `<svg>` that fills `size`, the ground where nothing is drawn */
export function shotSvg(
  { scene, clip, palette }: Staged,
  shot: Shot,
  { width, height }: Size,
): string {
  const tall = FIGURE / shot.share;
  const wide = (tall * width) / height;
  const x = wide / 2 - shot.x * wide;
  const y = FLOOR_SHARE * PICTURE_UNITS - shot.y * tall;
  const picture = posterSvg(
    palette,
    { width: wide, tall: false },
    { scene, progress: scene.best, clip, side: posterSide(scene), spot: 0.5 },
  );
  const view = [x, y, wide, tall].map((value) => value.toFixed(1)).join(' ');
  return [
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    picture.replace(
      /^<svg [^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}">`,
    ),
  ].join('');
}
