/**
 * A palette as text: declarations of custom properties, `--tone-<name>` each. The same text goes into a page's style
 * and to the stage on it, so that compression sends it once. Pure.
 */
import type { Palette, ToneName } from '../../config/tones.ts';
import { channelsOf } from '../maths/colour.ts';
import type { Colours } from './tints.ts';

/** Tones that style sheets also lay over others, thin: they say `rgb(var(--rgb-ground) / 0.8)`. */
const THIN: readonly ToneName[] = ['ground', 'bone', 'chalk'];

/** @throws Error for a colour that is not `#` and six hexadecimal digits */
export function writePalette(palette: Palette): string {
  const channels = THIN.map((name) => `--rgb-${name}:${channelsOf(palette[name]).join(' ')}`);
  const tones = Object.entries(palette).map(([name, colour]) => `--tone-${name}:${colour}`);
  return [...channels, ...tones].join(';');
}

/** The colours of the tones in a text that `writePalette` wrote. */
export function readPalette(text: string): Colours {
  return Object.fromEntries(
    [...text.matchAll(/--tone-([\w-]+):(#\w+)/g)].map(([, name, colour]) => [name!, colour!]),
  );
}
