import { describe, expect, test } from 'vitest';
import { NOTHING_SHED, type Shedding, shed } from '../../../../src/core/stage/adaptiveDetail.ts';

const follow = (state: Shedding, ...frames: readonly number[]): Shedding =>
  frames.reduce(shed, state);
const times = (count: number, ms: number): number[] => Array.from({ length: count }, () => ms);

describe('shedding', () => {
  test('nothing goes while frames are in time, nor for a single hitch', () => {
    expect(follow(NOTHING_SHED, ...times(600, 16.7)).level).toBe(0);
    expect(follow(NOTHING_SHED, 180, ...times(30, 16.7), 180, 40, 40).level).toBe(0);
  });

  test('late frames let go of one group, then of another, and then of no more', () => {
    const first = follow(NOTHING_SHED, ...times(8, 33));
    expect(first.level).toBe(1);
    expect(follow(first, ...times(8, 33)).level).toBe(2);
    expect(follow(first, ...times(200, 33)).level).toBe(2);
  });

  test('every other frame late is too slow, one in four is not', () => {
    const every = (n: number) => Array.from({ length: 120 }, (_, i) => (i % n === 0 ? 33 : 16.7));
    expect(follow(NOTHING_SHED, ...every(2)).level).toBeGreaterThan(0);
    expect(follow(NOTHING_SHED, ...every(4)).level).toBe(0);
  });

  test('what went comes back after three calm seconds, and not during a relapse', () => {
    const shedOnce = follow(NOTHING_SHED, ...times(8, 33));
    expect(follow(shedOnce, ...times(179, 16.7)).level).toBe(1);
    expect(follow(shedOnce, ...times(180, 16.7)).level).toBe(0);
    expect(follow(shedOnce, ...times(179, 16.7), 33, ...times(179, 16.7)).level).toBe(1);
  });

  test('a processor at its limit does not make the dust flicker', () => {
    // Slow with dust, in time without.
    let state = NOTHING_SHED;
    let changes = 0;
    for (let frame = 0; frame < 60 * 60; frame++) {
      const next = shed(state, state.level === 0 ? 33 : 16.7);
      if (next.level !== state.level) changes++;
      state = next;
    }
    expect(changes).toBeLessThan(12);
  });
});
