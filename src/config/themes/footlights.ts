import { TONES } from '../tones.ts';
import { FIRST_PAIR } from '../typefaces.ts';
import type { Theme } from './theme.ts';

/** Ground, bone and one red, as footlights find a velvet curtain. */
export default {
  palette: TONES,
  ...FIRST_PAIR,
} satisfies Theme;
