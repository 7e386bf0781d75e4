/** Timelines as the build has compiled them: what `scrubbed.ts` does, without GSAP. Pure. */

import { clamp } from '../core/maths/scalar.ts';
import type { Ease } from './eases.ts';
import type { Actors, Scrubbed } from './scrubbed.ts';

/** One movement of one number. Times are shares of the timeline. */
type Movement = readonly [
  start: number,
  duration: number,
  from: number,
  change: number,
  ease: Ease,
];

/** All movements of one number, in order; none overlaps the next. */
export type Track = readonly [
  actor: Record<string, number>,
  property: string,
  ...movements: Movement[],
];

/** @param arrange gives the tracks of the actors; that is what the build leaves of a timeline */
export function scrubbed<A extends Actors>(
  actors: A,
  arrange: (actors: A) => readonly Track[],
): Scrubbed<A> {
  const tracks = arrange(actors);
  return {
    actors,
    at(progress) {
      for (const track of tracks) {
        let index = track.length - 1;
        while (index > 2 && (track[index] as Movement)[0] > progress) index--;
        const [start, duration, from, change, ease] = track[index] as Movement;
        track[0][track[1]] = from + change * ease(clamp((progress - start) / duration));
      }
      return actors;
    },
  };
}
