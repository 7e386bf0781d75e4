/** A story's theme, or what is wrong with it and what would be right. Pure. */
import { clampChroma, formatHex, oklch } from 'culori';
import { FIRST_THEME, THEMES } from '../../config/themes/index.ts';
import type { Theme } from '../../config/themes/theme.ts';
import type { ToneName } from '../../config/tones.ts';
import type { OwnTheme, ThemeChoice } from '../../schemas/theme.ts';
import type { ContentFault } from '../content/contentError.ts';
import { paletteFaults } from './checkPalette.ts';
import { ownTheme } from './ownPalette.ts';

/** The theme that a story asks for, unchecked. */
export function themeOf(choice: ThemeChoice = FIRST_THEME): Theme {
  if (typeof choice === 'string') return THEMES[choice]!;
  return ownTheme(THEMES[choice.base]!, choice);
}

/** Faults of a theme of one's own, each with the nearest value that would do. */
export function themeFaults(choice: ThemeChoice | undefined): ContentFault[] {
  if (choice === undefined || typeof choice === 'string') return [];
  const seen = new Set<string>();
  return paletteFaults(themeOf(choice).palette).flatMap((fault): ContentFault[] => {
    const value = blamed(choice, fault.tone);
    const { field } = value;
    // One value at a time: the others may be right once it is.
    if (seen.has(field)) return [];
    seen.add(field);
    const better = mended(choice, value);
    const expected = better
      ? `${fault.text}; the nearest that does is ${value.read(better)}`
      : `${fault.text}; leave it out, and it follows from the others`;
    return [
      {
        field,
        found: value.read(choice),
        expected,
        example: `theme: ${JSON.stringify(better ?? value.without(choice))}`,
      },
    ];
  });
}

interface Value {
  readonly field: string;
  read(own: OwnTheme): string;
  with(own: OwnTheme, colour: string): OwnTheme;
  without(own: OwnTheme): OwnTheme;
}

const wide = (name: 'ground' | 'words' | 'accent'): Value => ({
  field: `theme.${name}`,
  read: (own) => own[name]!,
  with: (own, colour) => ({ ...own, [name]: colour }),
  without: ({ [name]: _, ...own }) => own as OwnTheme,
});

const single = (tone: ToneName): Value => ({
  field: `theme.tones.${tone}`,
  read: (own) => own.tones![tone]!,
  with: (own, colour) => ({ ...own, tones: { ...own.tones, [tone]: colour } }),
  without: ({ tones: { [tone]: _, ...tones } = {}, ...own }) => ({ ...own, tones }),
});

/** Which of the author's values is to be another. */
function blamed(own: OwnTheme, tone: ToneName): Value {
  if (own.tones?.[tone]) return single(tone);
  const inAccent = /^(red|white|glow|sounding|ink-red|lips|tutu|stain|shoe)/.test(tone);
  const order = inAccent
    ? (['accent', 'ground', 'words'] as const)
    : (['words', 'ground', 'accent'] as const);
  const name = order.find((one) => own[one]);
  if (name) return wide(name);
  const [other] = Object.keys(own.tones ?? {}) as ToneName[];
  return other ? single(other) : wide('ground');
}

/** In steps of OKLCH's lightness. */
const FINE = 0.01;

/** The theme with the nearest value, lighter or darker, that has no fault of its own and brings no other. */
function mended(own: OwnTheme, value: Value): OwnTheme | undefined {
  const colour = oklch(value.read(own));
  if (!colour) return undefined;
  const before = new Set(paletteFaults(themeOf(own).palette).map(({ tone }) => tone));
  const good = (tried: OwnTheme) =>
    paletteFaults(themeOf(tried).palette).every(
      ({ tone }) => before.has(tone) && blamed(tried, tone).field !== value.field,
    );
  for (let step = 1; step * FINE < 1; step++) {
    for (const sign of [1, -1]) {
      const l = colour.l + sign * step * FINE;
      if (l < 0 || l > 1) continue;
      const tried = value.with(own, formatHex(clampChroma({ ...colour, l }, 'oklch')));
      if (good(tried)) return tried;
    }
  }
  return undefined;
}
