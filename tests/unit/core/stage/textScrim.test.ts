import { expect, test } from 'vitest';
import { scrimsAt } from '../../../../src/core/stage/textScrim.ts';

const sides = ['left', 'right', 'right'] as const;
const crossing = (from: number, to: number | null, progress: number) => ({
  chapter: progress < 0.5 || to === null ? from : to,
  crossing: { from, to, progress },
});

test('the ground lies where the text is', () => {
  expect(scrimsAt({ chapter: 0, crossing: null }, sides)).toEqual({ left: 1, right: 0 });
  expect(scrimsAt({ chapter: 1, crossing: null }, sides)).toEqual({ left: 0, right: 1 });
});

test('it leaves with the old text and comes with the new; the passage is seen whole', () => {
  expect(scrimsAt(crossing(0, 1, 0), sides)).toEqual({ left: 1, right: 0 });
  expect(scrimsAt(crossing(0, 1, 0.5), sides)).toEqual({ left: 0, right: 0 });
  expect(scrimsAt(crossing(0, 1, 1), sides)).toEqual({ left: 0, right: 1 });
});

test('between chapters of one side it goes and comes on that side; after the last it stays away', () => {
  expect(scrimsAt(crossing(1, 2, 0.5), sides).right).toBe(0);
  expect(scrimsAt(crossing(1, 2, 0.65), sides).right).toBeCloseTo(2 / 3);
  expect(scrimsAt(crossing(2, null, 1), sides)).toEqual({ left: 0, right: 0 });
});
