/** A theme with values of one's own: what is not given follows from what is. Pure. */
import { clampChroma, formatHex, type Oklab, type Oklch, oklab, oklch, wcagContrast } from 'culori';
import type { Theme } from '../../config/themes/theme.ts';
import type { Palette, ToneName } from '../../config/tones.ts';
import type { OwnTheme } from '../../schemas/theme.ts';
import { clamp } from '../maths/scalar.ts';

/** The accent's own, as far as they are as light as it: words and notes in it keep their lightness. */
const OF_ACCENT: readonly ToneName[] = [
  ...(['red', 'blood', 'wine', 'deep', 'pitch', 'stain', 'stain-lit', 'lips'] as const),
  ...(['tutu-shade', 'tutu-half', 'tutu-lit', 'shoe-shade', 'shoe-lit'] as const),
];
const AS_LIGHT: readonly ToneName[] = ['glow', 'sounding', 'ink-red'];

/** Words that are to be read on the ground, and how well; and those of a light frame. */
const READ = [
  ['quiet', 7],
  ['glow', 4.5],
  ['sounding', 4.5],
] as const;
const IN_LIGHT = [
  ['ink', 7],
  ['ink-quiet', 4.5],
  ['ink-red', 4.5],
] as const;

const lab = (colour: string): Oklab => oklab(colour)!;
const hex = (colour: Oklab | Oklch): string => formatHex(clampChroma(colour, 'oklch'));

/** Dark words on a light ground. */
export const isLight = ({ ground, bone }: Palette): boolean => lab(ground).l > lab(bone).l;

/** @param own with the base's name resolved to `base` */
export function ownTheme(base: Theme, own: Omit<OwnTheme, 'base'>): Theme {
  const palette = ownPalette(base.palette, own);
  const { light: _, ...rest } = base;
  return {
    ...rest,
    ...(own.display && { display: own.display }),
    ...(own.text && { text: own.text }),
    palette,
    ...(isLight(palette) && { light: true }),
  };
}

/** Tones move with the ground the nearer they are to it in lightness, with the words the nearer they are to those. */
function ownPalette(
  base: Palette,
  { ground, words, accent, tones }: Omit<OwnTheme, 'base'>,
): Palette {
  const from = { ground: lab(base.ground), bone: lab(base.bone), red: oklch(base.red)! };
  const moved = {
    ground: difference(ground, from.ground),
    bone: difference(words, from.bone),
  };
  const to = oklch(accent ?? base.red)!;
  const turn = (to.h ?? 0) - (from.red.h ?? 0);
  const vivid = to.c / Math.max(from.red.c, 0.01);

  const follow = (name: ToneName, colour: string): string => {
    const tone = lab(colour);
    const lit = clamp((tone.l - from.ground.l) / (from.bone.l - from.ground.l));
    const shifted: Oklab = {
      mode: 'oklab',
      l: tone.l + mixed(lit, moved.ground.l, moved.bone.l),
      a: tone.a + mixed(lit, moved.ground.a, moved.bone.a),
      b: tone.b + mixed(lit, moved.ground.b, moved.bone.b),
    };
    if (!(OF_ACCENT.includes(name) || AS_LIGHT.includes(name))) return hex(shifted);
    const own = oklch(colour)!;
    const near = AS_LIGHT.includes(name)
      ? 1
      : clamp((own.l - from.ground.l) / (from.red.l - from.ground.l));
    const lighter = AS_LIGHT.includes(name) ? 0 : near * (to.l - from.red.l);
    const l = own.l + lighter + (1 - near) * moved.ground.l;
    return hex({ ...own, l, c: own.c * vivid, h: (own.h ?? 0) + turn });
  };
  const touched = ground ?? words ?? accent;
  const palette = { ...base };
  if (touched) {
    for (const [name, colour] of Object.entries(base) as [ToneName, string][])
      palette[name] = follow(name, colour);
    palette.ground = ground ?? base.ground;
    palette.bone = words ?? base.bone;
    palette.red = accent ?? base.red;
    palette.white = onAccent(palette);
    const paper = isLight(palette) ? palette.ground : palette.bone;
    for (const [name, least] of READ)
      palette[name] = readable(palette[name], palette.ground, least);
    for (const [name, least] of IN_LIGHT) palette[name] = readable(palette[name], paper, least);
  }
  return { ...palette, ...(tones as Partial<Palette>) };
}

/** The nearest in lightness that stands out enough; the farthest where none does. */
function readable(colour: string, ground: string, least: number): string {
  const own = oklch(colour)!;
  const up = lab(ground).l < 0.5;
  let best = colour;
  for (let l = own.l; wcagContrast(best, ground) < least && l > 0 && l < 1; ) {
    l += up ? 0.01 : -0.01;
    best = hex({ ...own, l: clamp(l) });
  }
  return best;
}

/** Words on the accent: white, or dark where that is too bright. */
function onAccent({ red, white, ink }: Palette): string {
  return [white, '#ffffff', ink].reduce((best, one) =>
    wcagContrast(best, red) >= 4.5 || wcagContrast(one, red) <= wcagContrast(best, red)
      ? best
      : one,
  );
}

function difference(to: string | undefined, from: Oklab): { l: number; a: number; b: number } {
  const { l, a, b } = to === undefined ? from : lab(to);
  return { l: l - from.l, a: a - from.a, b: b - from.b };
}

const mixed = (share: number, a: number, b: number): number => a + (b - a) * share;
