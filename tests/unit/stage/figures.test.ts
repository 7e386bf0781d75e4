import { expect, test } from 'vitest';
import { holds, meet, moved, widened } from '../../../src/core/paths/bounds.ts';
import { figuresOf } from '../../../src/core/paths/figures.ts';
import { SCENES } from '../../../src/scenes/index.ts';

const boxOf = (d: string) => {
  const { left, right, top, bottom } = figuresOf(d)[0]!.bounds;
  return [left, right, top, bottom];
};

test('lines are held by their ends, absolute or relative', () => {
  expect(boxOf('M10 20 30 40')).toEqual([10, 30, 20, 40]);
  expect(boxOf('M10 20L30 40H-5V60Z')).toEqual([-5, 30, 20, 60]);
  expect(boxOf('M10 20l5-5h-20v30z')).toEqual([-5, 15, 15, 45]);
});

test('curves are held by their control points, mirrored ones too', () => {
  expect(boxOf('M0 0Q50 100 100 0')).toEqual([0, 100, 0, 100]);
  expect(boxOf('M0 0q50 100 100 0t100 0')).toEqual([0, 200, -100, 100]);
  expect(boxOf('M0 0c10-30 20 40 30 0')).toEqual([0, 30, -30, 40]);
});

test('an arc does not leave its box, however it goes', () => {
  const [left, right, top, bottom] = boxOf('M0 0a50 50 0 1 0 100 0') as [
    number,
    number,
    number,
    number,
  ];
  expect(left).toBeLessThanOrEqual(0);
  expect(right).toBeGreaterThanOrEqual(100);
  expect(top).toBeLessThanOrEqual(-50);
  expect(bottom).toBeGreaterThanOrEqual(50);
});

test('after Z the pen is back at the beginning', () => {
  expect(boxOf('M10 10h50v50zl-5 0')).toEqual([5, 60, 10, 60]);
});

test('a command that is none is named', () => {
  expect(() => figuresOf('M0 0B3 4')).toThrow('"B"');
});

test('boxes meet, hold and move', () => {
  const box = { left: 0, right: 10, top: 0, bottom: 20 };
  expect(meet(box, { left: 10, right: 12, top: 5, bottom: 6 })).toBe(true);
  expect(meet(box, { left: 11, right: 12, top: 5, bottom: 6 })).toBe(false);
  expect(holds(box, { left: 1, right: 10, top: 0, bottom: 20 })).toBe(true);
  expect(holds(box, { left: 1, right: 10.1, top: 0, bottom: 20 })).toBe(false);
  expect(widened(box, 0.5)).toEqual({ left: -5, right: 15, top: -10, bottom: 30 });
  expect(moved(box, [0, 1, -1, 0, 100, 0])).toEqual({ left: 80, right: 100, top: 0, bottom: 10 });
});

test('the figures of every set are all of it, each with a box of numbers', async () => {
  for (const scene of await Promise.all(Object.values(SCENES).map((load) => load())))
    for (const { d } of Object.values(scene.set).flat()) {
      const figures = figuresOf(d);
      expect(figures.map((figure) => figure.d).join('')).toBe(d);
      for (const { bounds } of figures)
        expect(Object.values(bounds).every(Number.isFinite), d.slice(0, 60)).toBe(true);
    }
});
