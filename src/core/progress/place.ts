/** A reader's place that outlives the layout: which chapter, and how far into its text. */
import { clamp } from '../maths/scalar.ts';
import type { Geometry } from './locate.ts';

export interface Place {
  readonly slug: string;
  /** Share of the chapter's height above the window's top, 0 to 1. */
  readonly share: number;
}

/** The place at a scroll position. */
export function placeAt(scroll: number, slugs: readonly string[], { tops }: Geometry): Place {
  let index = 0;
  while (index < slugs.length - 1 && tops[index + 1]! <= scroll) index++;
  const height = Math.max(1, tops[index + 1]! - tops[index]!);
  const share = clamp((scroll - tops[index]!) / height);
  return { slug: slugs[index]!, share };
}

/** The scroll position of a place on this page, or null when the page does not hold its chapter. */
export function scrollOf(
  place: Place,
  slugs: readonly string[],
  { tops }: Geometry,
): number | null {
  const index = slugs.indexOf(place.slug);
  if (index < 0) return null;
  return tops[index]! + place.share * (tops[index + 1]! - tops[index]!);
}

/** Reads a place from storage or history; anything else is null. */
export function parsePlace(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null;
  const { slug, share } = value as Record<string, unknown>;
  if (typeof slug !== 'string' || typeof share !== 'number') return null;
  if (!(share >= 0 && share <= 1)) return null;
  return { slug, share };
}
