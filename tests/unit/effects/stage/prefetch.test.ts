import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Prefetch } from '../../../../src/effects/stage/prefetch.ts';

const fetched: number[] = [];
let prefetch: Prefetch;

beforeEach(() => {
  vi.useFakeTimers();
  fetched.length = 0;
  prefetch = new Prefetch((chapter) => fetched.push(chapter));
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is not here yet is fetched at once', () => {
  prefetch.want();
  prefetch.at({ chapter: 3, progress: 0, held: false });
  expect(fetched).toEqual([3]);
});

test('in a transition the neighbours of what is here wait until the reader rests', () => {
  prefetch.want();
  for (const progress of [0, 0.02, 0.04, 0.06]) {
    prefetch.at({ chapter: 3, progress, held: true });
    vi.advanceTimersByTime(100);
  }
  expect(fetched).toEqual([]);
  vi.advanceTimersByTime(300);
  expect(fetched).toEqual([3]);
});

test('who reads on without a rest has them fetched within the scene, once', () => {
  prefetch.want();
  for (let i = 0; i < 10; i++) prefetch.at({ chapter: 3, progress: i / 10, held: true });
  vi.runAllTimers();
  expect(fetched).toEqual([3]);
});

test('scrolled back into a chapter from its end, they wait as well', () => {
  prefetch.want();
  prefetch.at({ chapter: 2, progress: 0.98, held: true });
  expect(fetched).toEqual([]);
  prefetch.at({ chapter: 2, progress: 0.7, held: true });
  expect(fetched).toEqual([2]);
});

test('the chapter that is danced when the reader rests is the one', () => {
  prefetch.want();
  prefetch.at({ chapter: 3, progress: 0.01, held: true });
  prefetch.want();
  prefetch.at({ chapter: 2, progress: 0.99, held: true });
  vi.runAllTimers();
  expect(fetched).toEqual([2]);
});
