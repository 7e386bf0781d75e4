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

/** Where the leotard is soaked, under her left breast; makers' decimetres. */
const SOAKED: readonly [number, number, number] = [0.5, 2.95, 1.0];
const SOAKED_RADIUS = 0.66;
/** What runs down from there: place across, half its breadth, how far it has come in the end. */
const RUNS: readonly (readonly [at: number, half: number, length: number])[] = [
  [0.04, 0.1, 1.1],
  [0.31, 0.15, 1.85],
  [0.59, 0.11, 1.4],
  [0.88, 0.13, 1.75],
];

/** Whether blood has reached a point of the leotard, in the makers' decimetres: a wet place that runs. */
export function leotardStain(x: number, y: number, z: number, spread: number): boolean {
  if (z < 0) return false;
  const up = y - SOAKED[1];
  const side = x - SOAKED[0];
  const d = Math.hypot(side, up * 1.2, (z - SOAKED[2]) * 0.5);
  const a = Math.atan2(up, side);
  const edge = 0.6 * Math.sin(3 * a + 1) + 0.4 * Math.sin(5 * a + 2.3);
  if (d < SOAKED_RADIUS * Math.sqrt(spread) * (1 + 0.17 * edge)) return true;
  return RUNS.some(([at, half, length]) => {
    const down = -up / (length * spread);
    if (!(down > 0 && down < 1)) return false;
    // Thin on its way, with a drop at its end.
    const breadth = half * (1 - 0.45 * Math.sin(Math.PI * Math.min(1, down * 1.1)) ** 2);
    const end = Math.sqrt(Math.max(0, 1 - Math.max(0, (down - 0.9) / 0.1) ** 2));
    return Math.abs(x - at - 0.03 * Math.sin(5 * y + 9 * at)) < breadth * end;
  });
}
