import sharp from 'sharp';
import { TONES } from '../../../src/config/tones.ts';

const SIZE = { width: 240, height: 150 };
/** Columns that words may stand in, as shares of the width. */
export const COLUMN = { left: [0.03, 0.44], right: [0.56, 0.97] } as const;

const linear = (byte: number): number => {
  const v = byte / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
};
/** Relative luminance as WCAG 2 defines it, 0 to 1. */
const luminance = (r: number, g: number, b: number): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const bone = luminance(
  ...([1, 3, 5].map((i) => Number.parseInt(TONES.bone.slice(i, i + 2), 16)) as [
    number,
    number,
    number,
  ]),
);

/** Share of the column's pixels on which bone words would have less than 7:1. */
export async function loudness(
  svg: string,
  [from, to]: readonly [number, number],
): Promise<number> {
  const sized = svg.replace('<svg ', `<svg width="${SIZE.width}" height="${SIZE.height}" `);
  const { data, info } = await sharp(Buffer.from(sized))
    .removeAlpha()
    .extract({
      left: Math.round(from * SIZE.width),
      top: 0,
      width: Math.round((to - from) * SIZE.width),
      height: SIZE.height,
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let loud = 0;
  for (let i = 0; i < data.length; i += info.channels) {
    const behind = luminance(data[i]!, data[i + 1]!, data[i + 2]!);
    if ((bone + 0.05) / (behind + 0.05) < 7) loud++;
  }
  return (loud * info.channels) / data.length;
}
