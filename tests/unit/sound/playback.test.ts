import { expect, test } from 'vitest';
import { beginsAgain, hasFallenSilent, positionAt } from '../../../src/core/sound/playback.ts';

const loop = { duration: 45.3, loop: { lead: 0.25, start: 1.2, end: 44.8 }, rest: 0 };
const rests = { duration: 30, rest: 4 };
const once = { duration: 46, rest: null };

test('a loop plays from its beginning, and returns in tempo for ever', () => {
  expect(positionAt(loop, 0)).toBe(0);
  expect(positionAt(loop, 43.8)).toBe(43.8);
  expect(positionAt(loop, 43.85)).toBeCloseTo(0.25);
  // What sounds behind the first round is the next one's beginning already, wherever the file turns back.
  expect(positionAt(loop, 44.7)).toBeCloseTo(1.1);
  expect(positionAt(loop, 44.9)).toBeCloseTo(1.3);
  expect(positionAt(loop, 43.85 + 43.6 * 3 + 10)).toBeCloseTo(10.25);
  expect(beginsAgain(loop, 1000)).toBe(false);
  expect(hasFallenSilent(loop, 1000)).toBe(false);
});

test('a piece with an ending rests, then begins again', () => {
  expect(positionAt(rests, 29.9)).toBe(29.9);
  expect(positionAt(rests, 30.1)).toBeNull();
  expect(beginsAgain(rests, 33.9)).toBe(false);
  expect(beginsAgain(rests, 34)).toBe(true);
});

test('where silence belongs to the piece it stays', () => {
  expect(positionAt(once, 46)).toBeNull();
  expect(beginsAgain(once, 1e6)).toBe(false);
  expect(hasFallenSilent(once, 45.9)).toBe(false);
  expect(hasFallenSilent(once, 46)).toBe(true);
});

test('before the loudspeakers have it, a piece is at its beginning', () => {
  expect(positionAt(once, -0.02)).toBe(0);
});
