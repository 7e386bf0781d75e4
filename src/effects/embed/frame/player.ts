/** Plays a frame's timeline: by its clock while it is seen, by hand at any time. Knows no controls. */
import { POSTER_SECONDS } from '../../../config/frame.ts';
import { advance, type Timeline, within } from '../../../core/embed/timeline.ts';
import { CLIP_RATE } from '../../../schemas/clip.ts';
import { startClock } from './clock.ts';
import type { FrameStage } from './frameStage.ts';

export interface FramePlayerHandlers {
  /** The picture is at another position. */
  onPosition(position: number): void;
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
  #stopClock: (() => void) | undefined;

  constructor(stage: FrameStage, timeline: Timeline, handlers: FramePlayerHandlers) {
    this.#stage = stage;
    this.#timeline = timeline;
    this.#handlers = handlers;
  }

  get position(): number {
    return Math.max(0, this.#position);
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

  /** Whether the frame is seen: its clock runs only then. */
  see(seen: boolean): void {
    this.#seen = seen;
    this.#settle();
  }

  /** While held, as by a drag, the clock stands. */
  hold(held: boolean): void {
    this.#held = held;
    this.#settle();
  }

  /** Goes to a position, in clip frames, and shows it. */
  seek(position: number): void {
    this.#position = within(this.#timeline, position);
    this.#moved = true;
    this.#stage.prepare(this.position);
    this.refresh();
  }

  /** Paints the position again: something has arrived, or the frame has another size. */
  refresh(): void {
    if (this.#moved) this.#stage.show(this.#position);
    this.#handlers.onPosition(this.position);
    this.#settle();
  }

  #want(wanted: boolean): void {
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      this.#handlers.onWanted(wanted);
    }
    this.#settle();
  }

  /** Starts or stops the clock as all conditions together ask. */
  #settle(): void {
    const runs = this.#wanted && this.#seen && !this.#held && this.#stage.has(this.position);
    if (runs === Boolean(this.#stopClock)) return;
    if (runs) {
      this.#stopClock = startClock((frames) => this.#tick(frames));
    } else {
      this.#stopClock?.();
      this.#stopClock = undefined;
    }
    this.#handlers.onMoving(runs);
  }

  #tick(frames: number): void {
    const next = advance(this.#timeline, this.#position, frames);
    this.#stage.prepare(Math.max(0, next));
    // Where what comes next is not here yet, she waits at the door.
    if (this.#stage.has(Math.max(0, next))) {
      this.#position = next;
      this.#moved ||= next >= 0;
    }
    this.refresh();
  }
}
