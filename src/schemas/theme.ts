/** How a story looks: one of the themes by name, or one of them with values of one's own. */
import { z } from 'astro/zod';
import { FIRST_THEME, THEMES } from '../config/themes/index.ts';
import { TONES, type ToneName } from '../config/tones.ts';
import { DISPLAY_FACES, type DisplayFace, TEXT_FACES, type TextFace } from '../config/typefaces.ts';

/** Six digits: what is lit is mixed, and what has an opacity says so itself. */
export const COLOUR = /^#[\da-fA-F]{6}$/;

const colour = z.string().regex(COLOUR, 'it is # and six digits of 0 to 9 and a to f, in quotes');
const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as Key[];
const name = z.enum(keysOf(THEMES));

const ownThemeSchema = z.strictObject({
  base: name.default(FIRST_THEME).describe('The theme that the rest is taken from.'),
  ground: colour
    .describe(
      'What the page and the stage lie on; all that is dark with it follows. In a light theme it is light.',
    )
    .optional(),
  words: colour
    .describe(
      'Words, and the light on the stage: 7 to 1 on the ground at least, also where the stage shows through.',
    )
    .optional(),
  accent: colour
    .describe('The one color: curtains, costume, lines, marks. Its shades follow.')
    .optional(),
  tones: z
    .partialRecord(z.enum(keysOf<ToneName>(TONES)), colour)
    .describe('Single tones, by their names in `src/config/tones.ts`.')
    .optional(),
  display: z
    .enum(keysOf<DisplayFace>(DISPLAY_FACES))
    .describe('The typeface of titles, quotes and numbers.')
    .optional(),
  text: z.enum(keysOf<TextFace>(TEXT_FACES)).describe('The typeface of all else.').optional(),
});

export const themeSchema = z.union([name, ownThemeSchema]);

export type ThemeChoice = z.infer<typeof themeSchema>;
export type OwnTheme = z.infer<typeof ownThemeSchema>;
