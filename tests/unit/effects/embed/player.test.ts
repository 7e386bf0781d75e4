/** When a frame's dance runs, waits and stands, and what it tells. Time is the test's own. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  FRAME_TIME,
  framesFree,
  layTimeline,
  positionIn,
  type Run,
} from '../../../../src/core/embed/timeline.ts';
import { danceStart } from '../../../../src/core/reading/playhead.ts';
import type { FrameStage } from '../../../../src/effects/embed/frame/frameStage.ts';
import { FramePlayer } from '../../../../src/effects/embed/frame/player.ts';
import { clockTime } from '../../../../src/effects/stage/clockTime.ts';

const timeline = layTimeline([40, 40]);
const door = danceStart(1, timeline.geometry);

/** A player on a stage that has the chapters of `ready`. */
function put(ready: number[]) {
  const shown: { position: number; run?: Run | undefined }[] = [];
  const moving: boolean[] = [];
  const stood: [position: number, moving: boolean][] = [];
  const stage = {
    free: (position: number) => framesFree(timeline, position, ready),
    prepare: vi.fn(),
    show: (position: number, run?: Run) => shown.push({ position, run }),
  } as unknown as FrameStage;
  const player = new FramePlayer(stage, timeline, {
    onPosition: (...at) => stood.push(at),
    onWanted() {},
    onMoving: (moves) => moving.push(moves),
  });
  const last = () => shown.at(-1)!;
  return { player, ready, shown, moving, stood, last };
}
const pass = (frames: number) => vi.advanceTimersByTime(frames * FRAME_TIME);

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('the poster stands first; then the stage is told once, and nothing until the next chapter', () => {
  const { player, shown, moving, last } = put([0, 1]);
  player.play();
  expect(moving).toEqual([]);
  player.see(true);
  expect(moving).toEqual([true]);
  pass(9);
  expect(shown).toEqual([]);
  expect(player.position).toBe(0);
  pass(2);
  expect(shown).toHaveLength(1);
  pass(20);
  expect(shown).toHaveLength(1);
  expect(player.position).toBeCloseTo(positionIn(last().run!, clockTime()));
  expect(player.position).toBeGreaterThan(20);
  pass(door);
  // In step with the first: nothing is lost or repeated at the door.
  expect(shown).toHaveLength(2);
  const [first, second] = shown.map(({ run }) => run!);
  expect(positionIn(second!, clockTime())).toBeCloseTo(positionIn(first!, clockTime()));
  expect(moving).toEqual([true]);
});

test('she waits at the door of a chapter that is not here, and goes on from there', () => {
  const { player, ready, moving, last } = put([0]);
  player.seek(0);
  player.see(true);
  player.play();
  pass(door + 30);
  expect(moving).toEqual([true, false]);
  expect(player.position).toBe(Math.ceil(door) - 1);
  expect(last().run).toBeUndefined();
  ready.push(1);
  player.refresh();
  expect(moving).toEqual([true, false, true]);
  pass(5);
  expect(player.position).toBe(Math.ceil(door) + 4);
});

test('out of sight, held or paused she stands where she was, and the stage is told', () => {
  const { player, moving, last } = put([0, 1]);
  player.seek(3);
  player.play();
  for (const [stop, go] of [
    [() => player.see(false), () => player.see(true)],
    [() => player.hold(true), () => player.hold(false)],
    [() => player.pause(), () => player.play()],
  ] as const) {
    go();
    pass(4);
    stop();
    const stood = player.position;
    expect(last()).toEqual({ position: stood, run: undefined });
    pass(50);
    expect(player.position).toBe(stood);
    expect(vi.getTimerCount()).toBe(0);
    go();
  }
  expect(moving).toEqual([true, false, true, false, true, false, true]);
});

test('sought while she dances she goes on from there', () => {
  const { player, moving, stood, last } = put([0, 1]);
  player.see(true);
  player.play();
  player.seek(50);
  // The line is put there before it runs on.
  expect(stood.slice(-2)).toEqual([
    [50, false],
    [50, true],
  ]);
  expect(last().run?.from).toBe(50);
  pass(3);
  expect(player.position).toBe(53);
  expect(moving).toEqual([true]);
});
