import type { Palette } from '../tones.ts';
import type { DisplayFace, TextFace } from '../typefaces.ts';

/**
 * What a story looks like: the colours of its pages, its stage, its dancer and its posters, and a pair of typefaces.
 * What red is to the first one, one accent is to each: tones are called as they are in that one, whatever their colour.
 */
export interface Theme {
  readonly palette: Palette;
  /** Dark words on a light ground. */
  readonly light?: boolean;
  /** What the x-height of its letters is set to, as a share of their size, where its typefaces are by nature small or large; their own when absent. */
  readonly height?: number;
  /** Of titles, quotes and numbers. */
  readonly display: DisplayFace;
  /** Of all else. */
  readonly text: TextFace;
}
