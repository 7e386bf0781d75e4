import { describe, expect, test } from 'vitest';
import { scrubbed } from '../../../src/timelines/scrubbed.ts';

const numbers = ({ x }: { readonly x: number }): number => Math.round(x * 1e4) / 1e4;

describe('a scrubbed timeline', () => {
  const dancer = scrubbed({ x: 2 }, (timeline, actor) =>
    timeline
      .addLabel('there')
      .to(actor, { x: 10, duration: 0.25 }, 0.25)
      .addLabel('back', 0.6)
      .to(actor, { x: 4, duration: 0.2 }, 0.6),
  );

  test('has its actors where they started until something moves them, and keeps them after', () => {
    expect([0, 0.2, 0.375, 0.55, 0.7, 1].map((p) => numbers(dancer.at(p)))).toEqual([
      2, 2, 6, 10, 7, 4,
    ]);
  });

  test('knows only where it is, not how it came there', () => {
    const jumps = [1, 0, 0.7, 0.375, 0, 0.55, 0.2, 1, 0.375, 0.7, 0];
    expect(jumps.map((p) => numbers(dancer.at(p)))).toEqual([4, 2, 7, 6, 2, 10, 2, 4, 6, 7, 2]);
  });

  test('is one long, however soon its last movement ends, and has labels', () => {
    expect(dancer.timeline?.duration()).toBe(1);
    expect(dancer.timeline?.labels).toEqual({ there: 0, back: 0.6 });
  });

  test('has its first picture before anyone has asked for another', () => {
    expect(numbers(scrubbed({ x: 0 }, (t, a) => t.to(a, { x: 8 }, 0)).at(0.5))).toBe(4);
  });

  test('refuses what reaches past the end, and what GSAP would not take back', () => {
    expect(() => scrubbed({ x: 0 }, (t, a) => t.to(a, { x: 1 }, 0.5))).toThrow('end by 1');
    expect(() => scrubbed({ x: 0 }, (t, a) => t.set(a, { x: 1 }, 0.5))).toThrow('at 0.5');
    expect(() => scrubbed({}, (t) => t.call(() => {}, [], 0.2))).toThrow('at 0.2');
  });
});
