/** The story file: what is true of the whole, once. Each field says itself what it is, as the authors' guide shows it. */
import { z } from 'astro/zod';
import { themeSchema } from './theme.ts';

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

const words = (max: number, min = 1) => z.string().trim().min(min).max(max);

/** Another story, offered at the end of this one. */
const furtherSchema = z.strictObject({
  title: words(80).describe('Its name.'),
  address: z.url({ protocol: /^https?$/ }).describe('Where it is: an absolute http(s) address.'),
  line: words(140).describe('One line that makes one curious.'),
});

/** The film that a story is about. Facts: only what the words say of it, too. */
const filmSchema = z.strictObject({
  title: words(80).describe('Its title, as people say it.'),
  known: words(60)
    .describe('What it may be known by, such as `the John Wick spin-off`.')
    .optional(),
  released: words(120)
    .describe('The title that it was released under, where that is another: people search for it.')
    .optional(),
  director: words(80).describe('Who directed it.').optional(),
  actors: z
    .array(words(80))
    .max(12)
    .describe('Who acts in it, the most important first.')
    .optional(),
});

/** Ways to answer that need no service of ours. */
const repliesSchema = z.strictObject({
  mail: z
    .email()
    .describe('An address to write to; it stands in the page for everybody.')
    .optional(),
  mastodon: z
    .url({ protocol: /^https$/ })
    .describe('A thread on Mastodon, or anywhere in the Fediverse, that readers answer.')
    .optional(),
  bluesky: z
    .url({ protocol: /^https$/ })
    .describe('A thread on Bluesky that readers answer.')
    .optional(),
  feed: z
    .url({ protocol: /^https?$/ })
    .describe('A feed of what others answer, such as that of a thread or of a forum.')
    .optional(),
});

const fields = {
  title: words(60, 3).describe('The story’s name, as the cover sets it.'),
  subtitle: words(140, 3).describe('The line under the title.'),
  searchTitle: words(60, 3)
    .describe(
      'What tabs and search results call the story’s own page. Left out, it is title and subtitle, as far as they fit.',
    )
    .optional(),
  author: words(80, 2)
    .describe(
      'The author’s name. Left out where none is known: machines are then told of no person, since a description is no name.',
    )
    .optional(),
  byline: words(80, 2)
    .describe(
      'What the page says after “By”, such as `a 25-year-old film blogger`. Left out, it is the author’s name; one of the two is given.',
    )
    .optional(),
  film: filmSchema.describe('The film that it is about, if it is about one.').optional(),
  fediverse: z
    .string()
    .regex(/^@[\w.-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i)
    .describe(
      'The author’s account in the Fediverse, for the “More from” of Mastodon’s cards; it has to list this site.',
    )
    .optional(),
  description: words(160, 50).describe('One sentence for search engines and cards.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'it is a language tag')
    .refine(isTag, 'it is a language tag')
    .describe('The language of the words, as a BCP 47 tag such as `en` or `fr-CA`.'),
  address: z
    .url({ protocol: /^https?$/ })
    .refine(isHost, 'it is scheme and host alone: a path belongs into BASE_PATH')
    .describe(
      'Where the site lives when `SITE_URL` does not say otherwise: scheme and host, for a path belongs into `BASE_PATH`.',
    ),
  published: date.describe('The day on which it was first published.'),
  modified: date.describe('The day on which it was last changed.'),
  root: z
    .boolean()
    .describe(
      'Whether it is the story at the site’s root; the others are at `/<folder>/`. Of several stories one says so.',
    )
    .optional(),
  theme: themeSchema
    .describe(
      'How it looks: a theme by its name, or one with values of your own. Left out, it is `footlights`.',
    )
    .optional(),
  words: z
    .enum(['left', 'right'])
    .describe(
      'On which side of wide windows the words of the first chapter stand; then in turn. Left out, it is where lines begin.',
    )
    .optional(),
  replies: repliesSchema
    .describe(
      'How readers answer where the site is served without the service of replies (`REPLIES=off`).',
    )
    .optional(),
  further: z
    .array(furtherSchema)
    .max(6)
    .describe(
      'Further stories, for the playbill at the end. Left out or empty, there is no playbill.',
    )
    .optional(),
};

export const storySchema = z.strictObject({
  ...fields,
  drafted: z
    .array(z.enum(Object.keys(fields) as (keyof typeof fields)[]))
    .describe(
      'Fields that the import has drafted, and nobody has looked over yet. Pages do not show it.',
    )
    .optional(),
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
  theme: 'moonlight',
  words: 'left',
  further: [
    {
      title: 'The Red Shoes',
      address: 'https://example.org/the-red-shoes/',
      line: 'A dancer who cannot stop, and who would not if she could',
    },
  ],
  replies: {
    mail: 'someone@example.org',
    mastodon: 'https://social.example/@name/114',
    bluesky: 'https://bsky.app/profile/name.example/post/3k',
    feed: 'https://social.example/@name/114.rss',
  },
  drafted: ['subtitle', 'description'],
} as const satisfies Readonly<Record<keyof StoryFrontMatter, unknown>>;
