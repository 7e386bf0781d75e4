/** Where she is in the course of a dance, as a camera follows her: calmly, whatever her limbs do. Pure. */
import { CLIP_ANCHORS, type Clip, type Outline } from '../../schemas/clip.ts';
import { clamp, mix } from '../maths/scalar.ts';
import { nearest } from './nearest.ts';

/** Clip units. */
export interface Whereabouts {
  /** Between her hips and the middle of all that she reaches. */
  readonly x: number;
  /** Height of her head, negative; where she is gone, of what she has left. */
  readonly head: number;
}

/** A dance's, frame by frame; the clip of one frame stands still. */
export type DancePath = readonly Whereabouts[];

/** Frames before and after each over which her way is evened out. */
const CALM = 8;
const HEAD = CLIP_ANCHORS.indexOf('head');
const HIPS = CLIP_ANCHORS.indexOf('hips');

const known = new WeakMap<Clip, DancePath>();

/** Reckoned once for each clip. */
export function pathOf(clip: Clip): DancePath {
  const path = known.get(clip) ?? reckoned(clip);
  known.set(clip, path);
  return path;
}

/** The highest point of a layer; 0 where it is empty. */
const topOf = (outlines: readonly Outline[]): number =>
  outlines.reduce(
    (top, outline) => outline.reduce((least, v, i) => (i % 2 ? Math.min(least, v) : least), top),
    0,
  );

function reckoned({ frames, motion }: Clip): DancePath {
  // What she has left is where it was drawn: nothing has to be carried for it.
  const drawn = motion?.drawn ?? [...frames.keys()];
  const tops = drawn.map((moment) => topOf(frames[moment]!.layers[0]!));
  const places = frames.map(({ anchors }, moment) => {
    const across = anchors.map(([x]) => x);
    return {
      x: (anchors[HIPS]![0] + (Math.min(...across) + Math.max(...across)) / 2) / 2,
      // The whole figure is the first layer.
      head: Math.max(anchors[HEAD]![1], tops[nearest(drawn, moment)]!),
    };
  });
  return places.map((_, at) => {
    const near = places.slice(Math.max(0, at - CALM), at + CALM + 1);
    const mean = (of: keyof Whereabouts) =>
      near.reduce((sum, place) => sum + place[of], 0) / near.length;
    return { x: mean('x'), head: mean('head') };
  });
}

/** Where she is at a progress of 0 to 1. */
export function whereAt(path: DancePath, progress: number): Whereabouts {
  const at = clamp(progress) * (path.length - 1);
  const before = path[Math.floor(at)]!;
  const after = path[Math.ceil(at)]!;
  const share = at % 1;
  return { x: mix(before.x, after.x, share), head: mix(before.head, after.head, share) };
}
