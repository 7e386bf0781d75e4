/** What the picture sinks into where the title stands, so that it reads. Pure. */
import type { Shot } from '../schemas/poster.ts';
import type { Size } from './shot.ts';

/** How far the shade fades beyond the title, as a share of the picture. */
const FADE = 0.16;
const BESIDE = 0.66;

/** @param depth how much of the height the title takes from its edge, 0 to 1 */
export function shadeSvg(
  shot: Shot,
  colour: string,
  depth: number,
  { width, height }: Size,
): string {
  const reach = Math.min(1, depth + FADE);
  const [x1, y1, x2, y2] = {
    left: [0, 0, BESIDE, 0],
    right: [1, 0, 1 - BESIDE, 0],
    top: [0, 0, 0, reach],
    bottom: [0, 1, 0, 1 - reach],
  }[shot.title] as [number, number, number, number];
  const across = shot.title === 'left' || shot.title === 'right';
  const full = across ? 0.5 : (depth - 0.04) / reach;
  return [
    `<linearGradient id="shade" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">`,
    `<stop offset="0" stop-color="${colour}" stop-opacity="0.94"/>`,
    `<stop offset="${full.toFixed(3)}" stop-color="${colour}" stop-opacity="0.82"/>`,
    `<stop offset="1" stop-color="${colour}" stop-opacity="0"/>`,
    '</linearGradient>',
    `<rect width="${width}" height="${height}" fill="url(#shade)"/>`,
  ].join('');
}
