/**
 * Plays a frame's timeline: by itself while it is seen, by hand at any time. Knows no controls. While she dances nothing
 * happens on this thread but at the door of a chapter: the stage's own follows the same clock.
 */
import { POSTER_SECONDS } from '../../../config/frame.ts';
import {
  advance,
  FRAME_TIME,
  framesPassed,
  framesToNext,
  positionIn,
  type Run,
  type Timeline,
  within,
} from '../../../core/embed/timeline.ts';
import { CLIP_RATE } from '../../../schemas/clip.ts';
import { clockTime } from '../../stage/clockTime.ts';
import type { FrameStage } from './frameStage.ts';

export interface FramePlayerHandlers {
  /** It stands at a position, or sets out from there. */
  onPosition(position: number, moving: boolean): void;
  /** It is to play, or to stand: what a button shows. */
  onWanted(wanted: boolean): void;
  /** It has begun to move, or stopped. */
  onMoving(moving: boolean): void;
}

export class FramePlayer {
  readonly #stage: FrameStage;
  readonly #timeline: Timeline;
  readonly #handlers: FramePlayerHandlers;
  /** In clip frames; before 0 the poster stands, and after the end the light comes up again. */
  #position = -POSTER_SECONDS * CLIP_RATE;
  /** Whether she has left the server's picture. */
  #moved = false;
  #wanted = false;
  #seen = false;
  #held = false;
  #moving = false;
  #run: Run | undefined;
  /** When another chapter is danced, or she leaves the poster. */
  #turn: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: FrameStage, timeline: Timeline, handlers: FramePlayerHandlers) {
    this.#stage = stage;
    this.#timeline = timeline;
    this.#handlers = handlers;
  }

  get position(): number {
    return Math.max(0, this.#run ? positionIn(this.#run, clockTime()) : this.#position);
  }

  get wanted(): boolean {
    return this.#wanted;
  }

  play(): void {
    this.#want(true);
    // A clip that has failed before is asked for again.
    this.#stage.prepare(this.position, true);
  }

  pause(): void {
    this.#want(false);
  }

  /** Whether the frame is seen: it plays only then. */
  see(seen: boolean): void {
    this.#seen = seen;
    this.refresh();
  }

  /** While held, as by a drag, she stands. */
  hold(held: boolean): void {
    this.#held = held;
    this.refresh();
  }

  /** Goes to a position, in clip frames, and shows it. */
  seek(position: number): void {
    this.#run = undefined;
    this.#position = within(this.#timeline, position);
    this.#moved = true;
    this.#stage.prepare(this.position);
    // However she goes on, it is from here.
    this.#handlers.onPosition(this.position, false);
    this.refresh();
  }

  /** Stands or goes on as all conditions together ask: one of them has changed, or something has arrived. */
  refresh(): void {
    const now = clockTime();
    const since = this.#rebase(now);
    const position = this.#position;
    const wanted = this.#wanted && this.#seen && !this.#held;
    if (wanted) this.#stage.prepare(Math.max(0, advance(this.#timeline, position, 1)));
    const most = wanted ? this.#stage.free(position) : 0;
    const { end, again } = this.#timeline;
    this.#run = most > 0 ? { from: position, since, most, end, again } : undefined;
    this.#moved ||= position >= 0;
    if (this.#moved) this.#stage.show(position, this.#run);
    clearTimeout(this.#turn);
    const frames = this.#moved ? framesToNext(this.#timeline, position) : Math.ceil(-position);
    if (this.#run && frames < Infinity)
      this.#turn = setTimeout(() => this.refresh(), Math.ceil(since + frames * FRAME_TIME - now));
    this.#handlers.onPosition(this.position, most > 0);
    if (most > 0 === this.#moving) return;
    this.#moving = most > 0;
    this.#handlers.onMoving(this.#moving);
  }

  /** Sets out anew from where she is. Returns since when she is there: where she waited, since now. */
  #rebase(now: number): number {
    const run = this.#run;
    if (!run) return now;
    this.#position = positionIn(run, now);
    const passed = framesPassed(run, now);
    return passed < run.most ? run.since + passed * FRAME_TIME : now;
  }

  #want(wanted: boolean): void {
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.#handlers.onWanted(wanted);
    }
    this.refresh();
  }
}
