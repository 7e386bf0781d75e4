import type { Moment, Scene, Screen } from '../schemas/picture.ts';
import { type Actors, type Scrubbed, scrubbed, type Timeline } from './scrubbed.ts';

/** What a scene's file says. */
export interface ScenePlan<A extends Actors> extends Omit<Scene, 'at'> {
  /** What moves, in the state it has at the start. */
  readonly actors: A;
  /** When it moves. Times are shares of the chapter. */
  arrange(timeline: Timeline, actors: A): void;
  /** What is seen of it. Knows no time: only the actors and the screen. */
  draw(actors: Readonly<A>, screen: Screen): Moment;
}

/** A scene and how it moves. */
export interface ArrangedScene extends Scene {
  readonly motion: Scrubbed<Actors>;
}

/** A set, its light and what happens in it, as actors on a timeline and a way to draw them. */
export function scene<A extends Actors>(plan: ScenePlan<A>): ArrangedScene {
  const { actors, arrange, draw, ...facts } = plan;
  const motion = scrubbed(actors, arrange);
  return { ...facts, motion, at: (progress, screen) => draw(motion.at(progress), screen) };
}
