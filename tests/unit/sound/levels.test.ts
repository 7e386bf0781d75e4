import { expect, test } from 'vitest';
import { random } from '../../../src/core/maths/chance.ts';
import { CROSSFADE_SECONDS, gainOf, moveLevel } from '../../../src/core/sound/levels.ts';

test('two that hand over keep their power, however often and fast they turn', () => {
  const noise = random(5);
  let [a, b] = [1, 0];
  let lead: 'a' | 'b' = 'b';
  let last = [gainOf(a), gainOf(b)];
  for (let frame = 0; frame < 4000; frame++) {
    if (noise() < 0.08) lead = lead === 'a' ? 'b' : 'a';
    // From 120 frames a second to a stall.
    const seconds = noise() < 0.02 ? 3 : 0.008 + noise() * 0.03;
    a = moveLevel(a, lead === 'a' ? 1 : 0, seconds);
    b = moveLevel(b, lead === 'b' ? 1 : 0, seconds);
    const gains = [gainOf(a), gainOf(b)];
    expect(gains[0]! ** 2 + gains[1]! ** 2).toBeCloseTo(1, 9);
    for (const i of [0, 1]) expect(Math.abs(gains[i]! - last[i]!)).toBeLessThan(0.1);
    last = gains;
  }
});

test('a level takes its time, arrives, and stays', () => {
  let level = 0;
  for (let t = 0; t < CROSSFADE_SECONDS / 2; t += 0.01) level = moveLevel(level, 1, 0.01);
  expect(level).toBeCloseTo(0.5, 1);
  for (let t = 0; t < CROSSFADE_SECONDS; t += 0.01) level = moveLevel(level, 1, 0.01);
  expect(level).toBe(1);
  expect(gainOf(1)).toBe(1);
  expect(gainOf(0)).toBe(0);
  expect(moveLevel(0, 0, 0.02)).toBe(0);
  expect(moveLevel(0.5, 1, -1)).toBe(0.5);
});
