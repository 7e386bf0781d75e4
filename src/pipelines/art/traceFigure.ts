import type { ClipLayer } from '../../schemas/clip.ts';
import type { FigureRaster } from './figure.ts';
import type { Joints } from './joints.ts';
import { eachField, materialsOf } from './layers.ts';
import { limbsAlong } from './limbsAlong.ts';
import { type Island, islandsOf } from './trace/islands.ts';

/** A border, and the limb that carries each of its controls. */
interface CarriedIsland extends Island {
  readonly limbs: readonly number[];
}

/** A frame traced by itself: all borders of all layers, before those are chosen that are drawn. */
export interface TracedFrame {
  readonly islands: Readonly<Partial<Record<ClipLayer, readonly CarriedIsland[]>>>;
  readonly joints: Joints;
  /** Where they are halfway to the next frame; absent in the last. */
  readonly halfway?: Joints;
}

/**
 * Greatest distance of outline and border by layer, in clip units. Tones that
 * hardly differ from what they lie on may be coarser.
 */
const TOLERANCE: Readonly<Partial<Record<ClipLayer, number>>> = {
  body: 1.45,
  near: 1.45,
  'skin-half': 1.1,
  'leotard-lit': 1.7,
  'hair-lit': 1.3,
  'tutu-shade': 1.2,
  'tutu-half': 1.3,
  'tutu-lit': 1.2,
  'dress-shade': 1.2,
  'dress-half': 1.55,
  'dress-lit': 1.2,
  'stain-lit': 1.55,
  rim: 1.2,
};
const USUAL_TOLERANCE = 1;

/** The face: its middle over the head's joint, clip units, and how much truer than the rest it is drawn. */
const FACE = { above: 18, radius: 52, gain: 0.55 } as const;
/** The hands, from the wrist to the tips. */
const HAND = { radius: 62, gain: 0.5 } as const;

/** Traces a rendered figure. */
export function traceFigure(raster: FigureRaster): TracedFrame {
  const { head, handLeft, handRight } = raster.joints;
  const focuses = [
    { x: head[0], y: head[1] - FACE.above, radius: FACE.radius, gain: FACE.gain },
    ...[handLeft, handRight].map(([x, y]) => ({ x, y, ...HAND })),
  ];
  const islands: Partial<Record<ClipLayer, CarriedIsland[]>> = {};
  for (const { layer, field, raster: seen } of eachField(raster)) {
    const tolerance = TOLERANCE[layer] ?? USUAL_TOLERANCE;
    const own = materialsOf(layer);
    const found = islandsOf(field, { tolerance, focuses }).map((island) => ({
      ...island,
      limbs: limbsAlong(island.controls, seen, own),
    }));
    if (found.length) islands[layer] = joined(islands[layer] ?? [], found);
  }
  return { islands, joints: raster.joints };
}

/** Two lists of islands as one. */
const joined = (
  list: readonly CarriedIsland[],
  more: readonly CarriedIsland[],
): CarriedIsland[] => [
  ...list,
  ...more.map((island) => ({
    ...island,
    parent: island.parent < 0 ? -1 : island.parent + list.length,
  })),
];
