import { expect, test } from 'vitest';
import { chapterStep, takesChapterKeys } from '../../../../src/core/reading/chapterKeys.ts';

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

test('on Apple’s systems alt and an arrow turn the page, not the chapter', () => {
  for (const platform of ['MacIntel', 'MacPPC', 'iPhone', 'iPad'])
    expect(takesChapterKeys(platform)).toBe(false);
  for (const platform of ['Win32', 'Linux x86_64', 'Linux armv8l', ''])
    expect(takesChapterKeys(platform)).toBe(true);
});
