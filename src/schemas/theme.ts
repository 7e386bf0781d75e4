/** How a story looks: one of the themes by name, or one of them with values of one's own. */
import { z } from 'astro/zod';
import { FIRST_THEME, THEMES } from '../config/themes/index.ts';
import { TONES, type ToneName } from '../config/tones.ts';
import { DISPLAY_FACES, type DisplayFace, TEXT_FACES, type TextFace } from '../config/typefaces.ts';

const colour = z
  .string()
  .regex(/^#[\da-f]{6}$/i, 'it is # and six digits of 0 to 9 and a to f, in quotes');
const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>) => Object.keys(of) as Key[];
const name = z.enum(keysOf(THEMES));

const ownThemeSchema = z.strictObject({
  /** The theme that the rest is taken from. */
  base: name.default(FIRST_THEME),
  /** What the page and the stage lie on; all that is dark with it follows. In a light theme it is light. */
  ground: colour.optional(),
  /** Words, and the light on the stage. 7 to 1 on the ground at least, also where the stage shows through. */
  words: colour.optional(),
  /** The one colour: curtains, costume, lines, marks. Its shades follow. */
  accent: colour.optional(),
  /** Single tones, by their names in `src/config/tones.ts`. */
  tones: z.partialRecord(z.enum(keysOf<ToneName>(TONES)), colour).optional(),
  /** Typeface of titles, quotes and numbers. */
  display: z.enum(keysOf<DisplayFace>(DISPLAY_FACES)).optional(),
  /** Typeface of all else. */
  text: z.enum(keysOf<TextFace>(TEXT_FACES)).optional(),
});

export const themeSchema = z.union([name, ownThemeSchema]);

export type ThemeChoice = z.infer<typeof themeSchema>;
export type OwnTheme = z.infer<typeof ownThemeSchema>;
