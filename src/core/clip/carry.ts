/**
 * Carries outlines from one moment to another, each control along with the limb that it lies on. Pure.
 */
import type { Outline } from '../../schemas/clip.ts';
import { JOINTS, LIMBS } from './limbs.ts';

/** Where all joints are seen at a moment: x0, y0, x1, y1, … in clip units, in the order of JOINTS. */
export type Joints = ArrayLike<number>;

/** Clip units below which a limb that points at the audience tells no direction. */
const SHORT = 10;
/** From each limb's first joint and its last, where they stand in a row of joints. */
const ENDS = LIMBS.map(([from, to]) => [2 * JOINTS.indexOf(from), 2 * JOINTS.indexOf(to)] as const);

/** Carries a place that a limb holds; the new one is left in `seen`. */
type Carry = (x: number, y: number) => void;
let [seenX, seenY] = [0, 0];

/** What becomes of the places that a limb holds: it turns and is seen longer or shorter; what lies beyond its ends keeps its size. */
function carryOf(limb: number, from: Joints, to: Joints): Carry {
  const [a, b] = ENDS[limb]!;
  const [ax, ay, bx, by] = [from[a]!, from[a + 1]!, from[b]!, from[b + 1]!];
  const [cx, cy, dx, dy] = [to[a]!, to[a + 1]!, to[b]!, to[b + 1]!];
  const before = Math.hypot(bx - ax, by - ay);
  const after = Math.hypot(dx - cx, dy - cy);
  if (before < SHORT || after < SHORT) {
    const [moveX, moveY] = [(cx - ax + dx - bx) / 2, (cy - ay + dy - by) / 2];
    return (x, y) => {
      seenX = x + moveX;
      seenY = y + moveY;
    };
  }
  const [ux, uy] = [(bx - ax) / before, (by - ay) / before];
  const [vx, vy] = [(dx - cx) / after, (dy - cy) / after];
  return (x, y) => {
    const along = (x - ax) * ux + (y - ay) * uy;
    const aside = (y - ay) * ux - (x - ax) * uy;
    const within = Math.max(0, Math.min(before, along));
    const way = (within * after) / before + along - within;
    seenX = cx + way * vx - aside * vy;
    seenY = cy + way * vy + aside * vx;
  };
}

/** To a quarter of a clip unit: paths of many digits take long to write and to read. */
const fine = (value: number): number => Math.round(4 * value) / 4;

/** Carries all outlines that are seen at one moment to another. */
export class Carrier {
  readonly #from: Joints;
  readonly #to: Joints;
  readonly #carries: Carry[] = [];

  constructor(from: Joints, to: Joints) {
    this.#from = from;
    this.#to = to;
  }

  /** @param limbs by control */
  outline(outline: Outline, limbs: readonly number[]): Outline {
    const n = limbs.length;
    const out: number[] = [];
    for (let i = 0; i < n; i++) {
      const [x, y] = [outline[2 * i]!, outline[2 * i + 1]!];
      const [before, own, next] = [
        limbs[i ? i - 1 : n - 1]!,
        limbs[i]!,
        limbs[i + 1 < n ? i + 1 : 0]!,
      ];
      this.#carry(own)(x, y);
      if (before === own && next === own) {
        out.push(fine(seenX), fine(seenY));
        continue;
      }
      // Where two limbs meet what lies between them goes with both.
      let [sumX, sumY] = [2 * seenX, 2 * seenY];
      for (const limb of [before, next]) {
        this.#carry(limb)(x, y);
        sumX += seenX;
        sumY += seenY;
      }
      out.push(fine(sumX / 4), fine(sumY / 4));
    }
    return out;
  }

  #carry(limb: number): Carry {
    this.#carries[limb] ??= carryOf(limb, this.#from, this.#to);
    return this.#carries[limb];
  }
}
