/** `src/data/cues.json` as it is checked at build; the types that the rest uses are in `cue.ts`. */
import { z } from 'astro/zod';
import { CREDITS, type CreditId, type CueSheet, SOUND_EFFECT_IDS } from './cue.ts';
import type { CueId } from './repertoire.ts';

const seconds = z.number().min(0);
const words = z.string().trim().min(1);
const source = z.object({
  url: z.string().regex(/^\/audio\/[\w./-]+$/, 'it is an address such as /audio/the-swan.webm'),
  type: z.string().regex(/^audio\//, 'it is a type of sound, such as audio/mpeg'),
  bytes: z.number().int().positive(),
});
const caption = z.tuple([z.number().min(0), words]);

const cue = (ids: readonly CueId[]) =>
  z.object({
    id: z.enum(ids),
    title: words,
    composer: words,
    arrangement: words.exactOptional(),
    bars: words,
    key: words,
    scoring: words,
    duration: z.number().positive(),
    loop: z
      .object({ lead: seconds, start: seconds, end: seconds })
      .refine(
        ({ lead, start, end }) => lead <= start && start < end,
        'lead, start and end are in order',
      )
      .exactOptional(),
    rest: z.number().min(0).nullable(),
    gain: z.number().min(0).max(1),
    captions: z
      .array(caption)
      .min(1)
      .refine(
        (captions) =>
          captions.every(([at], index) => (index === 0 ? at === 0 : at > captions[index - 1]![0])),
        'the first caption is at 0 and each is later than the one before',
      ),
    sources: z.array(source).min(1),
    staff: z
      .string()
      .regex(/^\/scores\/[\w./-]+$/, 'it is an address such as /scores/the-swan.json'),
    credits: z.array(z.enum(Object.keys(CREDITS) as [CreditId, ...CreditId[]])),
  });

const effect = z.object({
  id: z.enum(SOUND_EFFECT_IDS),
  caption: words,
  duration: z.number().positive(),
  loop: z
    .object({ start: seconds, end: seconds })
    .refine(({ start, end }) => start < end, 'start and end are in order')
    .exactOptional(),
  gain: z.number().min(0),
  sources: z.array(source).min(1),
});

/** @param ids the pieces that there are notes of */
export const cueSheetSchema = (ids: readonly CueId[]): z.ZodType<CueSheet> =>
  z.object({ cues: z.array(cue(ids)), effects: z.array(effect) });
