/** What is true of the site wherever a page of it is: the ground all metadata stands on. Pure. */
import type { Film } from '../../../schemas/story.ts';
import type { Wording } from '../../../schemas/wording.ts';
import { chapterPath, withBase } from '../address.ts';

export interface ChapterFacts {
  readonly slug: string;
  /** Place in the story, 0 being the introduction. */
  readonly order: number;
  readonly title: string;
  readonly shortTitle: string;
  readonly description: string;
  /** What is danced, and in what set, in words. */
  readonly alt: string;
  /** What the chapter's still shows, in words; `alt` where absent. */
  readonly still?: string | undefined;
}

interface StoryFacts {
  /** Path of its pages below the base, such as `the-red-shoes/`; empty, or absent, at the root. */
  readonly path?: string;
  readonly title: string;
  readonly subtitle: string;
  readonly searchTitle?: string | undefined;
  /** A person's name; absent where none is known. */
  readonly author?: string | undefined;
  /** The film that it is about. */
  readonly film?: Film | undefined;
  /** The author's account in the Fediverse, such as `@name@example.org`. */
  readonly fediverse?: string | undefined;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly published: Date;
  readonly modified: Date;
}

export interface SiteFacts {
  /** Scheme and host, such as `https://example.org`; a path in it is ignored. */
  readonly site: string | URL;
  /** The site's base path, such as `/` or `/story`. */
  readonly base: string;
  readonly story: StoryFacts;
  /** All chapters in order. */
  readonly chapters: readonly ChapterFacts[];
  /** CSS colour of the browser's frame. */
  readonly colour: string;
  /** Dark words on a light ground. */
  readonly light?: boolean;
  /** The path below the base under which its icons lie: the site's where absent. */
  readonly icons?: string;
  /** What the pictures that go with shared pages are called. */
  readonly poster: Wording['page']['poster'];
}

/** What a chapter's cards, posters and feed pictures show, in words. */
export const stillOf = ({ still, alt }: Pick<ChapterFacts, 'still' | 'alt'>): string =>
  still ?? alt;

/** What previews call a chapter: they show little more of its page, so it says whose chapter it is. */
export const headingOf = ({ story }: SiteFacts, { title }: ChapterFacts): string =>
  `${title} · ${story.title}`;

interface Place extends Pick<SiteFacts, 'site' | 'base'> {
  readonly story: Pick<StoryFacts, 'path'>;
}

/** The path under which a story's pages are. */
export function homeOf({ base, story }: Pick<Place, 'base' | 'story'>): string {
  return withBase(base, story.path ?? '');
}

/** The path of an icon. */
export function iconPath(
  { base, icons = '' }: Pick<SiteFacts, 'base' | 'icons'>,
  name: string,
): string {
  return withBase(base, `${icons}${name}`);
}

/** The absolute address of a path within the story. */
export function absolute(place: Place, path: string): string {
  return new URL(withBase(homeOf(place), path), place.site).href;
}

/** The absolute address of a path within the site: what all stories share. */
export function siteAddress({ site, base }: Pick<Place, 'site' | 'base'>, path: string): string {
  return new URL(withBase(base, path), site).href;
}

/** The absolute address of a chapter's own page. */
export function chapterAddress(place: Place, slug: string): string {
  return new URL(chapterPath(homeOf(place), slug), place.site).href;
}
