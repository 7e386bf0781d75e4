/** Whether words can be read in a palette, and the dancer be told from what is around her. Pure. */
import { oklab, wcagContrast } from 'culori';
import { SCRIM } from '../../config/stage.ts';
import type { Palette, ToneName } from '../../config/tones.ts';
import { tinted } from '../stage/tints.ts';
import { isLight } from './ownPalette.ts';

/** How much of the stage shows through the ground beneath words. What has a ground of its own shows less. */
const SHOWN_THROUGH = 1 - SCRIM.inner;
/** What stands behind words: of the stage, not of her. */
const SET: readonly ToneName[] = [
  ...(['night', 'coal', 'soot', 'iron', 'ash', 'chalk', 'bone'] as const),
  ...(['red', 'blood', 'wine', 'deep', 'pitch', 'ochre', 'brass', 'umber'] as const),
];
/** Each rises in lightness. */
const FIGURE: readonly (readonly ToneName[])[] = [
  ['body', 'skin-half', 'skin-lit'],
  ['body', 'leotard-lit'],
  ['body', 'hair-lit'],
  ['tutu-shade', 'tutu-half', 'tutu-lit'],
  ['dress-shade', 'dress-half', 'dress-lit'],
  ['stain', 'stain-lit'],
  ['shoe-shade', 'shoe-lit'],
  ['blade', 'blade-lit'],
];
/** Least difference in OKLab's lightness, 0 to 1, by which one flat is seen to be lighter than another. */
const STEP = 0.05;

export interface PaletteFault {
  /** The tone that would have to be another. */
  readonly tone: ToneName;
  /** What is wrong, to be said of it: "has 3.1 to 1 …". */
  readonly text: string;
}

/** Everything wrong, worst things first; empty for a palette that serves. */
export function paletteFaults(palette: Palette): PaletteFault[] {
  const faults: PaletteFault[] = [];
  const needs = (tone: ToneName, on: string, least: number, what: string) => {
    const ratio = wcagContrast(palette[tone], on);
    if (ratio >= least) return;
    // Never rounded up to what would do.
    const said = (Math.floor(ratio * 10) / 10).toFixed(1);
    faults.push({ tone, text: `${what}: ${said} to 1, where ${least} is the least` });
  };
  const { ground } = palette;
  const behind = SET.map(
    (tone) => tinted(palette, { behind: ['ground', tone, SHOWN_THROUGH] })['behind']!,
  );
  const worst = behind.reduce((a, b) =>
    wcagContrast(palette.bone, b) < wcagContrast(palette.bone, a) ? b : a,
  );
  needs('bone', worst, 7, 'words before the stage');
  needs('quiet', ground, 7, 'quiet words on the ground');
  needs('glow', ground, 4.5, 'words in the accent on the ground');
  needs('sounding', ground, 4.5, 'notes that sound on the ground');
  needs('red', ground, 3, 'lines and marks in the accent on the ground');
  needs('white', palette.red, 4.5, 'words on the accent');
  const paper = isLight(palette) ? ground : palette.bone;
  needs('ink', paper, 7, 'words in a light frame');
  needs('ink-quiet', paper, 4.5, 'quiet words in a light frame');
  needs('ink-red', paper, 4.5, 'words in the accent in a light frame');
  const figure = Math.max(
    wcagContrast(palette['skin-lit'], ground),
    wcagContrast(palette.body, ground),
  );
  if (figure < 7) faults.push({ tone: 'skin-lit', text: 'she is lost in the ground' });
  for (const tones of FIGURE) {
    for (const [at, tone] of tones.slice(1).entries()) {
      const below = tones[at]!;
      if (lightness(palette[tone]) - lightness(palette[below]) < STEP)
        faults.push({ tone, text: `it is not lighter than ${below}, so that she has no form` });
    }
  }
  return faults;
}

const lightness = (colour: string): number => oklab(colour)!.l;
