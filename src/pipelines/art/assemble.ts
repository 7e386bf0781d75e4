import {
  CLIP_ANCHORS,
  CLIP_LAYERS,
  type Clip,
  type ClipLayer,
  type Outline,
} from '../../schemas/clip.ts';
import { chooseIslands } from './trace/choose.ts';
import { roundOutline } from './trace/round.ts';
import type { TracedFrame } from './traceFigure.ts';

/** Area, in square clip units, below which a mark of these layers says nothing. */
const LEAST_AREA: Readonly<Partial<Record<ClipLayer, number>>> = {
  'leotard-lit': 900,
  'hair-lit': 30,
  'tutu-shade': 60,
  'tutu-half': 40,
  'tutu-lit': 40,
  'dress-shade': 400,
  'dress-half': 420,
  'dress-lit': 240,
  'stain-lit': 240,
  rim: 40,
};

/**
 * Makes a clip of a dance's traced frames: chooses what is drawn, rounds it to
 * multiples of `grid` clip units, leaves out layers that nothing is on.
 * @param level which of the fits, the finest being 0.
 */
export function assembleClip(frames: readonly TracedFrame[], level = 0, grid = 1): Clip {
  const layers = CLIP_LAYERS.filter((layer) => frames.some((f) => f.islands[layer]?.length));
  const outlines = layers.map((layer) => {
    const islands = frames.map((frame) => frame.islands[layer] ?? []);
    const chosen = chooseIslands(islands, LEAST_AREA[layer]);
    return islands.map((found, f) =>
      found
        .filter((_, i) => chosen[f]![i])
        .map((island): Outline => roundOutline(island.controls[level]!, grid))
        .filter((outline) => outline.length > 0),
    );
  });
  return {
    layers,
    frames: frames.map((frame, f) => ({
      layers: layers.map((_, l) => outlines[l]![f]!),
      anchors: CLIP_ANCHORS.map((name): [number, number] => {
        const [x, y] = frame.anchors[name];
        return [Math.round(x) + 0, Math.round(y) + 0];
      }),
    })),
  };
}

/** One frame of a clip as a clip of its own. */
export function stillOf(clip: Clip, frame: number): Clip {
  const whole = clip.frames[frame]!;
  const drawn = clip.layers.map((_, l) => whole.layers[l]!.length > 0);
  return {
    layers: clip.layers.filter((_, l) => drawn[l]),
    frames: [{ ...whole, layers: whole.layers.filter((_, l) => drawn[l]) }],
  };
}
