/**
 * What a brush adds to the face's planes of light, drawn on the makers' body
 * (decimetres): strokes for brows and lowered lashes, the shadow beneath the
 * nose, the shadow that the jaw throws on the neck, and lips.
 */
import { smoothstep } from './linear.ts';
import { table } from './table.ts';

/** Middle of an eye, and half breadth of its lashes. */
const EYE = { x: 0.315, y: 6.87, half: 0.21 } as const;
/** Brow, its peak over the outer half of the eye. */
export const BROW = { y: 7.085, from: 0.1, to: 0.56 } as const;
const MOUTH = { y: 6.285, half: 0.2 } as const;

/** Lowered lashes: a crescent that hangs down, thickest over the outer half, with a flick at its end. */
function isLash(across: number, y: number): boolean {
  const t = (across - EYE.x) / EYE.half;
  if (Math.abs(t) > 1) return false;
  const bow = 1 - t * t;
  const top = EYE.y + 0.028 - 0.052 * bow + 0.022 * t;
  return y < top && y > top - 0.084 * bow ** 0.6 * (1 + 0.3 * t) - 0.004;
}

/** A brow that rises outwards and thins. */
function isBrow(across: number, y: number): boolean {
  const t = (across - BROW.from) / (BROW.to - BROW.from);
  if (t < 0 || t > 1) return false;
  const line = BROW.y - 0.03 + 0.07 * Math.sin(Math.PI * 0.9 * t ** 1.3);
  return Math.abs(y - line) < 0.043 * (1 - 0.75 * t * t) * smoothstep(-0.15, 0.3, t);
}

/** Whether a point of the face is of a brow or of lowered lashes: as dark as hair in any light, and as crisp. */
export const isStroke = (x: number, y: number, z: number): boolean =>
  z > 0.9 && y > 6.7 && y < 7.3 && (isLash(Math.abs(x), y) || isBrow(Math.abs(x), y));

/** Whether a point of the front of the face is of the lips: a bow above, a soft curve below. */
export function isLip(x: number, y: number): boolean {
  const t = Math.abs(x) / MOUTH.half;
  if (t > 1) return false;
  const top = MOUTH.y + 0.085 * (1 - t ** 1.6) - 0.03 * Math.exp(-((t / 0.16) ** 2)) - 0.01 * t;
  const bottom = MOUTH.y - 0.1 * (1 - t * t) ** 0.8 - 0.01 * t;
  return y < top && y > bottom;
}

/** Height of the jaw's edge by depth, from the chin back to the ear. */
const JAW = [
  [1.1, 5.95],
  [0.9, 6.0],
  [0.7, 6.08],
  [0.55, 6.2],
  [0.45, 6.38],
  [0.35, 6.5],
] as const;

/** Height on the neck down to which the jaw's shadow falls: a bow that climbs towards the nape. */
const shadowEdge = (across: number, z: number): number =>
  5.6 + 0.3 * smoothstep(0.1, 0.5, across) + 0.75 * smoothstep(0.5, 0.1, z);

/** Factor of the light at a point of head and neck. */
export function drawnFace(x: number, y: number, z: number): number {
  if (y < 5.5 || y > 7.3) return 1;
  const across = Math.abs(x);
  if (z > 0.95 && y > 6) return across < 0.115 && y < 6.54 && y > 6.475 + 0.35 * across ? 0 : 1;
  return z < 1.1 && y < table(JAW, z) && y > shadowEdge(across, z) ? 0 : 1;
}
