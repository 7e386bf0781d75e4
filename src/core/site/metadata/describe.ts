/** What a page is called and where it is. Pure. */
import { absolute, type ChapterFacts, chapterAddress, type SiteFacts } from './site.ts';
import { chapterData, storyData } from './structured.ts';

/** Which page it is. */
export type PageFacts =
  /** The whole story at the site's root. */
  | { readonly kind: 'story' }
  /** The story from a chapter on, canonical to itself. */
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
  /** What the browser's tab shows. */
  readonly title: string;
  /** The page's own name, without the site's. */
  readonly heading: string;
  readonly description: string;
  readonly address?: string;
  readonly hidden: boolean;
  /** Absent for pages beside the story. */
  readonly chapter?: ChapterFacts;
  /** Blocks of structured data; none for pages beside the story. */
  readonly data: readonly object[];
}

/** @throws Error for a chapter that the site does not have */
export function describe(site: SiteFacts, page: PageFacts): Described {
  const { story } = site;
  if (page.kind === 'story') {
    return {
      title: `${story.title}: ${story.subtitle}`,
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
    title: `${chapter.title} · ${story.title}`,
    heading: chapter.title,
    description: chapter.description,
    address: chapterAddress(site, chapter.slug),
    hidden: false,
    chapter,
    data: chapterData(site, chapter),
  };
}
