import { polygon, rect } from '../../core/paths/path.ts';
import type { Shape, Tone } from '../../schemas/picture.ts';

/** Where the back wall meets the floor. */
const WALL_FOOT = -92;

/** A flat over the whole world: the first shape of every set. */
export const backdrop = (tone: Tone): Shape => ({ d: rect(-1800, -1500, 3600, 2400), tone });

/** The floor from the wall's foot to the front. */
export const floor = (tone: Tone, y = WALL_FOOT): Shape => ({
  d: rect(-1800, y, 3600, 900 - y),
  tone,
});

/** Joints between floorboards, running away from the viewer; thin wedges. */
export const boards = (spacing: number, from = WALL_FOOT, vanish = -900): string => {
  let d = '';
  for (let x = -1800; x <= 1800; x += spacing) {
    const far = (y: number): number => x * ((y - vanish) / (140 - vanish));
    d += polygon(far(from) - 0.4, from, far(from) + 0.4, from, x + 1.3, 140, x - 1.3, 140);
  }
  return d;
};
