/** The only GSAP that pages fetch: what the scroll asks for, slightly smoothed. Timelines are compiled by the build. */
/// <reference types="gsap" />
// The core alone, and on the worker's thread: it glides on evenly however busy the page is. ScrollTrigger would
// add one number, but on a slow phone it takes a tenth of the page's time while one scrolls, and 15 kB.
import { gsap } from 'gsap/gsap-core';
import { SCRUB_SECONDS } from '../../config/stage.ts';

export class SmoothScroll {
  readonly #head: { scroll: number };
  readonly #follow: gsap.QuickToFunc;
  #aim: number;
  #turning = false;

  /** Calls `onMove` with the smoothed position while it moves, and whether it has come to where it goes. */
  constructor(scroll: number, onMove: (scroll: number, there: boolean) => void) {
    this.#head = { scroll };
    this.#aim = scroll;
    this.#follow = gsap.quickTo(this.#head, 'scroll', {
      duration: SCRUB_SECONDS,
      ease: 'power3',
      onUpdate: () => {
        // To be told of a new aim is no movement yet.
        if (this.#turning) return;
        const { scroll: smoothed } = this.#head;
        // At rest the picture is that of the exact place, however one came there.
        const there = Math.abs(smoothed - this.#aim) < 1;
        onMove(there ? this.#aim : smoothed, there);
      },
    });
  }

  /** At most so many moves a second. */
  set rate(rate: number) {
    gsap.ticker.fps(rate);
  }

  /** Goes to a position smoothly, or with `from` sets out from there. */
  follow(scroll: number, from?: number): void {
    this.#aim = scroll;
    this.#turning = true;
    this.#follow(scroll, from);
    this.#turning = false;
  }

  /** Is at a position at once. */
  jump(scroll: number): void {
    this.follow(scroll, scroll);
    this.#follow.tween.pause();
  }
}
