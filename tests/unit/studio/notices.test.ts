import { describe, expect, test } from 'vitest';
import { contrastWith, LEAST_CONTRAST, luminance } from '../../../src/studio/contrast.ts';
import { merged, tooLong, tooWeak } from '../../../src/studio/notices.ts';

const BONE = luminance(243, 233, 220);
/** So many pixels of a grey. */
const pixels = (count: number, grey: number) =>
  Array.from({ length: count }, () => [grey, grey, grey, 255]).flat();

describe('words against the picture behind them', () => {
  test('black and white are 21 to 1, and nothing behind is as good', () => {
    expect(contrastWith(luminance(255, 255, 255), pixels(1, 0))).toBeCloseTo(21);
    expect(contrastWith(luminance(0, 0, 0), pixels(1, 255))).toBeCloseTo(21);
    expect(contrastWith(BONE, [])).toBe(21);
  });

  test('WCAG’s own greys are on the right side of the bound', () => {
    // On white #595959 is the lightest grey with 7 to 1.
    expect(contrastWith(luminance(255, 255, 255), pixels(4, 0x59))).toBeGreaterThanOrEqual(
      LEAST_CONTRAST,
    );
    expect(contrastWith(luminance(255, 255, 255), pixels(4, 0x5a))).toBeLessThan(LEAST_CONTRAST);
  });

  test('where it is worst counts, but not a spark', () => {
    const dark = contrastWith(BONE, pixels(1000, 12));
    expect(contrastWith(BONE, [...pixels(1000, 12), ...pixels(5, 240)])).toBeCloseTo(dark);
    expect(contrastWith(BONE, [...pixels(1000, 12), ...pixels(50, 240)])).toBeLessThan(1.2);
  });

  test('is told with its place, on which screen, and what may help', () => {
    const weak = { slug: 'a', step: 2, words: 'She falls', ratio: 4.26 };
    expect(tooWeak('wide', weak, { kind: 'dance', at: 0.5 })).toEqual({
      screen: 'wide',
      step: 2,
      text: '“She falls…” has 4.3 to 1 against the stage on the desktop; 7 to 1 is wanted. Another side or scene may be darker there.',
      moment: { kind: 'dance', at: 0.5 },
    });
  });
});

test('a step is too long for a phone above 2.2 of what the picture leaves', () => {
  const steps = [0.4, 2.2, 2.21, 5].map((screens) => ({ middle: 0, screens }));
  expect(tooLong(steps)).toEqual([
    {
      screen: 'phone',
      step: 2,
      text: 'Step 3 fills a phone 2.2 times. Two shorter ones read better.',
    },
    {
      screen: 'phone',
      step: 3,
      text: 'Step 4 fills a phone 5.0 times. Two shorter ones read better.',
    },
  ]);
  expect(tooLong([])).toEqual([]);
});

test('what was found at a place gives way to what is found there now', () => {
  const one = { screen: 'phone', step: 1, text: 'a' } as const;
  const other = { screen: 'wide', step: 1, text: 'b' } as const;
  expect(merged([one, other], [{ ...one, text: 'c' }])).toEqual([other, { ...one, text: 'c' }]);
});
