/** The pictures that go with a page when it is shared, and those offered for download. Pure. */

/** Width and height in pixels of the pictures that previews show. */
export const CARD_SIZES = {
  /** What most places show beside or above a link. */
  wide: { width: 1200, height: 630 },
  /** For messengers, which cut the wide one to a small square. */
  square: { width: 1200, height: 1200 },
} as const;
export type CardShape = keyof typeof CARD_SIZES;

/** Width and height in pixels of the posters. */
export const POSTER_SIZES = {
  square: { width: 1080, height: 1080 },
  /** A phone's whole screen, for stories. */
  tall: { width: 1080, height: 1920 },
  wide: { width: 1920, height: 1080 },
} as const;
export type PosterShape = keyof typeof POSTER_SIZES;

/** Bytes that no card exceeds: messengers drop larger ones. */
export const CARD_BYTES = 300_000;

/** The name under which the whole story has its cards. */
export const STORY_CARD = 'story';

/** Path within the site of a chapter's card; of the story's with STORY_CARD. */
export function cardPath(slug: string, shape: CardShape): string {
  return `og/${slug}${shape === 'wide' ? '' : `-${shape}`}.png`;
}

/** Path within the site of a chapter's poster. */
export function posterPath(slug: string, shape: PosterShape): string {
  return `posters/${slug}-${shape}.png`;
}
