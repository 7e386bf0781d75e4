import { expect, test } from 'vitest';
import { coarsePath } from '../../../src/core/paths/coarse.ts';

test.each([
  ['M0.4 0.6L10.2-3.7z', 'M0 1L10-4z'],
  ['M1 2h3.4v-.6H9.5', 'M1 2h3v-1H10'],
  // Ten steps of 0.4 are 4, not nothing.
  [`M0 0${'l.4 0'.repeat(10)}`, 'M0 0l0 0l1 0l0 0l1 0l0 0l0 0l1 0l0 0l1 0l0 0'],
  ['M0.5.5q1.6 0 3.2 1.6 1.1 1 2.2 2', 'M1 1q1 0 3 1 1 1 2 2'],
  // After closing, the pen is where the figure began.
  ['M10.4 10.4l5 5zm1.2 0l1 1', 'M10 10l5 5zm2 0l1 1'],
  ['M0 0c1.4 0 2.6 0 3.4 1.4T5.6 7', 'M0 0c1 0 3 0 3 1T6 7'],
  ['M0.2 0A5 5 0 0 1 9.9 9', 'M0.2 0A5 5 0 0 1 9.9 9'],
])('%s becomes %s', (fine, coarse) => {
  expect(coarsePath(fine)).toBe(coarse);
});

test('what is coarse already stays', () => {
  const once = coarsePath('M3.3 4.7q-2.2 9.6-7.1 0t5 5zm1 1h4v4z');
  expect(coarsePath(once)).toBe(once);
});
