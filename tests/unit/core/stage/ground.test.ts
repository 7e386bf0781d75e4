/**
 * What is painted behind the words of every chapter on wide windows, with its ground over it: at five moments of its
 * scene and five of the passage out of it, wherever a word may stand by then, whatever the words are. Without a
 * browser, for the stage is a function of the playhead. (Below a tall window's picture words have the page's own ground.)
 */
import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { SCRIM } from '../../../../src/config/stage.ts';
import { TONES } from '../../../../src/config/tones.ts';
import { decodeClip } from '../../../../src/core/clip/decodeClip.ts';
import { NOBODY } from '../../../../src/core/clip/nobody.ts';
import { channelsOf } from '../../../../src/core/maths/colour.ts';
import { clamp } from '../../../../src/core/maths/scalar.ts';
import { type PosterChapter, posterSvg } from '../../../../src/core/stage/poster.ts';
import { scrimsAt } from '../../../../src/core/stage/textScrim.ts';
import { sideOf } from '../../../../src/core/story/layout.ts';
import { loadScene } from '../../../../src/scenes/index.ts';
import type { Side } from '../../../../src/schemas/picture.ts';
import { LEAST_CONTRAST, luminance } from '../../../../src/studio/contrast.ts';
import { loadTransition } from '../../../../src/transitions/index.ts';
import { readChapter } from '../../../helpers/repertoire.ts';

/** A window of 1440 by 900, at half its fineness. */
const WIDTH = 720;
const HEIGHT = 450;
const SCREEN = { width: 1600, tall: false } as const;
/** Of the window's width, from the side on which words stand: its edge, and how far the longest line of a quote reaches. */
const COLUMN = { from: 0.05, to: 0.48 } as const;
/** About four letters, in pixels here: of what is behind them so many may be brighter, as a grain or a spark. */
const LETTERS = { width: 24, height: 11 } as const;
const OUTLIERS = 0.01;
const MOMENTS = [0, 0.25, 0.5, 0.75, 1] as const;

const FOLDER = 'src/content/stories/ballerina/chapters';
const FIRST: Side = 'left';
const files = readdirSync(FOLDER).sort();
const chapters = await Promise.all(
  files.map(async (file, index) => {
    const chapter = readChapter(file, readFileSync(`${FOLDER}/${file}`, 'utf8'));
    const { slug, dance } = chapter;
    const clip = dance ? decodeClip(readFileSync(`public/clips/${dance}.json`, 'utf8')) : NOBODY;
    const scene = await loadScene(chapter.scene!);
    const transition = await loadTransition(chapter.transition!);
    return { slug, clip, scene, transition, side: sideOf(index, FIRST) };
  }),
);
const sides = chapters.map(({ side }) => side);
const ground = channelsOf(TONES.ground);
const ink = luminance(...(channelsOf(TONES.bone) as [number, number, number]));
/** What words may have behind them. */
const BRIGHTEST = (ink + 0.05) / LEAST_CONTRAST - 0.05;

/** How much of the stage the ground leaves at a column of pixels, by its distance from the window's edge as a share. */
function leftBy(presence: number, inwards: number): number {
  const { width, edge, inner, solid } = SCRIM;
  const along = inwards / width;
  const density =
    along < solid
      ? edge + ((inner - edge) * along) / solid
      : inner * (1 - clamp((along - solid) / (1 - solid)));
  return 1 - presence * density;
}

/** The largest share of too bright pixels behind letters in a part of the picture. @param rows from and to, as shares of its height */
async function loudest(
  svg: string,
  side: Side,
  presence: number,
  [from, to]: readonly [number, number],
): Promise<number> {
  const top = Math.round(clamp(from) * HEIGHT);
  const high = Math.round(clamp(to) * HEIGHT) - top;
  if (high < LETTERS.height) return 0;
  const left = Math.round((side === 'left' ? COLUMN.from : 1 - COLUMN.to) * WIDTH);
  const wide = Math.round((COLUMN.to - COLUMN.from) * WIDTH);
  const pixels = await sharp(
    Buffer.from(svg.replace('<svg ', `<svg width="${WIDTH}" height="${HEIGHT}" `)),
  )
    .removeAlpha()
    .extract({ left, top, width: wide, height: high })
    .raw()
    .toBuffer();
  const share = Array.from({ length: wide }, (_, x) => {
    const across = (left + x + 0.5) / WIDTH;
    return leftBy(presence, side === 'left' ? across : 1 - across);
  });
  // Sums of all that is too bright above and to the left of each pixel: those of any box follow from four of them.
  const sums = new Uint32Array((wide + 1) * (high + 1));
  for (let y = 0; y < high; y++) {
    let row = 0;
    for (let x = 0; x < wide; x++) {
      const at = (y * wide + x) * 3;
      const seen = (channel: number) =>
        ground[channel]! + (pixels[at + channel]! - ground[channel]!) * share[x]!;
      if (luminance(seen(0), seen(1), seen(2)) > BRIGHTEST) row++;
      sums[(y + 1) * (wide + 1) + x + 1] = sums[y * (wide + 1) + x + 1]! + row;
    }
  }
  let most = 0;
  for (let y = LETTERS.height; y <= high; y++)
    for (let x = LETTERS.width; x <= wide; x++) {
      const [above, here] = [(y - LETTERS.height) * (wide + 1) + x, y * (wide + 1) + x];
      const bright =
        sums[here]! - sums[here - LETTERS.width]! - sums[above]! + sums[above - LETTERS.width]!;
      most = Math.max(most, bright);
    }
  return most / (LETTERS.width * LETTERS.height);
}

/**
 * In windows' heights from the window's top: how low the last words of the old chapter still stand, and how high the
 * first of the new one may. What stands between has a ground of its own. See `SCORE_MARKS` and the styles of steps and heads.
 */
const lastWords = (passage: number) => 0.34 - 0.8 * passage;
const firstWords = (passage: number) => 1.4 - 0.8 * passage;
/** Above the written music. */
const FOOT = 0.87;

test.each(chapters.map((chapter, index) => [chapter.slug, index] as const))(
  `behind the words of %s nothing takes them below ${LEAST_CONTRAST} to 1`,
  async (_, index) => {
    const { scene, clip, side, transition } = chapters[index]!;
    const stood: PosterChapter = { scene, clip, side, progress: 0 };
    const found: Record<string, number> = {};
    for (const progress of MOMENTS) {
      const svg = posterSvg(TONES, SCREEN, { ...stood, progress });
      const presence = scrimsAt({ chapter: index, crossing: null }, sides)[side];
      found[`scene ${progress}`] = await loudest(svg, side, presence, [0, FOOT]);
    }
    const next = chapters[index + 1];
    for (const progress of [0.1, 0.25, 0.5, 0.75, 0.9]) {
      const to = next && { scene: next.scene, clip: next.clip, side: next.side, progress: 0 };
      const svg = posterSvg(
        TONES,
        SCREEN,
        { ...stood, progress: 1 },
        to ? { transition, progress, to } : { transition, progress },
      );
      const crossing = { from: index, to: next ? index + 1 : null, progress };
      const scrims = scrimsAt({ chapter: index, crossing }, sides);
      const old = await loudest(svg, side, scrims[side], [0, lastWords(progress)]);
      const come = next
        ? await loudest(svg, next.side, scrims[next.side], [firstWords(progress), FOOT])
        : 0;
      found[`passage ${progress}, words that go`] = old;
      found[`passage ${progress}, words that come`] = come;
    }
    const weak = Object.entries(found).filter(([, share]) => share > OUTLIERS);
    expect(weak).toEqual([]);
  },
);
