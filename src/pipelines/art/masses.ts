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
  const front = new Int8Array(size);
  for (let i = 0; i < size; i++) {
    const t = visible.triangle[i]!;
    front[i] = t < 0 ? -1 : MASS_OF[limbs[t]!]!;
  }
  const alone = MASSES.map((_, mass) => seenAlone(scene, seen, width, height, mass));
  const skirt = alone[SKIRT_MASS]!;
  const trunk = alone[TRUNK]!;
  /** Where a limb hides the skirt, and would not if it were not there. */
  const hiding: number[] = [];
  const hidden = MASSES.map(() => 0);
  eachPixel(skirt.box, width, (i) => {
    if (skirt.triangle[i]! < 0 || front[i]! <= TRUNK || front[i] === SKIRT_MASS) return;
    if (trunk.triangle[i]! >= 0 && trunk.depth[i]! > skirt.depth[i]!) return;
    hiding.push(i);
    hidden[front[i]!]!++;
  });
  const masses = alone.map(({ triangle, box }, mass): Mass => {
    const isSeen = new Uint8Array(size);
    let covered = 0;
    eachPixel(box, width, (i) => {
      if (triangle[i]! < 0) return;
      if (front[i] === SKIRT_MASS) covered++;
      if (front[i] === mass) isSeen[i] = 1;
    });
    const near = hidden[mass]! >= HIDES && hidden[mass]! > covered;
    const about = grown(width, height, isSeen, box, reach.limb);
    const under = near ? about : grown(width, height, isSeen, box, reach.skirt);
    const limb = new Uint8Array(size);
    eachPixel(box, width, (i) => {
      if (triangle[i]! < 0) return;
      // What the skirt hides of a limb that is painted after it would lie on the skirt.
      const goesOn = front[i] === SKIRT_MASS ? under[i]! > 0 && !near : about[i]! > 0;
      if (goesOn) limb[i] = limbs[triangle[i]!]! + 1;
    });
    return { limb, near };
  });
  const behind = new Int32Array(size).fill(-1);
  for (const i of hiding) if (masses[front[i]!]!.near) behind[i] = skirt.triangle[i]!;
  return { masses, behind: { width, height, triangle: behind, depth: skirt.depth } };
}

/** First and last column and row; no pixel where a last one comes before its first. */
type Box = readonly [x0: number, x1: number, y0: number, y1: number];

function eachPixel([x0, x1, y0, y1]: Box, width: number, visit: (pixel: number) => void): void {
  for (let y = y0; y <= y1; y++) for (let i = y * width + x0; i <= y * width + x1; i++) visit(i);
}

/** A mass as it would be seen without the others, and a box that holds it. */
function seenAlone(
  { triangles, masses }: Scene,
  seen: Projected,
  width: number,
  height: number,
  mass: number,
): Visible & { readonly box: Box } {
  const own: number[] = [];
  for (let t = 0; t < masses.length; t++) if (masses[t]! & (1 << mass)) own.push(t);
  const corners = new Uint32Array(3 * own.length);
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let k = 0; k < corners.length; k++) {
    const corner = triangles[3 * own[(k / 3) | 0]! + (k % 3)]!;
    corners[k] = corner;
    const x = seen[3 * corner]!;
    const y = seen[3 * corner + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const box: Box = [
    Math.max(0, Math.floor(left)),
    Math.min(width - 1, Math.ceil(right)),
    Math.max(0, Math.floor(top)),
    Math.min(height - 1, Math.ceil(bottom)),
  ];
  const { triangle, depth } = rasterize(seen, corners, width, height);
  eachPixel(box, width, (i) => {
    if (triangle[i]! >= 0) triangle[i] = own[triangle[i]!]!;
  });
  return { width, height, triangle, depth, box };
}

/** What is within a square's reach of a pixel that is part of something, which lies in a box. */
function grown(
  width: number,
  height: number,
  has: Uint8Array,
  [x0, x1, y0, y1]: Box,
  reach: number,
): Uint8Array {
  const out = new Uint8Array(width * height);
  const left = Math.max(0, x0 - reach);
  const right = Math.min(width - 1, x1 + reach);
  /** By column, the last row that has something within reach to its left or right. */
  const touched = new Int32Array(width).fill(-1e6);
  for (let row = y0; row <= y1 + 2 * reach; row++) {
    if (row <= y1) {
      let until = left - 1;
      for (let x = x0; x <= x1; x++) {
        if (!has[row * width + x]) continue;
        const to = Math.min(width - 1, x + reach);
        for (let k = Math.max(until + 1, x - reach); k <= to; k++) touched[k] = row;
        until = to;
      }
    }
    const y = row - reach;
    if (y < 0 || y >= height) continue;
    for (let x = left; x <= right; x++) if (touched[x]! >= y - reach) out[y * width + x] = 1;
  }
  return out;
}
