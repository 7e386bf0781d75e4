/**
 * A frame plays without scrolling: its clock takes the place of the scroll. The
 * clock's positions are measured in clip frames, and the story is laid out so
 * that the stage's own reading of a scroll position fits them. Pure.
 */

import { CLIP_RATE } from '../../schemas/clip.ts';
import { clamp } from '../maths/scalar.ts';
import {
  chapterDanced,
  danceStart,
  type Geometry,
  RISE,
  SCORE_MARKS,
} from '../reading/playhead.ts';

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
export function advance(
  { end, again }: Pick<Timeline, 'end' | 'again'>,
  position: number,
  frames: number,
): number {
  const next = position + frames;
  return next <= end ? next : again + ((next - end) % (end - again));
}

/** How many frames from a position another chapter is danced; infinite where there is but one. */
export function framesToNext({ geometry, end }: Timeline, position: number): number {
  const last = geometry.tops.length - 2;
  const chapter = chapterDanced(position, geometry);
  if (last === 0) return Infinity;
  if (chapter === last) return Math.floor(end - position) + 1;
  return Math.ceil(danceStart(chapter + 1, geometry) - position);
}

/**
 * How many frames she may go on from a position: at the door of a chapter that is not here she waits.
 *
 * @param ready the chapters that are here
 */
export function framesFree(timeline: Timeline, position: number, ready: readonly number[]): number {
  let [passed, at] = [0, position];
  for (let i = 1; i < timeline.geometry.tops.length; i++) {
    if (!ready.includes(chapterDanced(at, timeline.geometry))) return Math.max(0, passed - 1);
    const frames = framesToNext(timeline, at);
    passed += frames;
    at = advance(timeline, at, frames);
  }
  return Infinity;
}

/** She plays, by the same clock on every thread. */
export interface Run extends Pick<Timeline, 'end' | 'again'> {
  /** The position that she set out from … */
  readonly from: number;
  /** … and when, as `clockTime` of the effects says. */
  readonly since: number;
  /** Frames that she goes at most. */
  readonly most: number;
}

/** Milliseconds of a clip frame. */
export const FRAME_TIME = 1000 / CLIP_RATE;

/** How many whole frames of a run have passed. */
export function framesPassed({ since, most }: Run, now: number): number {
  return clamp(Math.floor((now - since) / FRAME_TIME), 0, most);
}

/** Where a run is. */
export function positionIn(run: Run, now: number): number {
  return advance(run, run.from, framesPassed(run, now));
}

/** A position that is on the timeline. */
export function within({ end }: Timeline, position: number): number {
  return clamp(position, 0, end);
}
