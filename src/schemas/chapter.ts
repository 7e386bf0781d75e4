/**
 * A chapter's front matter. Each field says itself what it is, as the authors' guide shows it; `EXAMPLES` feeds the
 * error messages, and the guide too. What of the stage is left out is chosen at build, see `core/story/casting.ts`.
 */
import type { ImageMetadata } from 'astro';
import { z } from 'astro/zod';
import { type Catalogue, NO_DANCE } from './repertoire.ts';

const text = (min: number, max: number) => z.string().trim().min(min).max(max);

/** Steps in a chapter's body: a single moment, or a long read. */
export const STEP_COUNT = { min: 1, max: 120 } as const;

const fieldsOf = ({ scenes, dances, cues, transitions }: Catalogue) => ({
  title: text(3, 90).describe('The chapter’s full title, as its heading shows it.'),
  shortTitle: text(1, 24).describe('What the contents list and a narrow bar has room for.'),
  description: text(50, 160).describe('One sentence for search engines and cards.'),
  scene: z
    .enum(scenes)
    .describe('The set and light behind this chapter: the name of a file in `src/scenes/`.')
    .optional(),
  dance: z
    .enum([...dances, NO_DANCE])
    .describe(
      'What she dances: the name of a clip in `public/clips/`; or `none`, for light, set and words alone.',
    )
    .optional(),
  cue: z.enum(cues).describe('The music of this chapter.').optional(),
  transition: z
    .enum(transitions)
    .describe(
      'How the stage goes on to the next chapter: the name of a file in `src/transitions/`.',
    )
    .optional(),
  alt: text(40, 400).describe(
    'What someone who cannot see the stage should know of this chapter’s dance and set.',
  ),
  still: text(30, 200)
    .describe(
      'What the chapter’s still shows, for cards, posters and feeds: one picture, where `alt` tells of all that moves. Left out, it is `alt`.',
    )
    .optional(),
  quote: text(2, 110).describe('The pull quote: the line that has a screen of its own.'),
  quoteAfter: z.coerce
    .number()
    .int()
    .min(1)
    .max(STEP_COUNT.max)
    .describe(
      'The step, counted from 1, behind which that line stands: not beside the sentence that it repeats. Left out, it is the middle one.',
    )
    .optional(),
});

/** @param catalogue the names that chapters may use */
export function chapterSchema(catalogue: Catalogue) {
  const fields = fieldsOf(catalogue);
  return z.strictObject({
    ...fields,
    words: z
      .enum(['left', 'right'])
      .describe('On which side of wide windows its words stand. Left out, the sides take turns.')
      .optional(),
    drafted: z
      .array(z.enum(Object.keys(fields) as (keyof typeof fields)[]))
      .describe(
        'Fields that the import has drafted, and nobody has looked over yet. Pages do not show it.',
      )
      .optional(),
  });
}

export type ChapterFrontMatter = z.infer<ReturnType<typeof chapterSchema>>;

/** By then the names have been checked. */
const NOTHING: Catalogue = { scenes: [], dances: [], cues: [], transitions: [] };

/** A chapter as pages use it: front matter, nothing of the stage left open, what its file name says, and its body. */
export const chapterEntrySchema = chapterSchema(NOTHING).extend({
  scene: z.string(),
  dance: z.string(),
  cue: z.string(),
  transition: z.string(),
  /** Its story's name. */
  story: z.string(),
  /** The last part of its address: lower-case words joined by hyphens. */
  slug: z.string(),
  /** Place in the story, 0 being an introduction. */
  order: z.number(),
  /** The number it is shown with; an introduction has none. */
  number: z.number().optional(),
  /** Where its words stand on wide windows. */
  side: z.enum(['left', 'right']),
  /** The body's steps as HTML. A picture's `src` is `picture:` and its place in `pictures`. */
  steps: z.array(z.string()),
  /** The body's pictures, as Astro knows files of the source. */
  pictures: z.array(z.custom<ImageMetadata>()),
});

export type Chapter = z.infer<typeof chapterEntrySchema>;

/** A correct value for each field, shown when a file has a wrong one. */
export const CHAPTER_EXAMPLES: Readonly<Record<keyof ChapterFrontMatter, unknown>> = {
  title: 'The John Wick Connection',
  shortTitle: 'John Wick',
  description:
    'A wider underworld, its rules and its coins, and a killer whom everyone takes for fragile.',
  scene: 'colonnade',
  dance: 'john-wick',
  cue: 'mountain-king',
  transition: 'coinWipe',
  alt: 'Rain falls in a dark colonnade. She walks low on the tips of her shoes, a knife in each hand.',
  still: 'A dancer on the tips of her shoes before dark columns in the rain, a knife in each hand.',
  quote: 'They looked at the grace and forgot the knife.',
  quoteAfter: 2,
  words: 'right',
  drafted: ['description', 'quote'],
};
