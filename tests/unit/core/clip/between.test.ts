import { describe, expect, test } from 'vitest';
import { align, changesOf, ringOf } from '../../../../src/core/clip/between.ts';
import { signedArea } from '../../../../src/pipelines/art/trace/field.ts';
import { agreement, painted } from '../../../bench/fidelity/areas.ts';

/** A spline round a box, clockwise; a hole runs the other way. */
const box = (x: number, y: number, width: number, height: number, hole = false): number[] => {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  // Corners stand twice.
  return (hole ? corners.reverse() : corners).flatMap((corner) => [...corner, ...corner]);
};
const at = (change: readonly [Float32Array, Float32Array], share: number): Float32Array =>
  change[0].map((value, i) => value + share * (change[1][i]! - value));

describe('points of an outline', () => {
  test('lie on its curve, its corners among them', () => {
    const ring = [...ringOf(box(0, 0, 100, 40))];
    const points = ring.flatMap((x, i) => (i % 2 ? [] : [`${x} ${ring[i + 1]}`]));
    for (const corner of ['0 0', '100 0', '100 40', '0 40']) expect(points).toContain(corner);
    expect(signedArea(ring)).toBeCloseTo(4000);
  });
});

describe('two outlines', () => {
  test('that are the same one moved are that one in between, wherever each begins', () => {
    const other = ringOf(box(8, -6, 100, 40));
    const to = Float32Array.from([...other.subarray(20), ...other.subarray(0, 20)]);
    const change = align(ringOf(box(0, 0, 100, 40)), to);
    expect(change[0]).toHaveLength(change[1].length);
    const [seen, meant] = [at(change, 0.5), ringOf(box(4, -3, 100, 40))].map((ring) =>
      painted([[ring]]),
    );
    expect(agreement(seen!, meant!).silhouette).toBeGreaterThan(0.97);
  });

  test('are themselves at either end, and as large as both in between', () => {
    const [a, b] = [ringOf(box(0, 0, 100, 40)), ringOf(box(0, 0, 120, 60))];
    const change = align(a, b);
    expect(signedArea(at(change, 0))).toBeCloseTo(4000);
    expect(signedArea(at(change, 1))).toBeCloseTo(7200);
    const middle = signedArea(at(change, 0.5));
    expect(middle).toBeGreaterThan(5200);
    expect(middle).toBeLessThan(5700);
  });
});

describe('outlines of a layer', () => {
  test('are known again, whatever order they are in', () => {
    const arm = box(0, 0, 120, 20);
    const leg = box(0, 300, 30, 200);
    const { changes, going, coming } = changesOf(
      [arm, leg],
      [box(4, 306, 30, 200), box(6, 4, 120, 20)],
    );
    expect(changes).toHaveLength(2);
    for (const [a, b] of changes) expect(Math.abs(a[1]! - b[1]!)).toBeLessThan(20);
    expect([going, coming]).toEqual([[], []]);
  });

  test('that part are one until then, and lose nothing of their area', () => {
    const { changes, going, coming } = changesOf(
      [box(0, 0, 200, 40)],
      [box(0, 0, 98, 40), box(102, 0, 98, 40)],
    );
    expect([changes.length, going.length, coming.length]).toEqual([1, 0, 0]);
    expect(signedArea(at(changes[0]!, 1))).toBeCloseTo(2 * 98 * 40);
  });

  test('in which a hole opens become a ring with one', () => {
    const body = box(0, 0, 100, 100);
    const { changes, coming } = changesOf([body], [body, box(20, 20, 40, 40, true)]);
    expect([changes.length, coming.length]).toEqual([1, 0]);
    expect(signedArea(at(changes[0]!, 1))).toBeCloseTo(10_000 - 1600);
    expect(signedArea(at(changes[0]!, 0))).toBeCloseTo(10_000);
  });

  test('that are far from all others go and come by themselves', () => {
    const body = box(0, 0, 100, 100);
    const { changes, going, coming } = changesOf(
      [body, box(300, 0, 20, 20)],
      [body, box(-300, 0, 20, 20)],
    );
    expect([changes.length, going.length, coming.length]).toEqual([1, 1, 1]);
  });
});
