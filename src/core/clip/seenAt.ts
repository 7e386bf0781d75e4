/**
 * What a dance shows at any place: one of its drawings, or the nearest of them carried there by her limbs. Pure.
 */
import type { Clip, ClipFrame, Motion, Shown } from '../../schemas/clip.ts';
import { clamp, mix, smooth } from '../maths/scalar.ts';
import { Carrier } from './carry.ts';
import { anchorsIn, JOINTS } from './limbs.ts';
import { nearest } from './nearest.ts';

/** What a clip was last asked for. */
const memories = new WeakMap<
  Motion,
  { readonly place: number; readonly shown: readonly [Shown, ...Shown[]] }
>();

/**
 * What is seen at a place, back to front. Where she moves calmly a drawing gives way to the next little by little,
 * and light moves over her; where she turns, at once. The same one for the same place, as long as no other has been
 * asked for.
 * @param place the index of a frame, or between two
 */
export function seenAt(
  frames: Clip['frames'],
  motion: Motion,
  place: number,
): readonly [Shown, ...Shown[]] {
  const memory = memories.get(motion);
  if (memory?.place === place) return memory.shown;
  const { own, other, share } = drawingsAt(motion, place);
  const carry = (drawing: number) => carried(frames, motion, drawing, place);
  const shown: [Shown, ...Shown[]] = [{ frame: carry(own), opacity: 1 }];
  if (other !== undefined) shown.push({ frame: carry(other), opacity: share });
  memories.set(motion, { place, shown });
  return shown;
}

/** Moments by which two drawings must be more apart for one to give way to the other little by little, and what that takes. */
const AT_ONCE = 2;
const SLOWNESS = 1 / 3;
const LONGEST = 1;

/** Clip units by which her shoulders' breadth as it is seen may change between two drawings: beyond it she has turned, and one seen through the other would have two faces. */
const TURNED = 14;
const SHOULDERS = [
  2 * JOINTS.indexOf('shoulderLeft'),
  2 * JOINTS.indexOf('shoulderRight'),
] as const;
const breadth = (joints: readonly number[]): number =>
  joints[SHOULDERS[0]]! - joints[SHOULDERS[1]]!;

/** Which drawing is seen at a place, which other one over it, and how much of that. */
function drawingsAt(
  { drawn, joints }: Motion,
  place: number,
): { readonly own: number; readonly other?: number; readonly share: number } {
  const own = nearest(drawn, place);
  const other = place < drawn[own]! ? own - 1 : own + 1;
  const far = drawn[other];
  if (far === undefined || place === drawn[own]) return { own, share: 0 };
  const turned = Math.abs(breadth(joints[2 * far]!) - breadth(joints[2 * drawn[own]!]!)) > TURNED;
  const apart = turned ? 0 : Math.abs(far - drawn[own]!);
  const lasts = clamp((apart - AT_ONCE) * SLOWNESS, 0, LONGEST);
  // From nothing, half of the time before the middle between both, to a half in it.
  const share = lasts && 0.5 - Math.abs((far + drawn[own]!) / 2 - place) / lasts;
  return share > 0 ? { own, other, share: smooth(share) } : { own, share: 0 };
}

/** A drawing, carried to a place. */
function carried(
  frames: Clip['frames'],
  motion: Motion,
  drawing: number,
  place: number,
): ClipFrame {
  const { drawn, joints: known } = motion;
  if (Number.isInteger(place) && drawing === nearest(drawn, place)) return frames[place]!;
  const joints = jointsAt(known, place);
  return { layers: layersAt(frames, motion, drawing, joints), anchors: anchorsIn(joints) };
}

/** A drawing's layers, carried to where her joints are then. */
export function layersAt(
  frames: Clip['frames'],
  { drawn, limbs, joints: known }: Motion,
  drawing: number,
  joints: readonly number[],
): ClipFrame['layers'] {
  const moment = drawn[drawing]!;
  const carrier = new Carrier(known[2 * moment]!, joints);
  return frames[moment]!.layers.map((outlines, layer) =>
    outlines.map((outline, i) => carrier.outline(outline, limbs[drawing]![layer]![i]!)),
  );
}

/** Where the joints are at a place: on a Catmull-Rom spline through those that are known, so that they pass each without a jerk. */
function jointsAt(joints: Motion['joints'], place: number): readonly number[] {
  const index = Math.floor(2 * place);
  const t = 2 * place - index;
  const from = joints[index]!;
  if (t === 0) return from;
  const to = joints[index + 1]!;
  const before = joints[index - 1];
  const after = joints[index + 2];
  return from.map((p, i) => {
    const q = to[i]!;
    const leaving = before ? (q - before[i]!) / 2 : q - p;
    const coming = after ? (after[i]! - p) / 2 : q - p;
    return mix(p, q, smooth(t)) + t * (1 - t) * ((1 - t) * leaving - t * coming);
  });
}
