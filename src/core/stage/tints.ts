/** The colours of a scene's own tones, made of those of the palette: so a set suits every palette. Pure. */

import type { Tint, Tone } from '../../schemas/picture.ts';
import { channelsOf } from '../maths/colour.ts';
import { mix } from '../maths/scalar.ts';

/** A colour of six hexadecimal digits for each tone. */
export type Colours = Readonly<Record<string, string>>;

/**
 * A palette, with what scenes add to it or see differently; what comes later wins.
 *
 * @throws Error for a mixture of a tone that the palette does not have
 */
export function tinted(
  palette: Colours,
  ...own: readonly (Readonly<Record<Tone, Tint>> | undefined)[]
): Colours {
  const colours: Record<string, string> = { ...palette };
  for (const tints of own)
    for (const tone in tints) colours[tone] = colourOf(tints[tone]!, palette);
  return colours;
}

/** The palette's colour of a tone, or of a mixture. What is no tone of it is taken for a colour. */
function colourOf(tint: Tint, palette: Colours): string {
  if (typeof tint === 'string') return palette[tint] ?? tint;
  const [from, to, share] = tint;
  if (share <= 0) return colourOf(from, palette);
  if (share >= 1) return colourOf(to, palette);
  const end = channelsOf(colourOf(to, palette));
  return `#${channelsOf(colourOf(from, palette))
    .map((value, i) =>
      Math.round(mix(value, end[i]!, share))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
