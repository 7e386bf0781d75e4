/** How well words stand out from the pixels behind them. Pure. */

/** WCAG 2.2, 1.4.6. */
export const LEAST_CONTRAST = 7;
/** Of the pixels behind a line so many may be brighter: grains, a spark of the set. */
const OUTLIERS = 0.01;

function channel(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** @param r red, green and blue, 0 to 255 */
export function luminance(r: number, g: number, b: number): number {
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
}

/**
 * The contrast of a colour with what is behind it, where it stands out least.
 *
 * @param ink its luminance
 * @param pixels red, green, blue and opacity in turn, as a canvas gives them
 */
export function contrastWith(ink: number, pixels: ArrayLike<number>): number {
  const ratios: number[] = [];
  for (let at = 0; at + 2 < pixels.length; at += 4) {
    const behind = luminance(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
    ratios.push((Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05));
  }
  if (ratios.length === 0) return 21;
  ratios.sort((a, b) => a - b);
  return ratios[Math.floor(ratios.length * OUTLIERS)]!;
}
