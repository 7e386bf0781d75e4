/** What a site's stories need where there is no network, as the build lists it for the worker. Pure. */

/** A file: its path, SHA-256 of its content in base64, and its bytes as they are kept. */
export type KeptFile = readonly [path: string, hash: string, bytes: number];

/** A story's files as indices in the list. */
export interface KeptStory {
  /** The path under which its pages are, with slashes around it. */
  readonly home: string;
  /** Slugs of its chapters: all of them are on its first page, too. */
  readonly chapters: readonly string[];
  /** The page in place of one that does not come. */
  readonly absent: string;
  /** Kept first, also where data is to be saved: a still of each dance. */
  readonly stills: readonly number[];
  /** Kept next, in order, where data need not be saved: pages, typefaces, written music, clips. */
  readonly ahead: readonly number[];
  /** Kept once any of it has been heard: recordings in two forms, of which a browser plays one. */
  readonly music: readonly number[];
}

export interface KeptList {
  /** The site's base path, with slashes around it. */
  readonly base: string;
  readonly files: readonly KeptFile[];
  /** Kept all at once, or none, as they belong together: first pages, scripts. */
  readonly essential: readonly number[];
  readonly stories: readonly KeptStory[];
}

/** What is asked for, as far as it counts. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  /** What follows the path, from its question mark on; else empty. */
  readonly search: string;
  /** `document` for a page in a window of its own, `iframe` for one in a frame, and so on. */
  readonly destination: string;
  /** The path of the page or script that asks; undefined where it does not say. */
  readonly from: string | undefined;
}

/** How a request is answered. */
export type Way =
  /** A page of a story, kept or to be kept. */
  | 'page'
  /** Another page: from the network alone, in its absence by words of the story's. */
  | 'elsewhere'
  /** A file: the kept one, else from the network. */
  | 'file'
  /** A file again, after the one that came was of no use: from the network, else the kept one. */
  | 'again';

/** What scripts that failed are asked for again by. */
const AGAIN = /^\?retry=\d+$/;

/**
 * How to answer; undefined for what is left to the browser as if there were no worker: forms that
 * are sent, frames and all that is for them, what pages that are not kept ask for, and every file
 * that no story needs.
 *
 * @param paths of all files in the list
 */
export function wayOf(
  { method, path, search, destination, from }: Asked,
  base: string,
  paths: ReadonlySet<string>,
): Way | undefined {
  if (method !== 'GET' || isFrame(path, base)) return undefined;
  if (destination === 'document') {
    // What follows the path of a page that is written beforehand changes nothing.
    return paths.has(path) ? 'page' : 'elsewhere';
  }
  // A page of another build has other scripts, and gets nothing of this one's.
  if (from === undefined || !paths.has(from) || !paths.has(path) || path.endsWith('/'))
    return undefined;
  if (search === '') return 'file';
  return AGAIN.test(search) ? 'again' : undefined;
}

/** Whether a path is that of a frame's page: in the folder `embed` of the site's or of a story's. */
export function isFrame(path: string, base: string): boolean {
  return (
    path.startsWith(base) && /^(?:(?!chapters\/)[^/]+\/)?embed\//.test(path.slice(base.length))
  );
}

/** The story that a page belongs to: that with the longest home. */
export function storyAt(path: string, stories: readonly KeptStory[]): KeptStory | undefined {
  return stories
    .filter(({ home }) => path.startsWith(home))
    .sort((one, other) => other.home.length - one.home.length)[0];
}

/** Where else a chapter can be read: on its story's first page. */
export function alsoAt(path: string, stories: readonly KeptStory[]): string | undefined {
  const story = storyAt(path, stories);
  const [, slug] = /^chapters\/([^/]+)\/$/.exec(path.slice(story?.home.length)) ?? [];
  return story && slug !== undefined && story.chapters.includes(slug)
    ? `${story.home}#${slug}`
    : undefined;
}
