import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ringOf } from '../../../../src/core/clip/between.ts';
import { decodeClip } from '../../../../src/core/clip/decodeClip.ts';
import { frameAt } from '../../../../src/core/clip/frameAt.ts';
import { outlinePath } from '../../../../src/core/clip/outlinePath.ts';
import { placeAt } from '../../../../src/core/clip/placeAt.ts';
import type { Clip, Outline, Ring } from '../../../../src/schemas/clip.ts';
import { agreement, painted } from '../../../bench/fidelity/areas.ts';
import { makeDance } from '../../../fixtures/dance.ts';

const box = (x: number, y: number, width: number, height: number): Outline =>
  [x, y, x + width, y, x + width, y + height, x, y + height].flatMap((value, i, all) =>
    i % 2 ? [all[i - 1]!, value, all[i - 1]!, value] : [],
  );
const clipOf = (...frames: (readonly Outline[])[]): Clip => ({
  layers: ['body'],
  frames: frames.map((body, i) => ({ layers: [body], anchors: [[10 * i, 0]] })),
});

describe('a place in a dance', () => {
  const clip = makeDance(48);

  test('is told by sixteenths from one drawing to the next', () => {
    expect([placeAt(clip, -1), placeAt(clip, 0), placeAt(clip, 1), placeAt(clip, 2)]).toEqual([
      0, 0, 47, 47,
    ]);
    expect(placeAt(clip, 10.27 / 47)).toBe(10.25);
    expect(placeAt({ ...clip, frames: clip.frames.slice(0, 1) }, 0.7)).toBe(0);
  });

  test('at a drawing shows just that', () => {
    for (const place of [0, 20, 47]) expect(frameAt(clip, place)).toBe(clip.frames[place]);
  });

  test('shows the same picture whenever it is asked for', () => {
    const picture = frameAt(clip, 20.25);
    expect(frameAt(clip, 20.25)).toBe(picture);
    frameAt(clip, 3.5);
    expect(frameAt(clip, 20.25)).toEqual(picture);
  });
});

describe('between two drawings', () => {
  test('what moves calmly is on its way, with all that hangs on it', () => {
    const clip = clipOf([box(0, 0, 40, 90)], [box(8, 4, 40, 90)]);
    const { layers, anchors } = frameAt(clip, 0.25);
    expect(anchors).toEqual([[2.5, 0]]);
    expect(agreement(painted(layers), painted([[box(2, 1, 40, 90)]])).silhouette).toBe(1);
  });

  test('the nearest drawing stands where one leaps', () => {
    const clip = clipOf([box(0, 0, 40, 90)], [box(0, -200, 40, 90)]);
    expect(frameAt(clip, 0.4375)).toBe(clip.frames[0]);
    expect(frameAt(clip, 0.5)).toBe(clip.frames[1]);
  });

  test('what has no counterpart goes along with her until the middle', () => {
    const clip: Clip = {
      layers: ['body', 'rim'],
      frames: [
        { layers: [[box(0, 0, 40, 90)], [box(0, 0, 4, 90)]], anchors: [] },
        { layers: [[box(8, 0, 40, 90)], []], anchors: [] },
      ],
    };
    const seen = (place: number) => painted(frameAt(clip, place).layers);
    expect(agreement(seen(0.25), painted([[box(2, 0, 40, 90)], [box(2, 0, 4, 90)]])).tones).toBe(1);
    expect(agreement(seen(0.75), painted([[box(6, 0, 40, 90)], []])).tones).toBe(1);
  });

  test('a picture can be written as path data, too', () => {
    const { layers } = frameAt(clipOf([box(0, 0, 4, 6)], [box(1, 0, 4, 6)]), 0.5);
    expect(outlinePath(layers[0]!)).toMatch(/^M[\d. -]+z$/);
  });
});

/** How much a ring turns altogether, in radians; what is nearer than four clip units is one place. */
function turning(ring: Ring): number {
  const places: [number, number][] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const place: [number, number] = [ring[i]!, ring[i + 1]!];
    const last = places.at(-1);
    if (!last || Math.hypot(place[0] - last[0], place[1] - last[1]) >= 4) places.push(place);
  }
  const ways = places.map(([x, y], i) => {
    const [toX, toY] = places[(i + 1) % places.length]!;
    return Math.atan2(toY - y, toX - x);
  });
  return ways.reduce((sum, way, i) => {
    const turn = way - ways.at(i - 1)!;
    return sum + Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
  }, 0);
}

test('in the dances, calm passages go on without a step, and limbs without teeth', () => {
  const folder = join(import.meta.dirname, '../../../../public/clips');
  const turned = ({ layers: [body = [] as const] }: ReturnType<typeof frameAt>) =>
    body.reduce(
      (sum, outline) =>
        sum + turning(outline instanceof Float32Array ? outline : ringOf(outline as Outline)),
      0,
    );
  let [calm, all, most, rough] = [0, 0, 0, 0];
  for (const file of readdirSync(folder)) {
    const clip = decodeClip(readFileSync(join(folder, file), 'utf8'));
    for (let index = 0; index + 1 < clip.frames.length; index += 6) {
      all++;
      const place = index + 0.0625;
      const picture = frameAt(clip, place);
      if (picture === clip.frames[index]) continue;
      calm++;
      const change =
        1 - agreement(painted(picture.layers), painted(clip.frames[index]!.layers)).silhouette;
      most = Math.max(most, change);
      const ends = Math.max(turned(clip.frames[index]!), turned(clip.frames[index + 1]!));
      rough = Math.max(rough, turned(frameAt(clip, index + 0.5)) / ends);
    }
  }
  expect(calm / all).toBeGreaterThan(0.3);
  expect(most).toBeLessThan(0.05);
  expect(rough).toBeLessThan(1.15);
});
