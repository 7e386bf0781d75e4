import { expect, test } from 'vitest';
import { LruCache } from '../../../../src/effects/stage/lruCache.ts';

test('what is used lately is made once; what is not is forgotten', () => {
  const made: number[] = [];
  const recent = new LruCache<number, string>(3, (key) => {
    made.push(key);
    return `${key}`;
  });
  for (const key of [1, 2, 3, 1, 2, 3]) expect(recent.get(key)).toBe(`${key}`);
  expect(made).toEqual([1, 2, 3]);
  // 1 is used all along, 2 and 3 no more.
  for (let key = 10; key < 20; key++) {
    recent.get(key);
    recent.get(1);
  }
  expect(made.filter((key) => key === 1)).toHaveLength(1);
  recent.get(2);
  expect(made.filter((key) => key === 2)).toHaveLength(2);
});
