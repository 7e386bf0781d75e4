/** What a page is called and where it is. Pure. */
import { absolute, type ChapterFacts, chapterAddress, headingOf, type SiteFacts } from './site.ts';
import { chapterData, storyData } from './structured.ts';

/** Which page it is. */
export type PageFacts =
  /** The whole story at the site's root. */
  | { readonly kind: 'story' }
  /**
   * The story from a chapter on. Canonical to itself, although it holds the chapters
   * after it, too: it is where links to the chapter land and what they preview, with
   * a title, a description and a card of its own. Were `/` its canonical address,
   * searches and previews would lead everyone to the beginning. What it shares with
   * other pages is marked `data-nosnippet`, so that each is found by its own words.
   */
  | { readonly kind: 'chapter'; readonly slug: string }
  /** A page beside the story; with `hidden`, one that search engines are not to list. */
  | {
      readonly kind: 'aside';
      readonly title: string;
      readonly description: string;
      /** Path within the site; absent where a page stands for many addresses, as a 404 does. */
      readonly path?: string;
      readonly hidden?: boolean;
    };

export interface Described {
  /** What the browser's tab and search results show; they cut what is longer than `TITLE_LENGTH`. */
  readonly title: string;
  /** What previews of links call it. */
  readonly heading: string;
  readonly description: string;
  readonly address?: string;
  readonly hidden: boolean;
  /** Absent for pages beside the story. */
  readonly chapter?: ChapterFacts;
  /** Blocks of structured data; none for pages beside the story. */
  readonly data: readonly object[];
}

/** Search results and tabs cut titles at about so many characters. */
const TITLE_LENGTH = 60;

/** The first of these that fits into a title, or the last. */
const fitting = (...titles: readonly [string, ...string[]]): string =>
  titles.find(({ length }) => length <= TITLE_LENGTH) ?? titles.at(-1)!;

/** @throws Error for a chapter that the site does not have */
export function describe(site: SiteFacts, page: PageFacts): Described {
  const { story } = site;
  if (page.kind === 'story') {
    return {
      title: story.searchTitle ?? fitting(`${story.title}: ${story.subtitle}`, story.title),
      heading: story.title,
      description: story.description,
      address: absolute(site, ''),
      hidden: false,
      data: storyData(site),
    };
  }
  if (page.kind === 'aside') {
    const { title, description, path, hidden = false } = page;
    const address = path === undefined ? {} : { address: absolute(site, path) };
    const full = `${title} · ${story.title}`;
    return { title: full, heading: title, description, ...address, hidden, data: [] };
  }
  const at = site.chapters.findIndex(({ slug }) => slug === page.slug);
  const chapter = site.chapters[at];
  if (!chapter) throw new Error(`No chapter "${page.slug}" to describe`);
  return {
    title: fitting(
      `${chapter.title} · ${story.title}`,
      `${chapter.shortTitle} · ${story.title}`,
      chapter.title,
      chapter.shortTitle,
    ),
    heading: headingOf(site, chapter),
    description: chapter.description,
    address: chapterAddress(site, chapter.slug),
    hidden: false,
    chapter,
    data: chapterData(site, chapter),
  };
}
