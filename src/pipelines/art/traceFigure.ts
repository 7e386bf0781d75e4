import type { ClipLayer } from '../../schemas/clip.ts';
import type { Anchors, FigureRaster } from './figure.ts';
import { eachLayer } from './layers.ts';
import { type Island, islandsOf } from './trace/islands.ts';

/** A frame traced by itself: all borders of all layers, before those are chosen that are drawn. */
export interface TracedFrame {
  readonly islands: Readonly<Partial<Record<ClipLayer, readonly Island[]>>>;
  readonly anchors: Anchors;
}

/**
 * Greatest distance of outline and border by layer, in clip units. Tones that
 * hardly differ from what they lie on may be coarser.
 */
const TOLERANCE: Readonly<Partial<Record<ClipLayer, number>>> = {
  body: 1.1,
  'skin-half': 0.85,
  'leotard-lit': 1.3,
  'hair-lit': 1,
  'tutu-shade': 0.9,
  'tutu-half': 1,
  'tutu-lit': 0.9,
  'dress-shade': 0.9,
  'dress-half': 1.2,
  'dress-lit': 0.9,
  'stain-lit': 1.2,
  rim: 0.9,
};
const USUAL_TOLERANCE = 0.75;

/** The face: its middle over the head's joint, clip units, and how much truer than the rest it is drawn. */
const FACE = { above: 18, radius: 52, gain: 0.55 } as const;
/** The hands, from the wrist to the tips. */
const HAND = { radius: 62, gain: 0.5 } as const;

/** Factors on the tolerances: a dance is written at the first at which it is small enough. */
export const LEVELS: readonly number[] = [1, 1.15, 1.3, 1.45, 1.6, 1.8, 2];

/** Traces a rendered figure. */
export function traceFigure(raster: FigureRaster): TracedFrame {
  const islands: Partial<Record<ClipLayer, Island[]>> = {};
  const { head, handLeft, handRight } = raster.anchors;
  const focuses = [
    { x: head[0], y: head[1] - FACE.above, radius: FACE.radius, gain: FACE.gain },
    ...[handLeft, handRight].map(([x, y]) => ({ x, y, ...HAND })),
  ];
  for (const [layer, field] of eachLayer(raster)) {
    const tolerance = TOLERANCE[layer] ?? USUAL_TOLERANCE;
    const found = islandsOf(field, {
      tolerances: LEVELS.map((level) => level * tolerance),
      focuses,
    });
    if (found.length) islands[layer] = found;
  }
  return { islands, anchors: raster.anchors };
}
