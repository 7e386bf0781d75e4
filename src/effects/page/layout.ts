/**
 * How the page is laid out: measured here, once for each layout, for all who ask. The stage, the reader's place and
 * the bar speak of the same positions, in CSS pixels from the document's top.
 */
import { TALL_QUERY } from '../../config/stage.ts';
import type { Geometry } from '../../core/reading/playhead.ts';
import { edgesOf, type Part } from '../../core/reading/readingPlace.ts';

export interface PageLayout {
  /** All of the page, top to bottom; what is no chapter has a name that no chapter can have. */
  readonly parts: readonly Part[];
  /** Where the dance lies. */
  readonly geometry: Geometry;
  /** Upper edge and height of what of the window nothing covers, as the style sheets tell the browser. */
  readonly clear: { readonly top: number; readonly height: number };
  /** How far the page can be scrolled. */
  readonly way: number;
  readonly width: number;
  /** Of window and page: as long as they are the same, so is the layout. */
  readonly size: string;
}

/** What readers read, and what they press; the same on every page that a chapter is on, which its line above the title is not. */
export const BLOCKS =
  ':is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, pre, tr, img, summary, button):not(.words *, .chapter__kicker)';
const CHAPTER = 'chapter';
const FOLDED = 'details:not([open]) > :not(summary)';
/** What a page consists of, in order: its cover, its chapters, what follows them. */
export const PARTS = `.cover, .${CHAPTER}, [data-after-story]`;

const root = globalThis.document?.documentElement;
let known: PageLayout | undefined;
const listeners: ((layout: PageLayout) => void)[] = [];
let sizes: ResizeObserver | undefined;

const sizeNow = () => `${root.clientWidth} ${root.clientHeight} ${root.scrollHeight}`;

/** The layout as it is now. */
export function pageLayout(): PageLayout {
  if (known?.size !== sizeNow()) known = measure();
  return known!;
}

/** Whether the page has another size than in a layout. */
export const isStale = ({ size }: PageLayout): boolean => size !== sizeNow();

/** How far below the window's upper edge an element begins. */
export const topOf = (element: Element): number => element.getBoundingClientRect().top;

/** Measures the page, whether or not its size is another, and tells all who listen. */
export function layOut(): void {
  known = measure();
  for (const listener of [...listeners]) listener(known);
}

/**
 * Calls `listener` whenever the page has been laid out anew, before that is painted; those who listen longest hear of
 * it first, but for one that comes `first`. Returns the undo.
 */
export function onLaidOut(listener: (layout: PageLayout) => void, order?: 'first'): () => void {
  if (!sizes) {
    // What it tells first is known, mostly.
    let heard: PageLayout | undefined = pageLayout();
    sizes = new ResizeObserver(() => {
      if (!heard || heard !== known || isStale(heard)) layOut();
      heard = undefined;
    });
    sizes.observe(root);
    sizes.observe(document.body);
  }
  listeners[order ? 'unshift' : 'push'](listener);
  return () => void listeners.splice(listeners.indexOf(listener), 1);
}

function measure(): PageLayout {
  const { scrollY, innerHeight } = window;
  const box = (element: Element) => {
    // Asked for its box, what is folded up would be laid out for this question alone.
    if (element.closest(FOLDED)) return null;
    const { top, bottom, width, height } = element.getBoundingClientRect();
    return width + height > 0 ? { top: top + scrollY, bottom: bottom + scrollY } : null;
  };
  const elements = [...document.querySelectorAll(PARTS)];
  const tops = elements.map((element) => box(element)?.top ?? 0);
  const parts = elements.map((element, index) => {
    const blocks = [...element.querySelectorAll(BLOCKS)].map(box);
    // The first part begins with the page, the last ends with it.
    const [top, end] = [index > 0 ? tops[index]! : 0, tops[index + 1] ?? root.scrollHeight];
    return { slug: nameOf(element), edges: edgesOf(top, blocks, end) };
  });
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(root);
  const top = Number.parseFloat(scrollPaddingTop) || 0;
  const height = root.clientHeight - top - (Number.parseFloat(scrollPaddingBottom) || 0);
  // Quotes read best in the middle of the window, or of what the picture leaves of it.
  const focus = (innerHeight + (window.matchMedia(TALL_QUERY).matches ? top : 0)) / 2;
  const quotes = [...document.querySelectorAll(`.${CHAPTER} .quote`)].flatMap((quote) => {
    const place = box(quote);
    return place ? [(place.top + place.bottom) / 2 - focus] : [];
  });
  return {
    parts,
    geometry: {
      viewport: innerHeight,
      tops: tops.filter((_, index) => !elements[index]!.matches('.cover')),
      quotes,
    },
    clear: { top, height: Math.max(0, height) },
    way: root.scrollHeight - root.clientHeight,
    width: root.clientWidth,
    size: sizeNow(),
  };
}

function nameOf(element: Element): string {
  if (element.classList.contains(CHAPTER)) return element.id;
  return element.matches('.cover') ? '^' : '$';
}
