/** The fonts of the stories' pages, as Astro's settings have them: each typeface once, in the letters that are set in it. */
import { fontProviders } from 'astro/config';
import {
  DISPLAY_FACES,
  TEXT_FACES,
  type Typeface,
  type TypePair,
  type TypeRole,
} from '../config/typefaces.ts';
import { fontVariable } from '../core/fonts/faces.ts';
import { pageFonts } from '../data/typefaces.ts';
import { cutFonts, partFonts } from './cutFonts.ts';

const WEIGHT = { display: '400 900', text: '200 800', frame: 400 } as const;
const FALLBACKS = { display: ['Didot', 'Georgia', 'serif'], text: ['Georgia', 'serif'] };

/**
 * @param pairs what the stories are set in, in any order
 * @param letters all that is written in them, and in the pages around them
 * @param titles their files' fields: frames set no other words in it
 */
export async function storyFonts(
  root: string,
  pairs: readonly TypePair[],
  letters: string,
  titles: string,
) {
  const fonts = new Map<string, Awaited<ReturnType<typeof fontOf>>>();
  for (const role of ['display', 'text', 'frame'] as const) {
    for (const pair of pairs) {
      const name = fontVariable(role, pair);
      if (!fonts.has(name))
        fonts.set(name, await fontOf(root, role, pair, role === 'frame' ? titles : letters));
    }
  }
  return [...fonts.values()];
}

async function fontOf(root: string, role: TypeRole, pair: TypePair, letters: string) {
  const face: Typeface = role === 'text' ? TEXT_FACES[pair.text] : DISPLAY_FACES[pair.display];
  const files = pageFonts(root, role, WEIGHT[role], letters, pair);
  return {
    provider: fontProviders.local(),
    name: face.name,
    cssVariable: fontVariable(role, pair),
    fallbacks: [...(face.fallbacks ?? FALLBACKS[role === 'text' ? 'text' : 'display'])],
    options: {
      // Frames have to be light: they get no more than their titles' letters.
      variants: await (role === 'frame' ? cutFonts : partFonts)(root, files, letters),
    },
  };
}
