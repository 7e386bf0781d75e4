import { expect, test } from 'vitest';
import { croppedPath } from '../../../../src/core/paths/crop.ts';

const bounds = { left: -100, right: 100, top: -100, bottom: 100 };
const row = (length: number) => Array.from({ length }, (_, i) => `M${i * 20} 0h5v5z`).join('');

test('small figures beyond the window go, those within stay', () => {
  expect(croppedPath(row(20), bounds)).toBe(row(5));
});

test('where they are is where they are moved to', () => {
  expect(croppedPath(row(20), bounds, 'translate(-300 0)')).toMatch(/^M220 0.*M380 0h5v5z$/);
});

test('what reaches far and paths of few figures stay whole', () => {
  const wide = `${row(20)}M-900 0h1800v5z`;
  expect(croppedPath(wide, bounds)).toBe(`${row(5)}M-900 0h1800v5z`);
  expect(croppedPath(`M900 0h5z`, bounds)).toBe('M900 0h5z');
});
