/** The only place of GSAP: the page's scroll, slightly smoothed, conducts the dance. */
/// <reference types="gsap" />
// The core alone. ScrollTrigger would do the same for one number, but it listens to wheels, lays the page
// out in mid-frame, costs a slow phone a tenth of its time while it scrolls, and 15 kB.
import { gsap } from 'gsap/gsap-core';
import { SCRUB_SECONDS } from '../config/stage.ts';
import { onScrolled } from './scrolling.ts';

export interface Scrub {
  /** Catches up with the page at once, without smoothing. */
  settle(): void;
  stop(): void;
}

/** Calls `onMove` with the smoothed scroll position (CSS pixels) when it changes, at most `rate` times a second. */
export function scrubScroll(onMove: (scroll: number) => void, rate: number): Scrub {
  gsap.ticker.fps(rate);
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
      onMove(Math.abs(head.scroll - real) < 1 ? real : head.scroll);
    },
  });
  let aiming = false;
  function aim(from?: number): void {
    aiming = false;
    turning = true;
    follow(real, from);
    turning = false;
  }
  const aimInTime = () => aim();
  const unlisten = onScrolled((scroll) => {
    real = scroll;
    if (aiming) return;
    aiming = true;
    gsap.ticker.add(aimInTime, true, true);
  });
  return {
    settle() {
      real = window.scrollY;
      aim(real);
      onMove(real);
    },
    stop() {
      unlisten();
      gsap.ticker.remove(aimInTime);
      follow.tween.kill();
    },
  };
}
