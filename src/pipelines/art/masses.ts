/** Her limbs one by one, as if no other hid them. */
import { MASS_OF, MASSES, SKIRT_MASS } from './limbOf.ts';
import type { Scene } from './part.ts';
import { type Projected, rasterize, type Visible } from './raster.ts';

/** What is seen of a mass. */
export interface Mass {
  /** By pixel the limb that is seen there, and one more; 0 where the mass is not. */
  readonly limb: Uint8Array;
  /** It stands before the skirt, and is painted after it. */
  readonly near: boolean;
}

export interface Masses {
  readonly masses: readonly Mass[];
  /** What is seen of the skirt where only limbs stand before it. */
  readonly behind: Visible;
}

interface Reach {
  readonly limb: number;
  readonly skirt: number;
}

/** Pixels of the skirt that a limb must hide to stand before it. */
const HIDES = 12;
/** The trunk, with the head. */
const TRUNK = 0;

/**
 * The masses of a scene.
 * @param seen its points on the pixel grid
 * @param visible what of it is seen
 * @param reach pixels by which a mass goes on beneath what hides it: another limb, or a skirt, which swings
 */
export function massesOf(scene: Scene, seen: Projected, visible: Visible, reach: Reach): Masses {
  const { width, height } = visible;
  const size = width * height;
  const { limbs } = scene;
  /** By pixel the mass that is seen there; -1 where there is nothing. */
  const front = Int8Array.from(visible.triangle, (t) => (t < 0 ? -1 : MASS_OF[limbs[t]!]!));
  const alone = MASSES.map((_, mass) => seenAlone(scene, seen, width, height, mass));
  const skirt = alone[SKIRT_MASS]!;
  const trunk = alone[TRUNK]!;
  const behind = new Int32Array(size).fill(-1);
  /** Whether a limb hides the skirt, and would not if it were not there. */
  const hides = (i: number): boolean =>
    front[i]! >= 0 &&
    front[i] !== TRUNK &&
    front[i] !== SKIRT_MASS &&
    skirt.triangle[i]! >= 0 &&
    !(trunk.triangle[i]! >= 0 && trunk.depth[i]! > skirt.depth[i]!);
  const hidden = MASSES.map(() => 0);
  for (let i = 0; i < size; i++) if (hides(i)) hidden[front[i]!]!++;
  const masses = alone.map(({ triangle }, mass): Mass => {
    let covered = 0;
    for (let i = 0; i < size; i++) if (triangle[i]! >= 0 && front[i] === SKIRT_MASS) covered++;
    const near = hidden[mass]! >= HIDES && hidden[mass]! > covered;
    const isSeen = (i: number): boolean => triangle[i]! >= 0 && front[i] === mass;
    const about = grown(width, height, isSeen, reach.limb);
    const under = grown(width, height, isSeen, near ? 0 : reach.skirt);
    const limb = new Uint8Array(size);
    for (let i = 0; i < size; i++) {
      if (triangle[i]! < 0) continue;
      // What the skirt hides of a limb that is painted after it would lie on the skirt.
      const goesOn = front[i] === SKIRT_MASS ? under[i]! > 0 && !near : about[i]! > 0;
      if (goesOn) limb[i] = limbs[triangle[i]!]! + 1;
    }
    return { limb, near };
  });
  for (let i = 0; i < size; i++)
    if (hides(i) && masses[front[i]!]!.near) behind[i] = skirt.triangle[i]!;
  return { masses, behind: { width, height, triangle: behind, depth: skirt.depth } };
}

/** A mass as it would be seen without the others. */
function seenAlone(
  { triangles, masses }: Scene,
  seen: Projected,
  width: number,
  height: number,
  mass: number,
): Visible {
  const own: number[] = [];
  for (let t = 0; t < masses.length; t++) if (masses[t]! & (1 << mass)) own.push(t);
  const corners = new Uint32Array(3 * own.length);
  own.forEach((t, k) => {
    corners.set(triangles.subarray(3 * t, 3 * t + 3), 3 * k);
  });
  const { triangle, depth } = rasterize(seen, corners, width, height);
  for (let i = 0; i < triangle.length; i++) if (triangle[i]! >= 0) triangle[i] = own[triangle[i]!]!;
  return { width, height, triangle, depth };
}

/** What is within a square's reach of a pixel that is part of something. */
function grown(
  width: number,
  height: number,
  has: (pixel: number) => boolean,
  reach: number,
): Uint8Array {
  const across = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    let until = -1;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (!has(row + x)) continue;
      for (let k = Math.max(until + 1, x - reach, 0); k <= Math.min(width - 1, x + reach); k++)
        across[row + k] = 1;
      until = Math.min(width - 1, x + reach);
    }
  }
  const out = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    let until = -1;
    for (let y = 0; y < height; y++) {
      if (!across[y * width + x]) continue;
      for (let k = Math.max(until + 1, y - reach, 0); k <= Math.min(height - 1, y + reach); k++)
        out[k * width + x] = 1;
      until = Math.min(height - 1, y + reach);
    }
  }
  return out;
}
