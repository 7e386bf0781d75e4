/** Addresses of pages and files below a base path: the site's, or that of a story's pages. Pure. */

/** Joins a base path and a path within the site: one slash between, the base's missing slashes added. */
export function withBase(base: string, path: string): string {
  const trimmed = base.replace(/^\/+|\/+$/g, '');
  return `/${trimmed === '' ? '' : `${trimmed}/`}${path.replace(/^\/+/, '')}`;
}

/** The page from a chapter on: `/chapters/<slug>/`. */
export function chapterPath(base: string, slug: string): string {
  return withBase(base, `chapters/${slug}/`);
}

/** The address shown while a chapter is read: the story's own at its first chapter on `/`. */
export function readingPath(
  base: string,
  slug: string,
  page: { readonly whole: boolean; readonly first: string },
): string {
  return page.whole && slug === page.first ? withBase(base, '') : chapterPath(base, slug);
}
