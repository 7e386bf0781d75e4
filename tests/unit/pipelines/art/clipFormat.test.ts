import { describe, expect, test } from 'vitest';
import { decodeClip } from '../../../../src/core/clip/decodeClip.ts';
import { anchorsIn, JOINTS } from '../../../../src/core/clip/limbs.ts';
import { outlinePath } from '../../../../src/core/clip/outlinePath.ts';
import { encodeClip, startAfterLongestEdge } from '../../../../src/pipelines/art/encode.ts';
import { CLIP_ANCHORS, type Clip, type Outline } from '../../../../src/schemas/clip.ts';

const ANCHORS = CLIP_ANCHORS.map((_, i): [number, number] => [i * 40 - 600, 5 - 37 * i]);

/** A clip with near and far steps, an empty layer, a corner and a hole. */
function sample(grid: number): Clip {
  const blob = [0, 0, 400, 3, 431, 430, 2, 377, -29, 200].map((v) => v * grid);
  const corner = [10, 10, 10, 10, 41, 10, 41, 72, -20, 41].map((v) => v * grid);
  const hole = [100, 100, 100, 130, 131, 130].map((v) => v * grid);
  const small = [-1000, -900, -990, -900, -995, -891].map((v) => v * grid);
  const outlines = (all: number[][]): Outline[] => all.map(startAfterLongestEdge);
  const anchors = ANCHORS.map(([x, y]): [number, number] => [x * grid, y * grid]);
  return {
    layers: ['body', 'tutu-lit', 'rim'],
    frames: [
      { layers: [outlines([blob, hole]), [], outlines([small])], anchors },
      { layers: [outlines([corner]), outlines([blob]), []], anchors: [...anchors].reverse() },
    ],
  };
}

/** The same with a moment between the two that is not drawn. */
function moving(): Clip {
  const { layers, frames } = sample(1);
  const limbs = frames.map(({ layers: all }, f) =>
    all.map((outlines) =>
      outlines.map((outline) =>
        Array.from({ length: outline.length / 2 }, (_, i) => ((i + f) % 3 === 0 ? 21 : 4)),
      ),
    ),
  );
  const joints = [0, 1, 2, 3, 4].map((half) =>
    JOINTS.flatMap((_, j) => [40 * j - 600 + half * half * 9, 5 - 37 * j - 60 * half]),
  );
  const at = (half: number) => anchorsIn(joints[half]!);
  return {
    layers,
    frames: [
      { ...frames[0]!, anchors: at(0) },
      { layers: [], anchors: at(2) },
      { ...frames[1]!, anchors: at(4) },
    ],
    motion: { drawn: [0, 2], limbs, joints },
  };
}

describe('the clip format', () => {
  test('brings back what carries drawings to moments that have none', () => {
    const clip = moving();
    const read = decodeClip(encodeClip(clip));
    expect(read.motion).toEqual(clip.motion);
    expect([read.frames[0], read.frames[2]]).toEqual([clip.frames[0], clip.frames[2]]);
    const [carried] = [read.frames[1]!];
    expect(carried.anchors).toEqual(clip.frames[1]!.anchors);
    // The nearest of two that are as near is the later one.
    expect(carried.layers.map((all) => all.length)).toEqual([1, 1, 0]);
    expect(read.frames[1]!.layers).toBe(carried.layers);
  });

  test.each([1, 0.5])('brings back what was written, at a grid of %s', (grid) => {
    const clip = sample(grid);
    expect(decodeClip(encodeClip(clip, grid))).toEqual(clip);
  });

  test('a still is a clip of one frame', () => {
    const { layers, frames } = sample(1);
    const still = { layers, frames: frames.slice(0, 1) };
    expect(decodeClip(encodeClip(still))).toEqual(still);
  });

  test('writes printable ASCII that JSON need not escape', () => {
    const text = encodeClip(sample(1));
    expect(text).toMatch(/^[ -~]+\n$/);
    expect(text).not.toContain('\\');
  });

  test('every whole number within reach survives', () => {
    for (let v = -4000; v <= 4000; v += v > -200 && v < 200 ? 1 : 137) {
      const outline: Outline = [v, 0, 0, 7, 5, v];
      const clip: Clip = {
        layers: ['body'],
        frames: [{ layers: [[startAfterLongestEdge(outline)]], anchors: ANCHORS }],
      };
      expect(decodeClip(encodeClip(clip))).toEqual(clip);
    }
  });

  test('refuses coordinates off the grid or out of reach', () => {
    const at = (value: number): Clip => ({
      layers: ['body'],
      frames: [{ layers: [[[value, 0, 1, 1, 2, 0]]], anchors: ANCHORS }],
    });
    expect(() => encodeClip(at(0.5))).toThrow('not a multiple of the grid');
    expect(() => encodeClip(at(9000))).toThrow('too far');
  });

  test('says what is wrong with a text that is not a whole clip of this version', () => {
    const text = encodeClip(sample(1));
    expect(() => decodeClip('<!doctype html>')).toThrow('Not a clip');
    expect(() => decodeClip(text.slice(0, -9))).toThrow('part of one');
    expect(() => decodeClip('{"format":"other"}')).toThrow('Not a clip');
    const parts = JSON.parse(text);
    expect(() => decodeClip(JSON.stringify({ ...parts, version: 3 }))).toThrow('newer (3)');
    expect(() => decodeClip(JSON.stringify({ ...parts, version: 1 }))).toThrow('older (1)');
    expect(() => decodeClip(JSON.stringify({ ...parts, x: parts.x.slice(0, -1) }))).toThrow(
      'ends too early',
    );
  });
});

/** Follows path data of M, q, t and z: the start and then control and end of every piece. */
function follow(path: string): number[][] {
  const points: number[][] = [];
  let command = '';
  let [x, y, cx, cy] = [0, 0, 0, 0];
  const numbers = (from: string): number[] => (from.match(/-?\d*\.?\d+/g) ?? []).map(Number);
  for (const [, letter = '', rest = ''] of path.matchAll(/([Mqtz])([^Mqtz]*)/g)) {
    command = letter;
    const values = numbers(rest);
    const take = (count: number): number[] => values.splice(0, count);
    if (command === 'M') {
      [x, y] = take(2) as [number, number];
      points.push([x, y]);
    }
    while (values.length) {
      const q = command === 'q';
      const [dx, dy] = q ? take(2) : [x - cx, y - cy];
      [cx, cy] = [x + dx!, y + dy!];
      const [ex, ey] = take(2);
      [x, y] = [x + ex!, y + ey!];
      points.push([cx, cy, x, y]);
    }
  }
  return points;
}

describe('outlinePath', () => {
  test('draws exactly the spline: every control, every middle', () => {
    for (const grid of [1, 0.5]) {
      for (const outline of sample(grid).frames.flatMap((f) => f.layers.flat())) {
        const n = outline.length;
        const middle = (i: number): [number, number] => [
          (outline[i % n]! + outline[(i + 2) % n]!) / 2,
          (outline[(i % n) + 1]! + outline[((i + 2) % n) + 1]!) / 2,
        ];
        const [start, ...pieces] = follow(outlinePath([outline]));
        expect(start).toEqual(middle(n - 2));
        expect(pieces).toEqual(
          Array.from({ length: n / 2 }, (_, k) => [
            outline[2 * k],
            outline[2 * k + 1],
            ...middle(2 * k),
          ]),
        );
      }
    }
  });

  test('is short', () => {
    expect(outlinePath([[0, 0, 10, 0, 10, 10, 0, 10]])).toBe('M0 5q0-5 5-5t5 5-5 5-5-5z');
  });
});
