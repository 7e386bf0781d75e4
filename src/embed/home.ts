/** Where the story's site is, as an element in a blog can know it. Pure. */

export interface Hints {
  /** The address that the link inside leads to. */
  readonly link?: string | undefined;
  /** The script's own: the blog's, where an optimiser serves a copy; none in a bundle or a module. */
  readonly script?: string | undefined;
  /** What the site was built for. */
  readonly built: string;
}

/** The site's possible addresses, each with a slash at its end, the surest first; at least one. */
export function homes({ link, script, built }: Hints): readonly [string, ...string[]] {
  const found = [siteOf(link), folderOf(script), built].filter((home) => home !== undefined);
  return [...new Set(found)] as unknown as [string, ...string[]];
}

/** The chapter that an address of a story leads to. */
export function chapterOf(link: string | undefined): string | undefined {
  return link && /\/chapters\/([^/?#]+)/.exec(link)?.[1];
}

/** The site that an address is a page of: a chapter's, or a folder's; undefined for what can be no page of a story. */
function siteOf(link: string | undefined): string | undefined {
  const url = web(link);
  const path = url && /^(.*?\/)(?:chapters\/[^/]+\/?)?(?:index\.html)?$/.exec(url.pathname)?.[1];
  // An address within the query is another site's way to lead to ours.
  return path && !/https?(:|%3a)/i.test(url.search) ? url.origin + path : undefined;
}

function folderOf(script: string | undefined): string | undefined {
  const url = web(script);
  return url && new URL('.', url).href;
}

/** Undefined for what is not on the web: scripts may come as `data:` or `blob:`. */
function web(address: string | undefined): URL | undefined {
  if (!address || !/^https?:/.test(address)) return undefined;
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
