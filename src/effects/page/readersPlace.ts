/**
 * Keeps the reader's place through whatever lays the page out anew: another window,
 * another size of the letters, late fonts and pictures, what is opened or translated;
 * and brings it back on a return. Where it watches, the browser's own anchoring of
 * the scroll is off: WebKit has none, and two would correct twice.
 */
import { type Place, placeAt, positionOf } from '../../core/reading/readingPlace.ts';
import {
  BLOCKS,
  isStale,
  layOut,
  onLaidOut,
  PARTS,
  type PageLayout,
  pageLayout,
  topOf,
} from './layout.ts';
import { onScrolled } from './scrolling.ts';

/** Readers look at the middle of what nothing covers. */
const MIDDLE = 0.5;

const root = globalThis.document?.documentElement;
/** As the reader was seen in it last; none where nobody watches. */
let layout: PageLayout | undefined;
/** Where the reader was seen last, in that layout. */
let scroll = 0;
/** What the reader pressed last, and where in the window: it stays under the finger, whatever opens or closes by it. */
let pressed: { readonly element: Element; readonly top: number } | null = null;
/** The place as it was before the last layout: taken anew only once the reader has scrolled, or each turn of the window would cost some of it. */
let held: Place | null = null;

/** The reader has scrolled to here, in the layout as it is known. */
function see(position: number): void {
  if (Math.abs(position - scroll) <= 2) return;
  scroll = position;
  held = pressed = null;
}

const lineIn = ({ clear }: PageLayout) => clear.top + MIDDLE * clear.height;

function place(): Place | null {
  if (held || !layout) return held;
  // The page's top is its top in every window.
  return scroll < 1 ? null : placeAt(scroll + lineIn(layout), layout.parts);
}

function scrollTo(top: number): void {
  if (Math.abs(top - window.scrollY) >= 1) window.scrollTo({ top, behavior: 'instant' });
  scroll = window.scrollY;
}

/** Scrolls to where `kept` is now. */
function restore(kept: Place | null): boolean {
  const position = kept && layout && positionOf(kept, layout.parts);
  if (typeof position !== 'number' || !layout) return false;
  scrollTo(position - lineIn(layout));
  held = kept;
  return true;
}

/** The page may lie otherwise than it did. */
function settle(laid: PageLayout): void {
  if (!layout) return;
  const now = window.scrollY;
  const turned = layout.width !== laid.width;
  // The browser itself moves a reader who would be below the page's end, and may where the window turns.
  const pushed = now < scroll && now >= laid.way - 1;
  if (!turned && !pushed) {
    // Who goes further than a window at once, as by a link, goes in the page as it lies now.
    if (Math.abs(now - scroll) > laid.geometry.viewport) layout = laid;
    see(now);
  }
  const kept = place();
  layout = laid;
  if (pressed && !turned) {
    held = null;
    scrollTo(window.scrollY + topOf(pressed.element) - pressed.top);
  } else restore(kept);
}

function look(position: number): void {
  if (!layout) return;
  if (isStale(layout)) layOut();
  else see(position);
}

/** Keeps the place, wherever in the page it is. Returns the undo. */
export function keepPlace(): () => void {
  layout = pageLayout();
  scroll = window.scrollY;
  root.dataset['placed'] = '';
  const undo = [onLaidOut(settle, 'first'), onScrolled(look)];
  const onPress = ({ target }: Event) => {
    const element = target instanceof Element ? target.closest(BLOCKS) : null;
    if (!element?.closest(PARTS)) return;
    see(window.scrollY);
    pressed = { element, top: topOf(element) };
  };
  let left: Place | null = null;
  const onLeave = () => {
    left = placeNow();
  };
  /** Kept whole while another page was open: engines differ in whether they bring the scroll back. */
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || !layout) return;
    // By the line by which the place was taken: what came to the window's edge since then has not moved the words.
    layout = pageLayout();
    restore(left);
  };
  document.addEventListener('click', onPress, true);
  window.addEventListener('pagehide', onLeave);
  window.addEventListener('pageshow', onReturn);
  return () => {
    for (const one of undo) one();
    layout = undefined;
    delete root.dataset['placed'];
    document.removeEventListener('click', onPress, true);
    window.removeEventListener('pagehide', onLeave);
    window.removeEventListener('pageshow', onReturn);
  };
}

/** The reader's place, for later; null at the very top of the page. */
export function placeNow(): Place | null {
  if (!layout) return null;
  look(window.scrollY);
  return place();
}

/** Goes to a place, at once; false when this page does not hold it. */
export function goToPlace(to: Place): boolean {
  pressed = null;
  if (layout) layout = pageLayout();
  return restore(to);
}
