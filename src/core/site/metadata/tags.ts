/** Tags of a page's head as data. */

export interface HeadTag {
  readonly name: 'title' | 'meta' | 'link' | 'script';
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of a title, or of a script that holds data: already safe inside the element. */
  readonly content?: string;
}

export const meta = (name: string, content: string): HeadTag => ({
  name: 'meta',
  attributes: { name, content },
});

/** A tag of the Open Graph and its kin, which use `property`. */
export const property = (name: string, content: string): HeadTag => ({
  name: 'meta',
  attributes: { property: name, content },
});

export const link = (
  rel: string,
  href: string,
  more: Readonly<Record<string, string>> = {},
): HeadTag => ({ name: 'link', attributes: { rel, href, ...more } });

/**
 * A data block: JSON in which nothing can end the element, and nothing is taken for a
 * character reference by readers that decode them before they parse (Mastodon).
 */
export const jsonLd = (data: object): HeadTag => ({
  name: 'script',
  attributes: { type: 'application/ld+json' },
  content: JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('&', '\\u0026'),
});
