import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { cutFonts } from '../../../src/build/cutFonts.ts';
import { pageFonts } from '../../../src/data/typefaces.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const [whole] = pageFonts(ROOT, 'frame', 400, '');
const sizeOf = (file: string): number => readFileSync(join(ROOT, file)).length;

test('a font is cut to the letters of a text, twice the same', async () => {
  const [cut] = await cutFonts(ROOT, [whole], 'Légende');
  expect(cut.src[0]).not.toBe(whole.src[0]);
  expect(sizeOf(cut.src[0])).toBeLessThan(0.8 * sizeOf(whole.src[0]));
  expect(await cutFonts(ROOT, [whole], 'Légende')).toEqual([cut]);
  expect({ ...cut, src: whole.src }).toEqual(whole);
});

test('another text has a file of its own', async () => {
  const [one] = await cutFonts(ROOT, [whole], 'ß');
  const [other] = await cutFonts(ROOT, [whole], 'ßé');
  expect(one.src[0]).not.toBe(other.src[0]);
  expect(sizeOf(one.src[0])).toBeLessThan(sizeOf(other.src[0]));
});
