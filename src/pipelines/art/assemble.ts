import { anchorsIn } from '../../core/clip/limbs.ts';
import { CLIP_LAYERS, type Clip, type ClipLayer, type Motion } from '../../schemas/clip.ts';
import { inOrder, type Joints } from './joints.ts';
import { chooseIslands } from './trace/choose.ts';
import { keptControls } from './trace/round.ts';
import type { TracedFrame } from './traceFigure.ts';

/** A clip whose drawings can be carried. */
export interface MovingClip extends Clip {
  readonly motion: Motion;
}

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
 * Makes a clip of a dance's traced frames, all of them drawn: chooses what of each is drawn, rounds it to
 * multiples of `grid` clip units, leaves out layers that nothing is on.
 */
export function assembleClip(frames: readonly TracedFrame[], grid = 1): MovingClip {
  const layers = CLIP_LAYERS.filter((layer) => frames.some((f) => f.islands[layer]?.length));
  const heads = frames.map(({ joints }) => joints.head);
  const rounded = layers.map((layer) => {
    const islands = frames.map((frame) => frame.islands[layer] ?? []);
    const chosen = chooseIslands(islands, LEAST_AREA[layer], heads);
    return islands.map((found, f) =>
      found
        .filter((_, i) => chosen[f]![i])
        .map((island) => {
          const { controls } = island;
          const kept = keptControls(controls, grid);
          return {
            outline: kept.flatMap((i) => [
              onGrid(controls[2 * i]!, grid),
              onGrid(controls[2 * i + 1]!, grid),
            ]),
            limbs: kept.map((i) => island.limbs[i]!),
          };
        })
        .filter(({ limbs }) => limbs.length > 0),
    );
  });
  const row = (joints: Joints): number[] =>
    inOrder(joints)
      .flat()
      .map((value) => onGrid(value, grid));
  const joints = frames.flatMap(({ joints, halfway }, f) => [
    row(joints),
    // The last frame has nothing after it.
    ...(f + 1 < frames.length ? [row(halfway ?? joints)] : []),
  ]);
  return {
    layers,
    frames: frames.map((_, f) => ({
      layers: rounded.map((drawings) => drawings[f]!.map(({ outline }) => outline)),
      anchors: anchorsIn(joints[2 * f]!),
    })),
    motion: {
      drawn: [...frames.keys()],
      limbs: frames.map((_, f) =>
        rounded.map((drawings) => drawings[f]!.map(({ limbs }) => limbs)),
      ),
      joints,
    },
  };
}

/** The nearest multiple of the grid; never -0. */
const onGrid = (value: number, grid: number): number => Math.round(value / grid) * grid + 0;

/** The same clip with drawings of those moments alone; of others, frames still hold what was drawn. */
export function keepDrawn(clip: MovingClip, moments: readonly number[]): MovingClip {
  const { drawn, limbs } = clip.motion;
  const kept = moments.map((moment) => limbs[drawn.indexOf(moment)]!);
  return { ...clip, motion: { ...clip.motion, drawn: moments, limbs: kept } };
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
