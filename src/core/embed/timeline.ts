/**
 * A frame plays without scrolling: its clock takes the place of the scroll. The
 * clock's positions are measured in clip frames, and the story is laid out so
 * that the stage's own reading of a scroll position fits them. Pure.
 */
import { clamp } from '../maths/scalar.ts';
import { danceStart, type Geometry, RISE, SCORE_MARKS } from '../reading/playhead.ts';

/** What a window's height is to scrolling, in clip frames: crossings last 0.8 of it. */
const WINDOW = 24;

export interface Timeline {
  readonly geometry: Geometry;
  /** Where each chapter's dance is first seen alone. */
  readonly entries: readonly number[];
  /** The end: the last transition is over, and all is dark. */
  readonly end: number;
  /** Before 0: where it goes on after the end, as dark, and the light comes up. */
  readonly again: number;
}

/**
 * Without an overture: on someone else's page nothing may look as if nothing came.
 *
 * @param frames how many frames each chapter's clip has, in order
 */
export function layTimeline(frames: readonly number[]): Timeline {
  const lead = ((SCORE_MARKS.crossingStart + SCORE_MARKS.crossingEnd) / 2) * WINDOW;
  const tops = [0];
  let start = 0;
  for (const [index, count] of frames.entries()) {
    start += count;
    const last = index === frames.length - 1;
    tops.push(start + (last ? SCORE_MARKS.closingStart * WINDOW : lead));
  }
  const geometry = { viewport: WINDOW, tops, opened: true };
  const half = ((SCORE_MARKS.crossingStart - SCORE_MARKS.crossingEnd) / 2) * WINDOW;
  return {
    geometry,
    entries: frames.map((_, index) => (index === 0 ? 0 : danceStart(index, geometry) + half)),
    end: start + (SCORE_MARKS.closingStart - SCORE_MARKS.closingEnd) * WINDOW,
    again: RISE * WINDOW,
  };
}

/** The position after `frames` more; after the end it comes out of the dark again. */
export function advance({ end, again }: Timeline, position: number, frames: number): number {
  const next = position + frames;
  return next <= end ? next : again + ((next - end) % (end - again));
}

/** A position that is on the timeline. */
export function within({ end }: Timeline, position: number): number {
  return clamp(position, 0, end);
}
