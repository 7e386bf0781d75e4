import { expect, test } from 'vitest';
import { barAfter, barAt } from '../../../../src/core/reading/barWay.ts';

const WINDOW = 800;

/** Whether the bar is away after each of these positions. */
function after(from: number, ...scrolls: number[]): boolean[] {
  let way = barAt(from);
  return scrolls.map((scroll) => {
    way = barAfter(way, scroll, WINDOW);
    return way.away;
  });
}

test('it goes once one reads down, by however small steps', () => {
  expect(after(1000, 1030, 1060, 1070)).toEqual([false, false, true]);
});

test('it comes back once one goes up, and a tremble is neither', () => {
  expect(after(1000, 1100, 1090, 1105, 1079)).toEqual([true, true, true, false]);
  expect(after(1000, 960, 1000, 970, 1020, 1030)).toEqual([false, false, false, false, true]);
});

test('it is there where the page begins', () => {
  expect(after(0, 100, 300, 399, 420, 480)).toEqual([false, false, false, false, true]);
  expect(after(1000, 1100, 390)).toEqual([true, false]);
});

test('it is there after a leap, in either direction, until one reads on', () => {
  expect(after(1000, 1100, 5000, 5050, 5070)).toEqual([true, false, false, true]);
  expect(after(5000, 5100, 1000)).toEqual([true, false]);
});
