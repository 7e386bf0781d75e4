/** The look of a story. */
import type { Theme } from '../config/themes/theme.ts';
import type { Palette } from '../config/tones.ts';
import { themeOf } from '../core/theme/readTheme.ts';
import type { Story } from '../schemas/story.ts';

type Dressed = Pick<Story, 'theme'>;

/** Colours and typefaces. */
export const lookOf = ({ theme }: Dressed): Theme => themeOf(theme);

/** The colours alone. */
export const paletteOf = (story: Dressed): Palette => lookOf(story).palette;

/** Whether the colours of two stories are the same. */
export const looksAlike = (one: Dressed, other: Dressed): boolean =>
  JSON.stringify(paletteOf(one)) === JSON.stringify(paletteOf(other));
