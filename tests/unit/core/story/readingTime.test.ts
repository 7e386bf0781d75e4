import { expect, test } from 'vitest';
import { countWords, readingMinutes } from '../../../../src/core/story/readingTime.ts';

test('words are counted as their language parts them, tags not at all', () => {
  expect(countWords('It’s a well-kept text, 25 of them.', 'en')).toBe(8);
  expect(countWords('她跳舞。', 'zh')).toBeGreaterThan(1);
  const step = `<p title="five words that are none">${'word '.repeat(150)}</p>`;
  expect(readingMinutes([step, step], 'en')).toBe(2);
});

test('what is short takes a minute all the same', () => {
  expect(readingMinutes(['<p>Short.</p>'], 'en')).toBe(1);
});
