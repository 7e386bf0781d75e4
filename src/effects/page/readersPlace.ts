/**
 * Keeps the reader's place through whatever lays the page out anew: another window,
 * another size of the letters, late fonts and pictures, what is opened or translated;
 * and brings it back on a return. Where it watches, the browser's own anchoring of
 * the scroll is off: WebKit has none, and two would correct twice.
 */
import {
  edgesOf,
  type Part,
  type Place,
  placeAt,
  positionOf,
} from '../../core/reading/readingPlace.ts';
import { onScrolled } from './scrolling.ts';

/** A part of the page, from its top to that of the next; the first begins with the page, the last ends with it. */
export interface Section {
  readonly slug: string;
  readonly element: Element;
}

/** What a reader reads, and what they press. */
const BLOCKS =
  ':is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, pre, tr, img, summary, button):not(.words *)';
/** Readers look at the middle of what nothing covers. */
const MIDDLE = 0.5;

interface Layout {
  readonly parts: readonly Part[];
  /** Upper edge and height of what of the window nothing covers, as the style sheets tell the browser. */
  readonly top: number;
  readonly height: number;
  /** Of window and page: as long as they are the same, so is the layout. */
  readonly size: string;
  readonly width: number;
}

const listeners = new Set<() => void>();
const root = globalThis.document?.documentElement;
let sections: readonly Section[] = [];
let layout: Layout | undefined;
/** Where the reader was seen last, in that layout. */
let scroll = 0;
/** What the reader pressed last, and where in the window: it stays under the finger, whatever opens or closes by it. */
let pressed: { readonly element: Element; readonly top: number } | null = null;
/** The place as it was before the last layout: taken anew only once the reader has scrolled, or each turn of the window would cost some of it. */
let held: Place | null = null;

const sizeNow = () => `${root.clientWidth} ${root.clientHeight} ${root.scrollHeight}`;

function measure(): Layout {
  const { scrollY } = window;
  const box = (element: Element) => {
    const { top, bottom, width, height } = element.getBoundingClientRect();
    return width + height > 0 ? { top: top + scrollY, bottom: bottom + scrollY } : null;
  };
  const tops = sections.map(({ element }, index) => (index > 0 ? (box(element)?.top ?? 0) : 0));
  const parts = sections.map(({ slug, element }, index) => {
    const blocks = [...element.querySelectorAll(BLOCKS)].map(box);
    return { slug, edges: edgesOf(tops[index]!, blocks, tops[index + 1] ?? root.scrollHeight) };
  });
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(root);
  const top = Number.parseFloat(scrollPaddingTop) || 0;
  const height = root.clientHeight - top - (Number.parseFloat(scrollPaddingBottom) || 0);
  return { parts, top, height: Math.max(0, height), size: sizeNow(), width: root.clientWidth };
}

/** The reader has scrolled to here, in the layout as it is known. */
function see(position: number): void {
  if (Math.abs(position - scroll) <= 2) return;
  scroll = position;
  held = pressed = null;
}

const lineIn = ({ top, height }: Layout) => top + MIDDLE * height;

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
function settle(): void {
  if (layout) {
    const now = window.scrollY;
    const turned = layout.width !== root.clientWidth;
    // The browser itself moves a reader who would be below the page's end, and may where the window turns.
    const pushed = now < scroll && now >= root.scrollHeight - root.clientHeight - 1;
    if (!turned && !pushed) see(now);
    const kept = place();
    layout = measure();
    if (pressed && !turned) {
      held = null;
      scrollTo(window.scrollY + pressed.element.getBoundingClientRect().top - pressed.top);
    } else restore(kept);
  }
  for (const listener of listeners) listener();
}

function look(position: number): void {
  if (layout?.size === sizeNow()) see(position);
  else settle();
}

let sizes: ResizeObserver | undefined;

/** Calls `listener` whenever the page has been laid out anew, before that is painted and with the reader's place restored. Returns the undo. */
export function onLaidOut(listener: () => void): () => void {
  if (!sizes) {
    sizes = new ResizeObserver(settle);
    sizes.observe(root);
    sizes.observe(document.body);
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps the place in these sections, top to bottom. Returns the undo. */
export function keepPlace(watched: readonly Section[]): () => void {
  sections = watched;
  layout = measure();
  scroll = window.scrollY;
  root.dataset['placed'] = '';
  const undo = [onLaidOut(() => {}), onScrolled(look)];
  const onPress = ({ target }: Event) => {
    const element = target instanceof Element && target.closest(BLOCKS);
    if (!element || !sections.some((section) => section.element.contains(element))) return;
    see(window.scrollY);
    pressed = { element, top: element.getBoundingClientRect().top };
  };
  let left: Place | null = null;
  const onLeave = () => {
    left = placeNow();
  };
  /** Kept whole while another page was open: engines differ in whether they bring the scroll back. */
  const onReturn = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || !layout) return;
    // By the line by which the place was taken: what came to the window's edge since then has not moved the words.
    if (layout.size !== sizeNow()) layout = measure();
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
  if (layout && layout.size !== sizeNow()) layout = measure();
  return restore(to);
}
