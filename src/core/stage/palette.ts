/**
 * A palette as text: declarations of custom properties, `--tone-<name>` each. The same text goes into a page's style
 * and to the stage on it, so that compression sends it once. Pure.
 */
import type { Theme } from '../../config/themes/theme.ts';
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

/** What style sheets take for a dark page where nothing else is said. */
const LIGHT =
  '--scheme:light;--light-paper:var(--tone-ground);--grain:invert(1);--stark-ground:#fff;--stark-words:#000';

/**
 * All that a page's style says of its theme, as declarations.
 * @param fonts the custom property of each role's font, where it is not that of the role's name
 */
export function writeTheme(
  { palette, light, height }: Theme,
  fonts: Readonly<Partial<Record<string, string>>> = {},
): string {
  return [
    writePalette(palette),
    ...(light ? [LIGHT] : []),
    ...(height ? [`font-size-adjust:${height}`] : []),
    ...Object.entries(fonts)
      .filter(([role, name]) => name !== `--font-${role}`)
      .map(([role, name]) => `--font-${role}:var(${name})`),
  ].join(';');
}

/** The colours of the tones in a text that `writePalette` wrote. */
export function readPalette(text: string): Colours {
  return Object.fromEntries(
    [...text.matchAll(/--tone-([\w-]+):(#\w+)/g)].map(([, name, colour]) => [name!, colour!]),
  );
}
