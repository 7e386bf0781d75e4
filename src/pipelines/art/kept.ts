/**
 * Light that face and hands keep on the side turned from the key, drawn on the makers' body
 * (decimetres): noir may swallow a limb, but not whom it belongs to, nor what she does with it.
 */
import { BROW } from './face.ts';
import { smoothstep } from './linear.ts';

/** Just beyond the threshold of the half tone. */
const KEPT = 0.3;

/** Where no shadow falls: on the face, that of nose or hair would only soil it. 0 to 1. */
export const unshaded = (_x: number, y: number, z: number): number =>
  smoothstep(0.5, 0.7, z) * smoothstep(5.9, 6, y);

/** Light that a point of the skin has at the least. */
export function keptLight(x: number, y: number, z: number): number {
  if (z < 0.3) return 0;
  const across = Math.abs(x);
  return KEPT * (y > 5.8 ? onFace(across, y, z) : across > 3.5 ? onHand(across, y, z) : 0);
}

/** One calm plane as far as the ear, out of which the corner between brow and nose stays dark. */
const onFace = (across: number, y: number, z: number): number =>
  isHollow(across, y, z) ? 0 : smoothstep(0.34, 0.6, z) * smoothstep(5.86, 5.94, y);

/** The hollow beneath the brow, deepest beside the nose and gone before the middle of the eye. */
function isHollow(across: number, y: number, z: number): boolean {
  if (z < 0.9 || across < 0.11 || across > 0.29) return false;
  const t = (across - 0.11) / 0.18;
  const top = BROW.y - 0.02;
  return y < top && y > top - 0.15 * (1 - t) ** 1.4;
}

/** From the wrist to the tips, beginning aslant: higher up on the side of the thumb. */
function onHand(across: number, y: number, z: number): number {
  const [dx, dy, dz] = [across - 4.29, y - 1.59, z - 1.64];
  const along = 0.44 * dx - 0.53 * dy + 0.72 * dz;
  const towardsThumb = -0.38 * dx + 0.38 * dy + 0.84 * dz;
  return smoothstep(-0.5, -0.15, along + 1.5 * towardsThumb);
}
