/** The colours of a story. */
import { type Palette, TONES } from '../config/tones.ts';
import type { Story } from '../schemas/story.ts';

/** All stories have the house's own. */
export const paletteOf = (_story: Pick<Story, 'title'>): Palette => TONES;
