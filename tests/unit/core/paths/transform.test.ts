import { expect, test } from 'vitest';
import { type Matrix, matrixOf } from '../../../../src/core/paths/transform.ts';

const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number) =>
  [a * x + c * y + e, b * x + d * y + f].map((value) => Math.round(value * 1e6) / 1e6);

test('the last function of a list is applied first', () => {
  expect(at(matrixOf('translate(10 20) scale(2 3)'), 1, 1)).toEqual([12, 23]);
  expect(at(matrixOf('scale(2, 3) translate(10, 20)'), 1, 1)).toEqual([22, 63]);
});

test('one value does for both directions of a scale, and for no way down of a translation', () => {
  expect(at(matrixOf('scale(2)'), 3, 4)).toEqual([6, 8]);
  expect(at(matrixOf('translate(5)'), 3, 4)).toEqual([8, 4]);
});

test('a turn goes about its point', () => {
  expect(at(matrixOf('rotate(90)'), 1, 0)).toEqual([0, 1]);
  expect(at(matrixOf('rotate(90 10 10)'), 10, 0)).toEqual([20, 10]);
});

test('skewX leans what lies below', () => {
  expect(at(matrixOf('skewX(45)'), 0, 10)).toEqual([10, 10]);
});

test('an empty list changes nothing; an unknown function is named', () => {
  expect(matrixOf('')).toEqual([1, 0, 0, 1, 0, 0]);
  expect(() => matrixOf('skewY(3)')).toThrow('skewY');
});
