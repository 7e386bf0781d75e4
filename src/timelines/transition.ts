import type { Point, Screen, Transition, TransitionPicture } from '../schemas/picture.ts';
import { type Actors, type Scrubbed, scrubbed, type Timeline } from './scrubbed.ts';

/** Before anything happens. */
export const START: TransitionPicture = { outgoing: [{}], incoming: [], behind: [], before: [] };
/** When all has happened. */
export const END: TransitionPicture = { outgoing: [], incoming: [{}], behind: [], before: [] };

/** What a transition's file says. */
export interface TransitionPlan<A extends Actors>
  extends Pick<Transition, 'sounds' | 'hides' | 'themes'> {
  /** What moves, in the state it has at the start; shares and screen units, never the screen's own width. */
  readonly actors: A;
  /** When it moves. Times are shares of the passage. */
  arrange(timeline: Timeline, actors: A): void;
  /** What is seen of it. Knows no time: only the actors and the screen. Not asked for at either end. */
  draw(actors: Readonly<A>, screen: Screen, lamp?: Point): TransitionPicture;
}

/** A transition and how it moves. */
export interface ArrangedTransition extends Transition {
  readonly motion: Scrubbed<Actors>;
}

/** A passage from one scene to the next, as actors on a timeline and a way to draw them. */
export function transition<A extends Actors>(plan: TransitionPlan<A>): ArrangedTransition {
  const motion = scrubbed(plan.actors, plan.arrange);
  return {
    motion,
    ...(plan.sounds && { sounds: plan.sounds }),
    ...(plan.hides !== undefined && { hides: plan.hides }),
    ...(plan.themes && { themes: plan.themes }),
    at(progress, screen, lamp) {
      if (progress <= 0) return START;
      return progress >= 1 ? END : plan.draw(motion.at(progress), screen, lamp);
    },
  };
}
