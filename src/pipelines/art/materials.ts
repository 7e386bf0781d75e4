import { clamp } from '../../core/maths/scalar.ts';
import { isLip, isStroke } from './face.ts';
import { bodiceStain, leotardStain } from './stain.ts';
import { table } from './table.ts';

/** What a pixel is made of. */
export const MATERIALS = [
  'none',
  'skin',
  'lips',
  'leotard',
  'hair',
  'tutu',
  'dress',
  'stain',
  'shoe',
  'blade',
] as const;
export type Material = (typeof MATERIALS)[number];

/** Number of a material in a raster. */
export const MATERIAL: Readonly<Record<Material, number>> = Object.fromEntries(
  MATERIALS.map((name, i) => [name, i]),
) as Record<Material, number>;

/** Height of the hairline over depth, drawn back from the brow to the nape, in the makers' decimetres. */
const HAIRLINE = [
  [1.28, 7.64],
  [1.1, 7.56],
  [0.85, 7.38],
  [0.7, 7.12],
  [0.62, 6.86],
  [0.5, 6.8],
  [0.3, 6.92],
  [0.05, 6.84],
  [-0.15, 6.6],
  [-0.3, 6.42],
] as const;

/** Which parts of the body a costume covers. */
export interface Cover {
  /** Bodice of the white dress instead of the black leotard. */
  readonly white: boolean;
  /** How far the blood has spread over it, 0 to 1. */
  readonly stain: number;
  readonly shoes: boolean;
}

/**
 * Material of a point of the skin, from where it is on the makers' body
 * (decimetres, y up): edges stay clean however coarse the mesh.
 */
export function skinMaterial(x: number, y: number, z: number, cover: Cover): number {
  const across = Math.abs(x);
  const reached = cover.white ? bodiceStain : leotardStain;
  const bloody = cover.stain > 0 && reached(x, y, z, cover.stain);
  const cloth = bloody ? MATERIAL.stain : cover.white ? MATERIAL.dress : MATERIAL.leotard;
  if (z > 1 && isLip(x, y)) return MATERIAL.lips;
  if (y > 6.3 && across < 1.2)
    return y > table(HAIRLINE, z) || isStroke(x, y, z) ? MATERIAL.hair : MATERIAL.skin;
  if (y < -6.4) return cover.shoes ? footMaterial(across, y, z) : MATERIAL.skin;
  if (across < 1.75 && y < 5.2 && y > -1.2) {
    if (y < 1.2) return y > -0.78 + 0.6 * Math.max(0, across - 0.15) ? cloth : MATERIAL.skin;
    if (y > 3 && across > 1.42 + 0.12 * (y - 3)) return MATERIAL.skin;
    const front = z > 0.25;
    const neckline = front
      ? 3.98 + 0.34 * Math.min(1, across / 0.9) ** 1.5
      : 2.3 + 0.9 * Math.min(1, across / 1.2) ** 2;
    // The armhole curves down from where the strap is sewn on.
    const armhole = 0.8 * clamp((across - 1.06) / 0.42) ** 2;
    if (y < neckline - armhole) return cloth;
    const strap = front ? 0.98 : 0.92;
    return !cover.white && Math.abs(across - strap) < 0.06 && y < 5.1 ? cloth : MATERIAL.skin;
  }
  return MATERIAL.skin;
}

/** Shoe and ribbons crossed about the ankle. */
function footMaterial(across: number, y: number, z: number): number {
  if (y < -7.72) return MATERIAL.shoe;
  const around = Math.atan2(z - 0.2, across - 1.58);
  const width = 0.07;
  const crossed = 0.17 * Math.sin(around);
  const ribbon =
    Math.abs(y + 7.05 - crossed) < width ||
    Math.abs(y + 7.05 + crossed) < width ||
    Math.abs(y + 6.78) < width * 0.9;
  return ribbon ? MATERIAL.shoe : MATERIAL.skin;
}
