import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TONES } from '../../../../src/config/tones.ts';
import { readPalette, writePalette } from '../../../../src/core/stage/palette.ts';

test('every tone is a property, and those laid thin over others come as numbers too', () => {
  const css = writePalette({ ...TONES, ground: '#102030' });
  for (const [name, colour] of Object.entries({ ...TONES, ground: '#102030' }))
    expect(css).toContain(`--tone-${name}:${colour}`);
  expect(css).toContain('--rgb-ground:16 32 48');
  expect(readPalette(css)).toEqual({ ...TONES, ground: '#102030' });
});

test.each(['red', '#fff', '#12345g'])('the colour %s is refused', (bone) => {
  expect(() => writePalette({ ...TONES, bone })).toThrow(`"${bone}" is no colour such as #0c0b0d`);
});

/** What paper, contrast and masks are made of is no colour of the house. */
const EXTREMES = ['#000', '#fff', '#333'];

test('style sheets name tones that there are, and have no colours of their own', () => {
  const css = writePalette(TONES);
  for (const file of readdirSync('src/styles')) {
    const text = readFileSync(`src/styles/${file}`, 'utf8').replace(/url\("[^"]*"\)/g, '');
    for (const [name] of text.matchAll(/--(?:tone|rgb)-[\w-]+/g))
      expect(css, `${file}: ${name}`).toContain(`${name}:`);
    const own = [...text.matchAll(/#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch)\(\s*[\d.]/gi)]
      .map(([colour]) => colour)
      .filter((colour) => !EXTREMES.includes(colour));
    expect(own, file).toEqual([]);
  }
});
