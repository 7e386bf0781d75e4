/** Cards and posters: their form, and that no two look alike. */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import {
  CARD_BYTES,
  CARD_SIZES,
  type CardShape,
  cardPath,
  POSTER_SIZES,
  type PosterShape,
  posterPath,
  STORY_CARD,
} from '../../src/core/site/metadata/cards.ts';
import { listBuilt } from '../helpers/bytes.ts';

const DIST = resolve(import.meta.dirname, '../../dist');
const SLUGS = listBuilt(DIST, 'chapters', 'index.html').map((page) => page.split('/')[1]!);

const FILES = [
  ...[STORY_CARD, ...SLUGS].flatMap((slug) =>
    (Object.keys(CARD_SIZES) as CardShape[]).map((shape) => ({
      file: cardPath(slug, shape),
      size: CARD_SIZES[shape],
    })),
  ),
  ...SLUGS.flatMap((slug) =>
    (Object.keys(POSTER_SIZES) as PosterShape[]).map((shape) => ({
      file: posterPath(slug, shape),
      size: POSTER_SIZES[shape],
    })),
  ),
];

test.each(FILES)('$file is a PNG of its size, light enough', async ({ file, size }) => {
  const { format, width, height } = await sharp(join(DIST, file)).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', ...size });
  expect(statSync(join(DIST, file)).size).toBeLessThan(CARD_BYTES);
});

describe.each(Object.keys(CARD_SIZES) as CardShape[])('%s cards', (shape) => {
  test('differ from each other at the size of a thumbnail', async () => {
    const small = await Promise.all(
      [STORY_CARD, ...SLUGS].map((slug) =>
        sharp(readFileSync(join(DIST, cardPath(slug, shape))))
          .resize(32, 32, { fit: 'fill' })
          .greyscale()
          .raw()
          .toBuffer(),
      ),
    );
    for (const [i, a] of small.entries()) {
      for (const b of small.slice(i + 1)) {
        const difference = a.reduce((sum, value, at) => sum + Math.abs(value - b[at]!), 0);
        // Mean difference of a pixel, of 255.
        expect(difference / a.length).toBeGreaterThan(6);
      }
    }
  });

  test('are not black: someone stands in the light', async () => {
    for (const slug of SLUGS) {
      const { channels } = await sharp(join(DIST, cardPath(slug, shape))).stats();
      expect(channels[0]!.max).toBeGreaterThan(220);
      expect(channels[0]!.stdev).toBeGreaterThan(20);
    }
  });
});
