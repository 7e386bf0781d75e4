import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cutFonts, partFonts } from '../../../src/build/cutFonts.ts';
import { pointsOf } from '../../../src/core/fonts/subsets.ts';
import { pageFonts } from '../../../src/data/typefaces.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const [whole] = pageFonts(ROOT, 'frame', 400, '');
const sizeOf = (file: string): number => readFileSync(join(ROOT, file)).length;

test('a font is cut to the letters of a text, twice the same', async () => {
  const [cut] = await cutFonts(ROOT, [whole], 'Légende');
  expect(cut.src[0]).not.toBe(whole.src[0]);
  expect(sizeOf(cut.src[0])).toBeLessThan(0.8 * sizeOf(whole.src[0]));
  expect(await cutFonts(ROOT, [whole], 'Légende')).toEqual([cut]);
  const { range: _, ...declared } = whole;
  expect({ ...cut, src: whole.src }).toEqual(declared);
});

test('another text has a file of its own', async () => {
  const [one] = await cutFonts(ROOT, [whole], 'ß');
  const [other] = await cutFonts(ROOT, [whole], 'ßé');
  expect(one.src[0]).not.toBe(other.src[0]);
  expect(sizeOf(one.src[0])).toBeLessThan(sizeOf(other.src[0]));
});

test('the fonts of a page: what its words are set in, and the rest of the letters for who needs them', async () => {
  const fonts = pageFonts(ROOT, 'text', '200 800', 'Légende');
  const parts = await partFonts(ROOT, fonts, 'Légende');
  const upright = parts.filter(({ style, weight }) => style === 'normal' && weight === 400);
  const [own, rest] = upright.map(({ unicodeRange }) => pointsOf(unicodeRange!.join()));
  expect(upright).toHaveLength(2);
  expect([...own!, ...rest!].sort((a, b) => a - b)).toEqual(
    pointsOf(fonts[0].range).sort((a, b) => a - b),
  );
  for (const letter of 'aégÉ') expect(own).toContain(letter.codePointAt(0));
  expect(rest).toContain('ß'.codePointAt(0));
  expect(parts[0]).toBe(upright[0]);
  expect(sizeOf(parts[0].src[0])).toBeLessThan(0.25 * sizeOf(fonts[0].src[0]));
  expect(new Set(parts.map(({ style, weight }) => `${style} ${weight}`)).size).toBe(4);
});

test('what sets most of the words comes first, with all of an alphabet that joins', async () => {
  const text = 'قاتلة الباليه ترقص على أطراف أصابعها';
  const parts = await partFonts(ROOT, pageFonts(ROOT, 'display', '400 900', text), text);
  const [first] = parts;
  const letters = pointsOf(first.unicodeRange!.join());
  expect(first).toMatchObject({ weight: 400, style: 'normal' });
  for (const letter of 'قضغ') expect(letters).toContain(letter.codePointAt(0));
});

test('a family that does not vary keeps its one weight', async () => {
  const theme = { display: 'instrument-serif', text: 'newsreader' } as const;
  const parts = await partFonts(ROOT, pageFonts(ROOT, 'display', '400 900', '', theme), '');
  expect(new Set(parts.map(({ weight }) => weight))).toEqual(new Set(['400 900']));
});
