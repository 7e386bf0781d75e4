import { describe, expect, test } from 'vitest';
import { chooseIslands } from '../../../../src/pipelines/art/trace/choose.ts';
import { type Island, islandsOf } from '../../../../src/pipelines/art/trace/islands.ts';
import { hysteresis, thicken } from '../../../../src/pipelines/art/trace/thicken.ts';

function island(part: Partial<Island> = {}): Island {
  return {
    controls: [0, 0, 9, 0, 9, 9],
    area: 40,
    width: 4,
    box: [0, 0, 9, 9],
    hole: false,
    parent: -1,
    ...part,
  };
}
const plain = island();
const faint = island({ area: 8, width: 1.3 });
const crumb = island({ area: 5, width: 0.9 });
const large = island({ area: 400, width: 12, box: [0, 0, 30, 30] });

const drawn = (...frames: Island[][]): boolean[] => chooseIslands(frames).map((row) => row[0]!);

describe('the choice of islands', () => {
  test('keeps what is plain to see', () => {
    expect(drawn([plain], [plain], [plain], [plain], [plain])).toEqual(Array(5).fill(true));
  });

  test('keeps the faint self of a plain island alive, and drops one that is never plain', () => {
    expect(drawn([plain], [plain], [faint], [plain], [plain])).toEqual(Array(5).fill(true));
    expect(drawn([faint], [faint], [faint], [faint], [faint])).toEqual(Array(5).fill(false));
  });

  test('knows a brow again that flies along with its head', () => {
    const frames = [0, 1, 2, 3, 4].map((f) => [
      island({ box: [80 * f + 10, -40, 80 * f + 19, -31] }),
    ]);
    const heads = frames.map((_, f): [number, number] => [80 * f, 0]);
    expect(chooseIslands(frames).slice(1, -1).flat()).toEqual([false, false, false]);
    expect(chooseIslands(frames, undefined, heads).flat()).toEqual(Array(5).fill(true));
  });

  test('drops crumbs, and what shows for an instant only unless it is large', () => {
    expect(drawn([crumb], [crumb], [crumb])).toEqual([false, false, false]);
    const at = (...frames: Island[][]): boolean[][] => chooseIslands(frames);
    expect(at([], [], [plain], [], [])[2]).toEqual([false]);
    expect(at([], [], [large], [], [])[2]).toEqual([true]);
  });

  test('does not take something far away for the same thing', () => {
    const away = island({ box: [200, 0, 209, 9] });
    expect(chooseIslands([[], [], [plain], [away], [], []])).toEqual([
      [],
      [],
      [false],
      [false],
      [],
      [],
    ]);
  });

  test('drops a hole with the area around it, and an area in a dropped hole', () => {
    const hole = island({ hole: true, parent: 0, area: 20 });
    expect(chooseIslands([[crumb, hole]])).toEqual([[false, false]]);
    const pinhole = island({ hole: true, parent: 0, area: 7, width: 1.2 });
    const within = island({ parent: 1, area: 20 });
    expect(chooseIslands([[large, pinhole, within]])).toEqual([[true, false, false]]);
  });
});

describe('thin lines', () => {
  /** A line `thickness` pixels thick across a picture 60 wide and 20 high. */
  function line(thickness: number): Uint8Array {
    const mask = new Uint8Array(60 * 20);
    for (let x = 10; x < 50; x++) for (let y = 10; y < 10 + thickness; y++) mask[y * 60 + x] = 1;
    return mask;
  }
  const thickness = (mask: Uint8Array): number =>
    [...Array(20).keys()].reduce((sum, y) => sum + mask[y * 60 + 30]!, 0);

  test('grow, thick ones stay as they are', () => {
    expect(thickness(thicken(line(1), 60, 3, 1))).toBe(3);
    expect(thickness(thicken(line(6), 60, 3, 1))).toBe(6);
  });

  test('go on where they are weak, but do not begin there', () => {
    const values = Float32Array.from([0, 0.6, 0.4, 0.4, 0.6, 0, 0, 0.4, 0]);
    expect([...hysteresis(values, 9, 0.3, 0.5)]).toEqual([0, 1, 1, 1, 1, 0, 0, 0, 0]);
  });
});

describe('islands of a field', () => {
  const values = new Float32Array(100 * 100);
  const fill = (x0: number, y0: number, x1: number, y1: number, value: number): void => {
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) values[y * 100 + x] = value;
  };
  fill(10, 10, 90, 90, 1);
  fill(30, 30, 70, 70, 0);
  fill(45, 45, 55, 55, 1);
  const found = islandsOf({ width: 100, height: 100, values, left: -50, top: -200, step: 0.5 });

  test('are measured in clip units and know what surrounds them', () => {
    const [outer, hole, inner] = [...found].sort((a, b) => b.area - a.area);
    expect(outer!.area).toBeCloseTo(1600, -1.5);
    expect(outer!.box[0]).toBeCloseTo(-45.25, 1);
    expect(outer!.box[1]).toBeCloseTo(-195.25, 1);
    expect([outer!.hole, hole!.hole, inner!.hole]).toEqual([false, true, false]);
    expect(outer!.parent).toBe(-1);
    expect(found[hole!.parent]).toBe(outer);
    expect(found[inner!.parent]).toBe(hole);
  });

  test('a strip is as wide as it is broad, a square about as wide as its side', () => {
    const strip = new Float32Array(100 * 20);
    for (let x = 5; x < 95; x++) for (let y = 8; y < 12; y++) strip[y * 100 + x] = 1;
    const [only] = islandsOf({ width: 100, height: 20, values: strip, left: 0, top: 0, step: 1 });
    expect(only!.width).toBeGreaterThan(3.5);
    expect(only!.width).toBeLessThan(5);
    const inner = found.reduce((a, b) => (a.area < b.area ? a : b));
    expect(inner.width / 5).toBeGreaterThan(0.8);
    expect(inner.width / 5).toBeLessThan(1.1);
  });
});
