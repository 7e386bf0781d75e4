import { describe, expect, test } from 'vitest';
import {
  advance,
  FRAME_TIME,
  framesFree,
  framesToNext,
  layTimeline,
  positionIn,
  type Run,
  within,
} from '../../../src/core/embed/timeline.ts';
import { locate } from '../../../src/core/reading/playhead.ts';
import { compose } from '../../../src/core/stage/compose.ts';
import { EMPTY_STAGE } from '../../../src/core/stage/emptyStage.ts';
import { loadTransition, TRANSITION_IDS } from '../../../src/transitions/index.ts';

const FRAMES = [48, 72, 60];
const timeline = layTimeline(FRAMES);
const at = (position: number) => locate(position, timeline.geometry);

test('it begins with the dance, and is nowhere in the dark', () => {
  expect(at(0)).toMatchObject({ chapter: 0, progress: 0 });
  for (let position = 0; position <= timeline.end; position++) {
    expect(at(position).overture).toBe(1);
  }
});

test('each dance lasts as many ticks as its clip has frames', () => {
  FRAMES.forEach((frames, chapter) => {
    let ticks = 0;
    for (let position = 0; position < timeline.end; position += 0.5) {
      const head = at(position);
      if (head.chapter === chapter && head.progress > 0 && head.progress < 1) ticks += 0.5;
    }
    expect(Math.abs(ticks - frames)).toBeLessThanOrEqual(0.5);
  });
});

test('chapters are entered when their own scene is alone', () => {
  timeline.entries.forEach((position, chapter) => {
    expect(at(position).chapter).toBe(chapter);
    expect(at(position + 1e-6).crossing).toBeNull();
  });
});

test('at the end the last transition is over', () => {
  expect(at(timeline.end).crossing).toEqual({ from: 2, to: null, progress: 1 });
});

describe('advance', () => {
  test('goes on by the frames passed', () => {
    expect(advance(timeline, 10, 2)).toBe(12);
    expect(advance(timeline, -5, 1)).toBe(-4);
  });

  test('begins again after the end', () => {
    expect(advance(timeline, timeline.end, 1)).toBeCloseTo(timeline.again + 1);
    expect(advance(timeline, timeline.end - 1, 2)).toBeCloseTo(timeline.again + 1);
  });
});

describe('how far she may go on', () => {
  test('a frame after as many as are left another chapter is danced', () => {
    for (const position of [-7.2, 0, 30.4, 70, timeline.end]) {
      const frames = framesToNext(timeline, position);
      const before = advance(timeline, position, frames - 1);
      const after = advance(timeline, position, frames);
      expect(at(before).chapter).toBe(at(position).chapter);
      expect(at(after).chapter).toBe((at(position).chapter + 1) % FRAMES.length);
    }
  });

  test('to the door of the first chapter that is not here', () => {
    expect(framesFree(timeline, 10, [0, 1, 2])).toBe(Number.POSITIVE_INFINITY);
    expect(framesFree(timeline, 10, [1, 2])).toBe(0);
    const door = framesFree(timeline, 10, [0]);
    expect(at(10 + door).chapter).toBe(0);
    expect(at(10 + door + 1).chapter).toBe(1);
    expect(framesFree(timeline, 10 + door, [0])).toBe(0);
    // From the last one to the first, too.
    const end = framesFree(timeline, 150, [1, 2]);
    expect(150 + end).toBeCloseTo(timeline.end);
  });

  test('one chapter alone begins again for ever', () => {
    const alone = layTimeline([48]);
    expect(framesToNext(alone, 20)).toBe(Number.POSITIVE_INFINITY);
    expect(framesFree(alone, 20, [0])).toBe(Number.POSITIVE_INFINITY);
    expect(framesFree(alone, 20, [])).toBe(0);
  });
});

test('a run is where its clock says, in whole frames and no further than it may', () => {
  const run: Run = { ...timeline, from: 10, since: 5000, most: 6 };
  const after = (frames: number) => positionIn(run, 5000 + frames * FRAME_TIME);
  expect(after(-3)).toBe(10);
  expect(after(2.9)).toBe(12);
  expect(after(90)).toBe(16);
  const on = { ...run, from: timeline.end - 1, most: Number.POSITIVE_INFINITY };
  expect(positionIn(on, 5001 + 2 * FRAME_TIME)).toBeCloseTo(timeline.again + 1);
});

describe('where it begins again', () => {
  const screen = { width: 1000, tall: false };
  const chapters = FRAMES.map(() => ({ side: 'left' as const, scene: EMPTY_STAGE }));
  const shown = (position: number) => compose(at(position), chapters, screen);

  test.each(TRANSITION_IDS)('after %s the ground is bare', async (id) => {
    const transition = await loadTransition(id);
    const ending = chapters.map((chapter) => ({ ...chapter, transition }));
    const { scenes, before, dancer } = compose(at(timeline.end), ending, screen);
    expect(scenes.filter(({ panes }) => panes?.length !== 0)).toEqual([]);
    expect(before).toEqual([]);
    expect(dancer.opacity).toBe(0);
  });

  test('it is as dark, and the light comes up without a step', () => {
    let before = shown(timeline.again).darkness;
    expect(before).toBe(1);
    for (let position = timeline.again; position <= 0; position += 0.1) {
      const { darkness } = shown(position);
      expect(darkness).toBeLessThanOrEqual(before);
      expect(before - darkness).toBeLessThan(0.05);
      before = darkness;
    }
    expect(shown(0)).toMatchObject({ darkness: 0, dancer: { chapter: 0, frame: 0 } });
  });
});

test('a position put anywhere stays on the timeline', () => {
  expect([-9, 5, 1e9].map((position) => within(timeline, position))).toEqual([0, 5, timeline.end]);
});
