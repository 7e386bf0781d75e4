/**
 * The page's scroll, for all who follow it. An event of every frame, and a look at
 * the page in each, are dear on a slow phone: the first event starts a series of
 * looks, which ends when the page rests.
 */

import { TALL_QUERY } from '../../config/stage.ts';

type Listener = (scroll: number) => void;

/** Milliseconds between two looks, on wide windows and on tall ones. The dance glides from one to the next. */
const LOOK = { wide: 40, tall: 66 };
/** So many looks without a change are rest. */
const REST = 5;

const listeners = new Set<Listener>();
let seen = Number.NaN;
let still = 0;
let pause = LOOK.wide;
let timer: ReturnType<typeof setTimeout> | undefined;

function look(): void {
  timer = undefined;
  const scroll = window.scrollY;
  still = scroll === seen ? still + 1 : 0;
  if (scroll !== seen) for (const listener of listeners) listener(scroll);
  seen = scroll;
  if (listeners.size === 0) return;
  if (still < REST) timer = setTimeout(look, pause);
  else window.addEventListener('scroll', begin, { once: true, passive: true });
}

function begin(): void {
  still = 0;
  pause = LOOK[window.matchMedia(TALL_QUERY).matches ? 'tall' : 'wide'];
  // Not in the event itself, which is part of a frame.
  timer = setTimeout(look);
}

/** Calls `listener` with the scroll position, in CSS pixels, whenever it has changed. Returns the undo. */
export function onScrolled(listener: Listener): () => void {
  if (listeners.size === 0 && timer === undefined) {
    seen = window.scrollY;
    window.addEventListener('scroll', begin, { once: true, passive: true });
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('scroll', begin);
  };
}
