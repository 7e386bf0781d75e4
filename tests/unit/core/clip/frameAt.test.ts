import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Carrier } from '../../../../src/core/clip/carry.ts';
import { decodeClip } from '../../../../src/core/clip/decodeClip.ts';
import { frameAt } from '../../../../src/core/clip/frameAt.ts';
import { anchorsIn, JOINTS, type Joint, limbBetween } from '../../../../src/core/clip/limbs.ts';
import { nearest } from '../../../../src/core/clip/nearest.ts';
import { placeAt } from '../../../../src/core/clip/placeAt.ts';
import { seenAt } from '../../../../src/core/clip/seenAt.ts';
import { agreement, painted } from '../../../../src/pipelines/art/areas.ts';
import type { Clip, Outline } from '../../../../src/schemas/clip.ts';
import { makeDance } from '../../../fixtures/dance.ts';

const box = (x: number, y: number, width: number, height: number): Outline =>
  [x, y, x + width, y, x + width, y + height, x, y + height].flatMap((value, i, all) =>
    i % 2 ? [all[i - 1]!, value, all[i - 1]!, value] : [],
  );
const THIGH = limbBetween('hipLeft', 'kneeLeft');
const SHIN = limbBetween('kneeLeft', 'ankleLeft');

/** A row of joints: all at the origin but those given. */
const joints = (places: Partial<Record<Joint, readonly [number, number]>>): number[] =>
  JOINTS.flatMap((name) => places[name] ?? [0, 0]);

/** A clip that tells what is seen, as a decoded one does. */
const seeing = (clip: Clip): Clip => ({
  ...clip,
  seenAt: (place, gradual) => {
    const shown = seenAt(clip.frames, clip.motion!, place);
    return gradual ? shown : [shown[0]];
  },
});

describe('a place in a dance', () => {
  const clip = makeDance(48);

  test('is told by sixteenths from one moment to the next', () => {
    expect([placeAt(clip, -1), placeAt(clip, 0), placeAt(clip, 1), placeAt(clip, 2)]).toEqual([
      0, 0, 47, 47,
    ]);
    expect(placeAt(clip, 10.27 / 47)).toBe(10.25);
    expect(placeAt({ ...clip, frames: clip.frames.slice(0, 1) }, 0.7)).toBe(0);
  });

  test('shows the nearest frame where nothing tells how she moves', () => {
    expect(frameAt(clip, 20.25)).toBe(clip.frames[20]);
    expect(frameAt(clip, 20.5)).toBe(clip.frames[21]);
  });

  test('belongs to the drawing that is nearest', () => {
    expect([0, 1.5, 2, 2.5, 6, 9].map((place) => nearest([0, 4, 6], place))).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });
});

describe('an outline that is carried', () => {
  const standing = joints({ hipLeft: [0, -200], kneeLeft: [0, -100], ankleLeft: [0, 0] });
  const leg = box(-10, -190, 20, 80);
  const onThigh = leg.map(() => THIGH).slice(0, leg.length / 2);

  test('turns and goes with its limb', () => {
    const raised = joints({ hipLeft: [50, -200], kneeLeft: [150, -200] });
    const [outline] = [new Carrier(standing, raised).outline(leg, onThigh)];
    expect(agreement(painted([[outline!]]), painted([[box(60, -210, 80, 20)]])).silhouette).toBe(1);
  });

  test('is as long as its limb is seen, and as broad as it was', () => {
    const away = joints({ hipLeft: [0, -200], kneeLeft: [0, -150] });
    const outline = new Carrier(standing, away).outline(leg, onThigh);
    expect(agreement(painted([[outline]]), painted([[box(-10, -195, 20, 40)]])).silhouette).toBe(1);
    // What lies beyond a limb's ends keeps its size.
    const foot = new Carrier(standing, away).outline(box(-10, -95, 20, 30), onThigh);
    expect(Math.max(...foot.filter((_, i) => i % 2)) + 150).toBe(35);
  });

  test('goes along, where its limb points at the audience', () => {
    const from = joints({ hipLeft: [0, -200], kneeLeft: [2, -198] });
    const to = joints({ hipLeft: [20, -200], kneeLeft: [22, -198] });
    expect(new Carrier(from, to).outline([5, 5, 9, 9, 5, 9], [THIGH, THIGH, THIGH])).toEqual([
      25, 5, 29, 9, 25, 9,
    ]);
  });

  test('bends softly where two limbs meet', () => {
    const bent = joints({ hipLeft: [0, -200], kneeLeft: [0, -100], ankleLeft: [100, -100] });
    const [x] = new Carrier(standing, bent).outline(
      [10, -150, 10, -60, 10, -40],
      [THIGH, SHIN, SHIN],
    ) as [number];
    // A quarter of the way with the shin on either side, half with the thigh.
    expect(x).toBeGreaterThan(-50);
    expect(x).toBeLessThan(10);
  });
});

