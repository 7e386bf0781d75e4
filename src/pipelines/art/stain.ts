/** Where she is hit: the front of the waist, a little to her left; angle round the skirt in radians. */
const WOUND_ANGLE = 0.35;
const WOUND: readonly [number, number, number] = [0.36, 1.75, 1.0];

/** Uneven edge of a wet patch, about -1 to 1. */
const ragged = (a: number): number =>
  0.5 * Math.sin(5 * a + 1) + 0.3 * Math.sin(11 * a + 2.3) + 0.2 * Math.sin(23 * a);

/**
 * Whether blood has reached a point of the skirt.
 * @param angle round the skirt, 0 front; @param down 0 waist to 1 hem; @param spread 0 to 1.
 */
export function skirtStain(angle: number, down: number, spread: number): boolean {
  const away = Math.abs(Math.atan2(Math.sin(angle - WOUND_ANGLE), Math.cos(angle - WOUND_ANGLE)));
  const reach = 1.3 * spread - away * 0.42 * (1 - 0.55 * spread) * (0.35 + spread);
  return down < reach * (1 + 0.16 * ragged(angle)) && reach > 0;
}

/** Whether blood has reached a point of the bodice, in the makers' decimetres. */
export function bodiceStain(x: number, y: number, z: number, spread: number): boolean {
  const d = Math.hypot(x - WOUND[0], (y - WOUND[1]) * 0.9, (z - WOUND[2]) * 0.7);
  const a = Math.atan2(y - WOUND[1], x - WOUND[0]);
  return d < 2.1 * Math.sqrt(spread) * (1 + 0.13 * ragged(a));
}

/** Whether blood has reached a point of the leotard: from the ribs it has run down, in the makers' decimetres. */
export function leotardStain(x: number, y: number, z: number, spread: number): boolean {
  const up = y - WOUND[1] - 0.5;
  const side = x - WOUND[0] / 3;
  const d = Math.hypot(side, up * (up > 0 ? 1.1 : 0.78), (z - WOUND[2]) * 0.7);
  const a = Math.atan2(up, side);
  const edge = 0.6 * Math.sin(3 * a + 1) + 0.4 * Math.sin(7 * a + 2.3);
  return d < 1.08 * Math.sqrt(spread) * (1 + 0.2 * edge);
}
