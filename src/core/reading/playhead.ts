/** From the scroll position to the moment of the dance. Pure: geometry and position in, playhead out. */

import { clamp } from '../maths/scalar.ts';

/** Where the story lies on the page, in CSS pixels from the top of the document. */
export interface Geometry {
  /** Height of the window. */
  readonly viewport: number;
  /** Tops of the chapters on the page, ascending; then the top of what follows the last one. */
  readonly tops: readonly number[];
  /** Scroll positions at which a pull quote stands where it reads best, ascending; none when absent. */
  readonly quotes?: readonly number[];
  /** There is no overture: the first dance begins at 0, in full light. Before 0 that light comes up, from `RISE`. */
  readonly opened?: boolean;
}

/** A passage from one chapter's scene to the next. */
interface Crossing {
  /** Index on the page of the chapter that ends. */
  readonly from: number;
  /** Index of the chapter that begins; null after the last. */
  readonly to: number | null;
  /** 0 to 1, both exclusive while it lasts; 1 stays after the last chapter. */
  readonly progress: number;
}

/** One moment of the story. */
export interface Playhead {
  /** Index on the page of the chapter that is danced. */
  readonly chapter: number;
  /** How far that chapter's dance is, 0 to 1. */
  readonly progress: number;
  readonly crossing: Crossing | null;
  /** The opening of a page, from its poster (0) through darkness (0.5) to the dance (1). */
  readonly overture: number;
  /** How much a pull quote has the stage, 0 (when absent) to 1: she nearly holds, and the light is on her alone. */
  readonly hold?: number;
}

/** Where transitions and overture lie, in windows' heights. */
export const SCORE_MARKS = {
  /** A transition begins this far before the next chapter's top reaches the window's top, when the last step is leaving … */
  crossingStart: 1.1,
  /** … and ends this far before, when the title has come in; the difference is at most one window. */
  crossingEnd: 0.3,
  /** The last dance ends, and the way out begins, as what follows the story enters the window … */
  closingStart: 1,
  /** … and is over when it has nearly risen to the top. */
  closingEnd: 0.25,
  /** The overture lasts from the top of the page to here. */
  overtureEnd: 0.6,
  /** A pull quote is felt this far before and after its place … */
  holdReach: 0.45,
  /** … and slows the dance there to this share of its pace. */
  holdPace: 0.25,
} as const;

/** Where the light begins to come up when there is no overture, in windows' heights: before it all is dark. */
export const RISE = -SCORE_MARKS.overtureEnd / 2;

/** Where the dance of the chapter at `index` begins; for index = number of chapters, where the last one ends. */
export function danceStart(index: number, { viewport, tops, opened }: Geometry): number {
  if (index === 0) return opened ? 0 : (SCORE_MARKS.overtureEnd / 2) * viewport;
  if (index === tops.length - 1) return tops[index]! - SCORE_MARKS.closingStart * viewport;
  return tops[index]! - ((SCORE_MARKS.crossingStart + SCORE_MARKS.crossingEnd) / 2) * viewport;
}

/**
 * The playhead at a scroll position (CSS pixels; may be fractional or out of range).
 * Monotonous and continuous in `scroll`: the end of one chapter is the beginning of the next.
 */
export function locate(scroll: number, geometry: Geometry): Playhead {
  const { viewport, tops } = geometry;
  const count = tops.length - 1;
  const chapter = chapterDanced(scroll, geometry);
  const start = danced(danceStart(chapter, geometry), geometry);
  const end = danced(danceStart(chapter + 1, geometry), geometry);
  const progress = clamp((danced(scroll, geometry) - start) / Math.max(1, end - start));
  const overture = overtureAt(scroll / viewport, geometry.opened);
  const crossing = crossingAt(scroll, chapter, count, geometry);
  return { chapter, progress, crossing, overture, hold: holdAt(scroll, geometry) };
}

/** @param windows the scroll position in windows' heights */
function overtureAt(windows: number, opened: boolean | undefined): number {
  const passed = windows / SCORE_MARKS.overtureEnd;
  return opened ? clamp(passed + 1, 0.5) : clamp(passed);
}

/** Which chapter is danced at a scroll position. */
export function chapterDanced(scroll: number, geometry: Geometry): number {
  let chapter = 0;
  while (chapter < geometry.tops.length - 2 && scroll >= danceStart(chapter + 1, geometry))
    chapter++;
  return chapter;
}

/** How much a quote holds the stage at a scroll position: a raised cosine about its place. */
function holdAt(scroll: number, { viewport, quotes = [] }: Geometry): number {
  const reach = SCORE_MARKS.holdReach * viewport;
  let hold = 0;
  for (const quote of quotes) {
    const off = Math.min(1, Math.abs(scroll - quote) / reach);
    hold = Math.max(hold, (1 + Math.cos(Math.PI * off)) / 2);
  }
  return hold;
}

/** Scroll as the dance feels it: less of it passes about the quotes. The integral of her pace. */
function danced(scroll: number, { viewport, quotes = [] }: Geometry): number {
  const reach = SCORE_MARKS.holdReach * viewport;
  let passed = scroll;
  for (const quote of quotes) {
    const u = clamp(scroll - quote, -reach, reach);
    const held = (u + reach + (reach / Math.PI) * Math.sin((Math.PI * u) / reach)) / 2;
    passed -= (1 - SCORE_MARKS.holdPace) * held;
  }
  return passed;
}

function crossingAt(
  scroll: number,
  chapter: number,
  count: number,
  { viewport, tops }: Geometry,
): Crossing | null {
  // A crossing lies around the end of a dance: seen from the chapter before it or after it.
  for (const from of [chapter - 1, chapter]) {
    if (from < 0) continue;
    const last = from === count - 1;
    const top = tops[from + 1]!;
    const start = top - (last ? SCORE_MARKS.closingStart : SCORE_MARKS.crossingStart) * viewport;
    const end = top - (last ? SCORE_MARKS.closingEnd : SCORE_MARKS.crossingEnd) * viewport;
    const progress = clamp((scroll - start) / (end - start));
    if (progress > 0 && (progress < 1 || last))
      return { from, to: last ? null : from + 1, progress };
  }
  return null;
}

/** Which chapter is being read: the last whose top has passed the upper half of the window. */
export function chapterRead(scroll: number, { viewport, tops }: Geometry): number {
  let index = 0;
  while (index < tops.length - 2 && tops[index + 1]! <= scroll + viewport * 0.5) index++;
  return index;
}
