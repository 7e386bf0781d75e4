import { expect, test } from 'vitest';
import { type MakePicture, withPictures } from '../../../src/data/pictures.ts';
import type { Chapter } from '../../../src/schemas/chapter.ts';

type Picture = Chapter['pictures'][number];
const picture = (name: string, width: number, format: Picture['format'] = 'png'): Picture => ({
  src: `/_astro/${name}`,
  width,
  height: width / 2,
  format,
});

/** As Astro answers: one address, and one for each width. */
const make: MakePicture = async ({ src, widths = [] }) => ({
  src: src.src,
  srcSet: {
    values: [],
    attribute: widths.map((width) => `${src.src}?${width} ${width}w`).join(', '),
  },
});

test('a picture stands in its place in several widths, none wider than itself, its room kept', async () => {
  const steps = [
    '<p>a</p>\n',
    '<p><img src="picture:1" alt="A > b" title="t"> <img src="picture:0" alt=""></p>\n',
  ];
  const pictures = [picture('a.png', 400), picture('b.png', 2000)];
  expect(await withPictures({ steps, pictures }, make)).toEqual([
    '<p>a</p>\n',
    '<p><img src="/_astro/b.png" srcset="/_astro/b.png?360 360w, /_astro/b.png?540 540w, /_astro/b.png?720 720w, /_astro/b.png?1080 1080w, /_astro/b.png?1480 1480w" sizes="(max-aspect-ratio: 5/4) min(100vw, 740px), min(41vw, 740px)" width="2000" height="1000" loading="lazy" decoding="async" alt="A > b" title="t"> ' +
      '<img src="/_astro/a.png" srcset="/_astro/a.png?360 360w, /_astro/a.png?400 400w" sizes="(max-aspect-ratio: 5/4) min(100vw, 740px), min(41vw, 740px)" width="400" height="200" loading="lazy" decoding="async" alt=""></p>\n',
  ]);
});

test('a drawing needs one file', async () => {
  const steps = ['<img src="picture:0" alt="x">'];
  const pictures = [picture('a.svg', 300, 'svg')];
  expect(await withPictures({ steps, pictures }, make)).toEqual([
    '<img src="/_astro/a.svg" width="300" height="150" loading="lazy" decoding="async" alt="x">',
  ]);
});

test('words that look like a picture’s place are left alone', async () => {
  const steps = ['<p>&lt;img src="picture:0"></p>'];
  expect(await withPictures({ steps, pictures: [picture('a.png', 9)] }, make)).toEqual(steps);
});
