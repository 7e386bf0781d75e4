/**
 * A reader's place that outlives the layout: which chapter, which of its blocks, and how far in. Pure.
 * All positions are CSS pixels from the top of the document.
 */

import { STORAGE_KEYS } from '../../config/names.ts';
import { clamp } from '../maths/scalar.ts';

export interface Place {
  /** Names a part of the page: a chapter by its slug. */
  readonly slug: string;
  /** Share of the part's height above the place, 0 to 1. */
  readonly share: number;
  /** The edge passed last, and as a fraction how far it is from there to the next. Missing in places kept long ago. */
  readonly mark?: number;
  /** How many edges the part had: where it has others now, its words are not the same, and `share` holds. */
  readonly of?: number;
}

/** A part of the page. */
export interface Part {
  readonly slug: string;
  /** Its top, then top and bottom of each block in it, then its end; ascending, at least two. */
  readonly edges: readonly number[];
}

/** Where a story's place is kept, by the path of its pages below the site's base: each story has its own. */
export function placeKey(path: string): string {
  const name = path.replace(/\/$/, '');
  return name === '' ? STORAGE_KEYS.place : `${STORAGE_KEYS.place}.${name}`;
}

/** The edges of a part from its top, its blocks' boxes in the document's order, and its end; null has no box now. */
export function edgesOf(
  top: number,
  blocks: readonly ({ readonly top: number; readonly bottom: number } | null)[],
  end: number,
): number[] {
  const edges = [top];
  let last = top;
  // Blocks may overlap, and what is hidden keeps its number.
  const add = (edge: number) => {
    last = Math.min(Math.max(last, edge), Math.max(top, end));
    edges.push(last);
  };
  for (const block of blocks) {
    add(block?.top ?? last);
    add(block?.bottom ?? last);
  }
  edges.push(Math.max(top, end));
  return edges;
}

/** Within a height, 0 to 1; what has no height is passed. */
const shareOf = (passed: number, height: number): number =>
  height > 0 ? clamp(passed / height) : 0;

/** The place at a position; `parts` ascend and are at least one. */
export function placeAt(position: number, parts: readonly Part[]): Place {
  const { slug, edges } = parts.findLast(({ edges }) => edges[0]! <= position) ?? parts[0]!;
  const last = edges.length - 1;
  const passed = clamp(
    edges.findLastIndex((edge) => edge <= position),
    0,
    last - 1,
  );
  const from = edges[passed]!;
  return {
    slug,
    share: shareOf(position - edges[0]!, edges[last]! - edges[0]!),
    mark: passed + shareOf(position - from, edges[passed + 1]! - from),
    of: edges.length,
  };
}

/** Where a place is on this page, or null when the page does not hold its part. */
export function positionOf(place: Place, parts: readonly Part[]): number | null {
  const part = parts.find(({ slug }) => slug === place.slug);
  if (!part) return null;
  const { edges } = part;
  const last = edges.length - 1;
  const { share, mark } = place;
  if (mark === undefined || place.of !== edges.length)
    return edges[0]! + share * (edges[last]! - edges[0]!);
  const passed = Math.min(last - 1, Math.floor(mark));
  return edges[passed]! + (mark - passed) * (edges[passed + 1]! - edges[passed]!);
}

/** Reads a place from storage or history; anything else is null. */
export function parsePlace(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null;
  const { slug, share, mark, of } = value as Record<string, unknown>;
  if (typeof slug !== 'string' || typeof share !== 'number') return null;
  if (!(share >= 0 && share <= 1)) return null;
  if (typeof mark !== 'number' || typeof of !== 'number') return { slug, share };
  return mark >= 0 && mark <= of - 1 ? { slug, share, mark, of } : { slug, share };
}
