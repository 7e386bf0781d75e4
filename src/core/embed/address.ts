/** Where frames and their descriptions are, as paths within the site. Pure. */

/** The frame of a chapter; of the whole story without one. */
export function framePath(slug?: string): string {
  return slug === undefined ? 'embed/' : `embed/${slug}/`;
}

/** oEmbed's description of a chapter; of the whole story without one. */
export function oembedPath(slug = 'index'): string {
  return `oembed/${slug}.json`;
}
