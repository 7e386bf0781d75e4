/** A chapter's way along the scroll, for windows of different shape at the same moment. Pure. */
import { clamp } from '../core/maths/scalar.ts';
import { danceStart, type Geometry, locate, SCORE_MARKS } from '../core/reading/playhead.ts';

/** Scroll positions, in CSS pixels. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A moment of a chapter, the same in every window: before she dances, in her dance, in the way out. `at` is 0 to 1. */
export interface Moment {
  readonly kind: 'overture' | 'dance' | 'passage';
  readonly at: number;
}

/** Where a chapter gives way to the next. */
export function passageOf({ viewport, tops }: Geometry, chapter: number): Span {
  const last = chapter === tops.length - 2;
  const { closingStart, closingEnd, crossingStart, crossingEnd } = SCORE_MARKS;
  const top = tops[chapter + 1]!;
  return {
    from: top - (last ? closingStart : crossingStart) * viewport,
    to: top - (last ? closingEnd : crossingEnd) * viewport,
  };
}

/** From the beginning of a chapter, the page's where it is the first, to where the next has come. */
export function trackOf(geometry: Geometry, chapter: number): Span {
  const from = chapter === 0 ? 0 : danceStart(chapter, geometry);
  return { from, to: Math.max(from + 1, passageOf(geometry, chapter).to) };
}

/** @param scroll CSS pixels from the top of the page */
export function momentAt(geometry: Geometry, chapter: number, scroll: number): Moment {
  const passage = passageOf(geometry, chapter);
  if (scroll > passage.from) {
    const at = (scroll - passage.from) / Math.max(1, passage.to - passage.from);
    return { kind: 'passage', at: clamp(at) };
  }
  const start = danceStart(chapter, geometry);
  if (scroll < start)
    return { kind: 'overture', at: chapter === 0 ? clamp(scroll / Math.max(1, start)) : 1 };
  return { kind: 'dance', at: progressAt(geometry, chapter, scroll) };
}

/** The scroll position of a moment. */
export function scrollAt(geometry: Geometry, chapter: number, { kind, at }: Moment): number {
  const start = danceStart(chapter, geometry);
  if (kind === 'overture') return chapter === 0 ? at * start : start;
  if (kind === 'passage') {
    const { from, to } = passageOf(geometry, chapter);
    return from + at * (to - from);
  }
  // Her pace varies about quotes: the place is sought, to a tenth of a pixel.
  let low = start;
  let high = danceStart(chapter + 1, geometry);
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (progressAt(geometry, chapter, middle) < at) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** How far a chapter's dance is at a scroll position: 0 before it, 1 after. */
function progressAt(geometry: Geometry, chapter: number, scroll: number): number {
  const head = locate(scroll, geometry);
  if (head.chapter !== chapter) return head.chapter < chapter ? 0 : 1;
  return head.progress;
}
