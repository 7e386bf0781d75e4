/** The only place of GSAP: the page's scroll, slightly smoothed, conducts the dance. */
/// <reference types="gsap" />
// The core alone, without GSAP's CSS plugin (8 kB): a number is all that is animated.
import { gsap } from 'gsap/gsap-core';
import { ScrollTrigger } from 'gsap/ScrollTrigger';
import { SCRUB_SECONDS } from '../config/stage.ts';

// All that ScrollTrigger itself asks of that plugin: how this browser spells a property. Today's spell them plainly.
Object.assign(gsap.utils, { checkPrefix: (property: string) => property });
gsap.registerPlugin(ScrollTrigger);
// Address bars that come and go on phones must not shift the geometry while one scrolls.
ScrollTrigger.config({ ignoreMobileResize: true });

export interface Scrub {
  /** Catches up with the page at once, without smoothing. */
  settle(): void;
  /** Takes the page's measures again. */
  refresh(): void;
  stop(): void;
}

/**
 * Calls `onScroll` with the smoothed scroll position (CSS pixels) whenever it
 * changes, and `onRefresh` when the page has been measured anew.
 */
export function scrubScroll(handlers: {
  onScroll(scroll: number): void;
  onRefresh(): void;
}): Scrub {
  const head = { share: 0 };
  const context = gsap.context(() => {});
  let trigger: ScrollTrigger | undefined;
  context.add(() => {
    const animation = gsap.to(head, {
      share: 1,
      ease: 'none',
      duration: 1,
      paused: true,
      onUpdate: () => {
        // Both as the trigger knows them already: asking the page would lay it out in mid-frame.
        const smoothed = head.share * (trigger?.end ?? 0);
        const real = trigger?.scroll() ?? smoothed;
        // At rest the picture is that of the exact place, however one came there.
        handlers.onScroll(Math.abs(smoothed - real) < 1 ? real : smoothed);
      },
    });
    trigger = ScrollTrigger.create({
      start: 0,
      end: 'max',
      scrub: SCRUB_SECONDS,
      animation,
      onRefresh: (self) => {
        handlers.onRefresh();
        settle(self);
      },
    });
  });

  function settle(self: ScrollTrigger): void {
    self.getTween()?.progress(1);
    self.animation?.progress(self.progress);
    handlers.onScroll(window.scrollY);
  }

  return {
    settle: () => trigger && settle(trigger),
    refresh: () => ScrollTrigger.refresh(),
    stop: () => context.revert(),
  };
}
