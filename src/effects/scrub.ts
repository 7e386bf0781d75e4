/** The only place of GSAP: the page's scroll, slightly smoothed, conducts the dance. */
/// <reference types="gsap" />
// The core alone. ScrollTrigger would do the same for one number, but it listens to wheels, lays the page
// out in mid-frame, costs a slow phone a tenth of its time while it scrolls, and 15 kB.
import { gsap } from 'gsap/gsap-core';
import { SCRUB_SECONDS } from '../config/stage.ts';

export interface Scrub {
  /** Catches up with the page at once, without smoothing. */
  settle(): void;
  stop(): void;
}

/** Calls `onScroll` with the smoothed scroll position (CSS pixels) whenever it changes. */
export function scrubScroll(onScroll: (scroll: number) => void): Scrub {
  const head = { scroll: window.scrollY };
  let real = head.scroll;
  let turning = false;
  const follow = gsap.quickTo(head, 'scroll', {
    duration: SCRUB_SECONDS,
    ease: 'power3',
    onUpdate() {
      // To be told of a new aim is no movement yet: one picture a frame.
      if (turning) return;
      // At rest the picture is that of the exact place, however one came there.
      onScroll(Math.abs(head.scroll - real) < 1 ? real : head.scroll);
    },
  });
  function aim(from?: number): void {
    real = window.scrollY;
    turning = true;
    follow(real, from);
    turning = false;
  }
  const listen = () => aim();
  window.addEventListener('scroll', listen, { passive: true });
  return {
    settle() {
      aim(window.scrollY);
      onScroll(real);
    },
    stop() {
      window.removeEventListener('scroll', listen);
      follow.tween.kill();
    },
  };
}
