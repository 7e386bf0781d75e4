/** The story file: what is true of the whole, once. */
import { z } from 'astro/zod';

/** Whether the language library knows such a tag: `en-1` looks like one. */
function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== '';
  } catch {
    return false;
  }
}

const date = z.union([z.date(), z.iso.date()]).transform((value) => new Date(value));

/** Whether nothing follows the host of an address. */
function isHost(address: string): boolean {
  return URL.parse(address)?.href === `${URL.parse(address)?.origin}/`;
}

/** Another story, offered at the end of this one. */
const furtherSchema = z.strictObject({
  /** Its name. */
  title: z.string().trim().min(1).max(80),
  /** Where it is: an absolute http(s) address. */
  address: z.url({ protocol: /^https?$/ }),
  /** One line that makes one curious. */
  line: z.string().trim().min(1).max(140),
});

const words = (max: number) => z.string().trim().min(1).max(max);

/** The film that a story is about. Facts: only what the words say of it, too. */
const filmSchema = z.strictObject({
  /** Its title, as people say it. */
  title: words(80),
  /** What it may be known by, such as `the John Wick spin-off`. */
  known: words(60).optional(),
  /** The title that it was released under, where that is another: people search for it. */
  released: words(120).optional(),
  director: words(80).optional(),
  actors: z.array(words(80)).max(12).optional(),
});

const fields = {
  /** The story's name, as the cover sets it. */
  title: z.string().trim().min(3).max(60),
  /** The line under the title. */
  subtitle: z.string().trim().min(3).max(140),
  /** What tabs and search results call the story's own page, at most 60 characters; title and subtitle where absent, as far as they fit. */
  searchTitle: z.string().trim().min(3).max(60).optional(),
  /** The author's name. Left out where none is known: machines are then told of no person, since a description is no name. */
  author: z.string().trim().min(2).max(80).optional(),
  /** What the page says after "By", such as `a 25-year-old film blogger`; the author's name where absent. One of the two is given. */
  byline: z.string().trim().min(2).max(80).optional(),
  /** The film that it is about, if it is about one. */
  film: filmSchema.optional(),
  /** The author's account in the Fediverse, for the "More from" of Mastodon's cards; it has to list this site. */
  fediverse: z
    .string()
    .regex(/^@[\w.-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i)
    .optional(),
  /** One sentence for search engines and cards. 50 to 160 characters. */
  description: z.string().trim().min(50).max(160),
  /** BCP 47 tag of the words, such as `en` or `fr-CA`. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'it is a language tag')
    .refine(isTag, 'it is a language tag'),
  /** Where the site lives when SITE_URL does not say otherwise: scheme and host, for a path belongs into BASE_PATH. */
  address: z
    .url({ protocol: /^https?$/ })
    .refine(isHost, 'it is scheme and host alone: a path belongs into BASE_PATH'),
  /** First published, YYYY-MM-DD. */
  published: date,
  /** Last changed, YYYY-MM-DD. */
  modified: date,
  /** Whether it is the story at the site's root; the others are at `/<folder>/`. Of several stories one says so. */
  root: z.boolean().optional(),
  /** On which side of wide windows the words of the first chapter stand, where lines begin when absent; then in turn. */
  words: z.enum(['left', 'right']).optional(),
  /** Further stories, for the playbill at the end; absent or empty, there is no playbill. At most 6. */
  further: z.array(furtherSchema).max(6).optional(),
};

export const storySchema = z.strictObject({
  ...fields,
  /** Fields that the import has drafted, and nobody has looked over yet. Pages do not show it. */
  drafted: z.array(z.enum(Object.keys(fields) as (keyof typeof fields)[])).optional(),
});

/** The story as pages use it. */
export const storyEntrySchema = storySchema.extend({
  /** The name of its folder. */
  name: z.string(),
  /** Path of its pages below the site's base: empty at the root, else `<name>/`. */
  path: z.string(),
  /** The editor's note as HTML. */
  note: z.string(),
});

export type Story = z.infer<typeof storyEntrySchema>;
export type StoryFrontMatter = z.infer<typeof storySchema>;
export type Film = z.infer<typeof filmSchema>;
export type FurtherStory = z.infer<typeof furtherSchema>;

/** A correct value for each field, shown when the file has a wrong one. */
export const STORY_EXAMPLES = {
  title: 'Ballerina Assassin',
  subtitle: 'How a dancer became the most elegant killer on screen',
  searchTitle: 'Ballerina Assassin: Ana de Armas in the John Wick spin-off',
  author: 'Ada Example',
  byline: 'a 25-year-old film blogger',
  film: {
    title: 'Ballerina',
    known: 'the John Wick spin-off',
    released: 'From the World of John Wick: Ballerina',
    director: 'Len Wiseman',
    actors: ['Ana de Armas'],
  },
  fediverse: '@name@example.org',
  description: 'A scroll-driven essay in eleven movements about the dancer who became an assassin.',
  language: 'en',
  address: 'https://example.org',
  published: '2026-11-22',
  modified: '2026-11-22',
  root: true,
  words: 'left',
  further: [
    {
      title: 'The Red Shoes',
      address: 'https://example.org/the-red-shoes/',
      line: 'A dancer who cannot stop, and who would not if she could',
    },
  ],
  drafted: ['subtitle', 'description'],
} as const satisfies Readonly<Record<keyof StoryFrontMatter, unknown>>;
