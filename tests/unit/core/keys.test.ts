import { expect, test } from 'vitest';
import { chapterStep } from '../../../src/core/progress/keys.ts';

const press = (
  key: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>> = {},
) => chapterStep({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

test('alt and an arrow turn the chapter', () => {
  expect(press('ArrowDown', { altKey: true })).toBe(1);
  expect(press('ArrowUp', { altKey: true })).toBe(-1);
});

test('keys that scroll, type or command are left alone', () => {
  expect(press('ArrowDown')).toBe(0);
  expect(press('PageDown')).toBe(0);
  expect(press(' ')).toBe(0);
  expect(press('n')).toBe(0);
  expect(press('ArrowLeft', { altKey: true })).toBe(0);
  expect(press('ArrowDown', { altKey: true, ctrlKey: true })).toBe(0);
  expect(press('ArrowDown', { altKey: true, shiftKey: true })).toBe(0);
});
