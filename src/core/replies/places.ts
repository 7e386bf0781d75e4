/** Where replies stand: a chapter, or a story as a whole. Pure. */
import type { Wording } from '../../schemas/wording.ts';
import { STORY_CARD } from '../site/metadata/cards.ts';

/** The name under which a story as a whole has its replies. */
export const WHOLE = STORY_CARD;

/** What a build tells the service of a story, in `replies/index.json`. */
export interface RepliedStory {
  /** Scheme and host of the site. */
  readonly address: string;
  /** Path of its pages below the base: empty at the root, else `<name>/`. */
  readonly path: string;
  readonly title: string;
  readonly language: string;
  readonly words: Wording['replies'];
  readonly chapters: readonly { readonly slug: string; readonly title: string }[];
}

/** A place that can be answered. */
export interface Place {
  /** `john-wick`, or `la-doublure/le-saut` in a story beside the root's. */
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly story: RepliedStory;
}

/** All places of some stories by their ids. */
export function placesOf(stories: readonly RepliedStory[]): ReadonlyMap<string, Place> {
  const places = stories.flatMap((story) =>
    [{ slug: WHOLE, title: story.title }, ...story.chapters].map(({ slug, title }) => ({
      id: story.path + slug,
      slug,
      title,
      story,
    })),
  );
  return new Map(places.map((place) => [place.id, place]));
}

/** Path of a place's page of replies below the base: `replies/john-wick/`. */
export const repliesPath = ({ story, slug }: Pick<Place, 'story' | 'slug'>): string =>
  `${story.path}replies/${slug}/`;

/** Path of what is answered, below the base: `chapters/john-wick/`; empty for the story at the root. */
export const answeredPath = ({ story, slug }: Pick<Place, 'story' | 'slug'>): string =>
  slug === WHOLE ? story.path : `${story.path}chapters/${slug}/`;

/**
 * The place that an address of the site is a page of.
 *
 * @param path decoded, below the base, without its first slash
 */
export function placeAt(path: string, places: ReadonlyMap<string, Place>): Place | undefined {
  const whole = /^(?:index\.html)?$|^(.*\/)(?:index\.html)?$/.exec(path);
  const folder = whole ? (whole[1] ?? '') : `${path}/`;
  return [...places.values()].find((place) => answeredPath(place) === folder);
}
