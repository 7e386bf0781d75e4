import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Prefetch } from '../../../../src/effects/stage/prefetch.ts';

const fetched: number[] = [];
const alone: number[] = [];
let prefetch: Prefetch;

beforeEach(() => {
  vi.useFakeTimers();
  fetched.length = alone.length = 0;
  prefetch = new Prefetch((chapter, around) => (around ? fetched : alone).push(chapter));
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is not here yet is fetched at once', () => {
  prefetch.want();
  prefetch.at({ chapter: 3, progress: 0, held: false, moved: true });
  expect(fetched).toEqual([3]);
});

test('in a transition the neighbours of what is here wait until the reader rests', () => {
  prefetch.want();
  for (const progress of [0, 0.02, 0.04, 0.06]) {
    prefetch.at({ chapter: 3, progress, held: true, moved: true });
    vi.advanceTimersByTime(100);
  }
  expect(fetched).toEqual([]);
  vi.advanceTimersByTime(300);
  expect(fetched).toEqual([3]);
});

test('who reads on without a rest has them fetched within the scene, once', () => {
  prefetch.want();
  for (let i = 0; i < 10; i++)
    prefetch.at({ chapter: 3, progress: i / 10, held: true, moved: true });
  vi.runAllTimers();
  expect(fetched).toEqual([3]);
});

test('scrolled back into a chapter from its end, they wait as well', () => {
  prefetch.want();
  prefetch.at({ chapter: 2, progress: 0.98, held: true, moved: true });
  expect(fetched).toEqual([]);
  prefetch.at({ chapter: 2, progress: 0.7, held: true, moved: true });
  expect(fetched).toEqual([2]);
});

test('the chapter that is danced when the reader rests is the one', () => {
  prefetch.want();
  prefetch.at({ chapter: 3, progress: 0.01, held: true, moved: true });
  prefetch.want();
  prefetch.at({ chapter: 2, progress: 0.99, held: true, moved: true });
  vi.runAllTimers();
  expect(fetched).toEqual([2]);
});

test('before the reader moves, the chapter alone is fetched, once; then its neighbours', () => {
  prefetch.want();
  for (const held of [false, false, true]) {
    prefetch.at({ chapter: 0, progress: 0, held, moved: false });
    vi.advanceTimersByTime(5000);
  }
  expect([alone, fetched]).toEqual([[0], []]);
  prefetch.at({ chapter: 0, progress: 0.01, held: true, moved: true });
  vi.runAllTimers();
  expect([alone, fetched]).toEqual([[0], [0]]);
});

test('asked for anew before the reader moves, it is fetched again', () => {
  for (let i = 0; i < 2; i++) {
    prefetch.want();
    prefetch.at({ chapter: 0, progress: 0, held: false, moved: false });
  }
  expect(alone).toEqual([0, 0]);
});