describe('between what is drawn', () => {
  const path = [0, 1, 2, 3, 4].map((half) =>
    joints({ hipLeft: [20 * half, -200], kneeLeft: [20 * half, -100] }),
  );
  const drawing = (x: number) => [[box(x - 10, -190, 20, 80)]];
  const frame = (moment: number, layers = drawing(40 * moment)) => ({
    layers,
    anchors: anchorsIn(path[2 * moment]!),
  });
  const clip = seeing({
    layers: ['body'],
    frames: [frame(0), frame(1), frame(2)],
    motion: {
      drawn: [0, 2],
      limbs: [[[Array(8).fill(THIGH)]], [[Array(8).fill(THIGH)]]],
      joints: path,
    },
  });

  test('a drawing is carried to every place, and back', () => {
    for (const place of [0.25, 0.9375, 1.0625, 1.75]) {
      const seen = painted(frameAt(clip, place).layers);
      expect(agreement(seen, painted(drawing(40 * place))).silhouette).toBeGreaterThan(0.97);
    }
  });

  test('what is drawn is shown as it is, and the same place shows the same picture', () => {
    expect(frameAt(clip, 2)).toBe(clip.frames[2]);
    const picture = frameAt(clip, 0.25);
    expect(frameAt(clip, 0.25)).toBe(picture);
    frameAt(clip, 1.5);
    expect(frameAt(clip, 0.25)).toEqual(picture);
  });
});

describe('from one drawing to the next', () => {
  const still = joints({ hipLeft: [0, -200], kneeLeft: [0, -100] });
  const clipOf = (...drawn: number[]): Clip => turning(0, ...drawn);
  /** Her shoulders are seen so much broader at each moment than at the one before. */
  const turning = (turn: number, ...drawn: number[]): Clip => {
    const last = drawn.at(-1)!;
    const layers = [[box(-10, -190, 20, 80)]];
    return seeing({
      layers: ['body'],
      frames: Array.from({ length: last + 1 }, () => ({ layers, anchors: anchorsIn(still) })),
      motion: {
        drawn,
        limbs: drawn.map(() => [[Array(8).fill(THIGH)]]),
        joints: Array.from({ length: 2 * last + 1 }, (_, half) =>
          still.map((value, i) =>
            i === 2 * JOINTS.indexOf('shoulderLeft') ? value + (turn * half) / 2 : value,
          ),
        ),
      },
    });
  };
  const opacities = (clip: Clip, place: number) =>
    clip.seenAt!(place, true).map(({ opacity }) => Math.round(100 * opacity) / 100);

  test('it goes at once where they follow each other closely', () => {
    for (const place of [0, 0.4375, 0.5, 0.5625, 1])
      expect(opacities(clipOf(0, 1), place)).toEqual([1]);
  });

  test('also where one moment lies between them', () => {
    for (const place of [0.75, 1, 1.25]) expect(opacities(clipOf(0, 2), place)).toEqual([1]);
  });

  test('and where she turns', () => {
    expect(opacities(turning(2, 0, 6), 3)).toEqual([1, 0.5]);
    expect(opacities(turning(4, 0, 6), 3)).toEqual([1]);
  });

  test('it goes little by little where they are far apart, and as much is seen of each in the middle', () => {
    const clip = clipOf(0, 6);
    expect(opacities(clip, 2.5)).toEqual([1]);
    expect(opacities(clip, 2.75)).toEqual([1, 0.16]);
    expect(opacities(clip, 2.9375)[1]).toBeGreaterThan(0.4);
    expect(opacities(clip, 3)).toEqual([1, 0.5]);
    expect(opacities(clip, 3.25)).toEqual([1, 0.16]);
    expect(opacities(clip, 3.5)).toEqual([1]);
    // The one that has come lies below what is left of the other.
    expect(frameAt(clip, 3.25)).toBe(clip.seenAt!(3.25, true)[0].frame);
  });
});

test('the dances go on evenly between their moments', () => {
  const folder = join(import.meta.dirname, '../../../../public/clips');
  for (const file of readdirSync(folder)) {
    const clip = decodeClip(readFileSync(join(folder, file), 'utf8'));
    const { drawn } = clip.motion!;
    expect([drawn[0], drawn.at(-1)]).toEqual([0, clip.frames.length - 1]);
    const changes: number[] = [];
    for (let index = 3; index + 1 < clip.frames.length; index += 16) {
      const [before, after] = [0.25, 0.375].map((share) =>
        painted(frameAt(clip, index + share).layers, 2),
      );
      changes.push(1 - agreement(before!, after!).silhouette);
      // A frame that is not drawn is the drawing carried there.
      expect(frameAt(clip, index).layers[0]!.length).toBeGreaterThan(0);
    }
    const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length;
    expect(mean, file).toBeLessThan(0.15);
    expect(mean, file).toBeGreaterThan(0);
  }
});
