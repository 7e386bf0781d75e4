/**
 * Timelines that no clock runs: progress in, actors out. One of GSAP's two places; it runs where scenes and
 * transitions are drawn at build and in tests. Pages get the same timelines compiled to data (`compiled.ts`):
 * GSAP would be a third of what a frame may weigh.
 */
/// <reference types="gsap" />
import { gsap } from 'gsap/gsap-core';
import { OWN_EASES } from './eases.ts';

for (const [name, ease] of Object.entries(OWN_EASES)) gsap.registerEase(name, ease);

/** What a timeline moves: numbers, in objects and lists however deep. Where they start is where they are at 0. */
export type Actors = object;

/** GSAP's timeline; one unit long, so that its times are shares of the whole. */
export type Timeline = gsap.core.Timeline;

/** Actors and the timeline they follow. */
export interface Scrubbed<A extends Actors> {
  readonly actors: A;
  /** Paused for good; its labels and children are there to be drawn. None where it was compiled. */
  readonly timeline?: Timeline;
  /** The actors at a progress of 0 to 1. The same objects each time: read them before the next call. */
  at(progress: number): Readonly<A>;
}

/** How far past its end a timeline may reach by the rounding of sums. */
const ROUNDING = 1e-6;

/**
 * Arranges actors on a paused timeline. The same progress gives the same numbers, however one came there, as long
 * as two tweens of one number do not overlap, and nothing is `set` or called: GSAP leaves what was set at 0 in
 * place on the way back.
 *
 * Tweens are linear unless they name an ease, and last 1 unless they say how long.
 *
 * @throws Error where a tween reaches past 1, or a `set` or a callback is on the timeline
 */
export function scrubbed<A extends Actors>(
  actors: A,
  arrange: (timeline: Timeline, actors: A) => void,
): Scrubbed<A> {
  const timeline = gsap.timeline({
    paused: true,
    defaults: { duration: 1, ease: 'none', overwrite: false, lazy: false },
  });
  arrange(timeline, actors);
  for (const child of timeline.getChildren(true, true, false)) {
    if (child.duration() === 0)
      throw new Error(`A timeline holds a set or a call at ${child.startTime()}: tween it instead`);
  }
  if (timeline.duration() > 1 + ROUNDING)
    throw new Error(`A timeline is ${timeline.duration()} long: its tweens have to end by 1`);
  // However soon the last tween ends.
  timeline.to({}, { duration: 1 }, 0);
  // Once through, in order: each tween reads where it sets out from when it is first drawn.
  timeline.progress(1, true).progress(0, true);
  return {
    actors,
    timeline,
    at(progress) {
      timeline.progress(progress, true);
      return actors;
    },
  };
}
