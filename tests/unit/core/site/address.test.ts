import { describe, expect, test } from 'vitest';
import { chapterPath, readingPath, withBase } from '../../../../src/core/site/address.ts';

describe('withBase', () => {
  test.each([
    ['/', '', '/'],
    ['/', 'chapters/x/', '/chapters/x/'],
    ['/', '/chapters/x/', '/chapters/x/'],
    ['/story', '', '/story/'],
    ['/story', 'clips/x.json', '/story/clips/x.json'],
    ['/story/', '/clips/x.json', '/story/clips/x.json'],
    ['story/deep/', 'x', '/story/deep/x'],
    ['', 'x', '/x'],
  ])('joins %j and %j', (base, path, joined) => {
    expect(withBase(base, path)).toBe(joined);
  });
});

test('a chapter has a page of its own', () => {
  expect(chapterPath('/story/', 'john-wick')).toBe('/story/chapters/john-wick/');
});

test('the first chapter of the whole story keeps the story’s own address', () => {
  const whole = { whole: true, first: 'introduction' };
  expect(readingPath('/', 'introduction', whole)).toBe('/');
  expect(readingPath('/', 'legacy', whole)).toBe('/chapters/legacy/');
  expect(readingPath('/', 'introduction', { ...whole, whole: false })).toBe(
    '/chapters/introduction/',
  );
});
