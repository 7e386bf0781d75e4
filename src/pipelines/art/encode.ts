import {
  CLIP_FORMAT,
  CLIP_VERSION,
  type ClipText,
  DIGITS,
  FAR,
  NEAR,
  RUN_SHIFT,
} from '../../core/clip/format.ts';
import { LIMBS } from '../../core/clip/limbs.ts';
import type { Clip, Outline } from '../../schemas/clip.ts';

/**
 * Writes a clip as text (see `core/clip/format.ts`). Where an outline starts is
 * free: it starts after its longest edge, which then need not be stored.
 * @param grid what all coordinates are multiples of, in clip units.
 * @throws Error when a coordinate is not, or too far out.
 */
export function encodeClip(clip: Clip, grid = 1): string {
  const units = (value: number): number => {
    const whole = Math.round(value / grid);
    if (whole * grid !== value) throw new Error(`${value} is not a multiple of the grid, ${grid}`);
    return whole;
  };
  const { frames, motion } = clip;
  const drawn = motion?.drawn ?? [...frames.keys()];
  const joints = motion?.joints ?? frames.map(({ anchors }) => anchors.flat());
  const text: ClipText = {
    format: CLIP_FORMAT,
    version: CLIP_VERSION,
    grid,
    frames: frames.length,
    drawn: drawn.map((moment, d) => number(moment - (drawn[d - 1] ?? 0))).join(''),
    layers: clip.layers,
    ...outlineStreams(clip, drawn, units),
    joints: joints[0]!.length / 2,
    places: joints[0]!.map((_, channel) => way(joints.map((row) => units(row[channel]!)))).join(''),
  };
  return `${JSON.stringify(text)}\n`;
}

/** All outlines of the drawings, layer by layer, and what carries them. */
function outlineStreams(
  { layers, frames, motion }: Clip,
  drawn: readonly number[],
  units: (value: number) => number,
): Pick<ClipText, 'heads' | 'x' | 'y' | 'limbs'> {
  let [heads, x, y, limbs] = ['', '', '', ''];
  const at = [0, 0];
  for (const [l] of layers.entries()) {
    for (const [d, moment] of drawn.entries()) {
      const outlines = frames[moment]!.layers[l]!;
      heads += number(outlines.length);
      for (const [o, outline] of outlines.entries()) {
        const start = longestEdgesEnd(outline);
        const points = turned(outline, start).map(units);
        heads += number(points.length / 2);
        heads += number(points[0]! - at[0]!) + number(points[1]! - at[1]!);
        at[0] = points[0]!;
        at[1] = points[1]!;
        for (let i = 2; i < points.length; i += 2) {
          x += number(points[i]! - points[i - 2]!);
          y += number(points[i + 1]! - points[i - 1]!);
        }
        if (motion) limbs += runs(turned(motion.limbs[d]![l]![o]!, start / 2));
      }
    }
  }
  return { heads, x, y, limbs };
}

/** Limbs as runs of the same one. */
function runs(limbs: readonly number[]): string {
  let out = '';
  for (let from = 0; from < limbs.length; ) {
    let to = from;
    while (limbs[to] === limbs[from]) to++;
    const last = to === limbs.length;
    out += number(limbs[from]! + (last ? LIMBS.length : 0) - RUN_SHIFT);
    if (!last) out += number(to - from);
    from = to;
  }
  return out;
}

/** Places as steps from where the two before would lead. */
const way = (places: readonly number[]): string =>
  places
    .map((place, i) => {
      const [before, first] = [places[i - 1] ?? 0, places[i - 2]];
      return number(first === undefined ? place - before : place - 2 * before + first);
    })
    .join('');

/** Where the control stands that an outline's longest edge leads to. */
function longestEdgesEnd(outline: Outline): number {
  const n = outline.length;
  let start = 0;
  let longest = -1;
  for (let i = 0; i < n; i += 2) {
    const before = (i + n - 2) % n;
    const length =
      Math.abs(outline[i]! - outline[before]!) + Math.abs(outline[i + 1]! - outline[before + 1]!);
    if (length > longest) {
      longest = length;
      start = i;
    }
  }
  return start;
}

const turned = <T>(row: readonly T[], start: number): T[] => [
  ...row.slice(start),
  ...row.slice(0, start),
];

/** The same closed outline, its first control being the one its longest edge leads to. */
export const startAfterLongestEdge = (outline: Outline): Outline =>
  turned(outline, longestEdgesEnd(outline));

const digit = (value: number): string => String.fromCharCode(value + (value < 57 ? 35 : 36));

function number(value: number): string {
  const size = Math.abs(value);
  if (size <= NEAR) return digit(value + NEAR);
  const far = 2 * (size - NEAR - 1) + (value < 0 ? 1 : 0);
  const high = Math.floor(far / DIGITS);
  if (high >= DIGITS) throw new Error(`${value} is too far for a clip`);
  const near = 2 * NEAR + 1 + high;
  return (near < FAR ? digit(near) : digit(FAR) + digit(high)) + digit(far % DIGITS);
}
