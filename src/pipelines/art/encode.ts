import {
  CLIP_FORMAT,
  CLIP_VERSION,
  type ClipText,
  DIGITS,
  FAR,
  NEAR,
} from '../../core/clip/format.ts';
import { CLIP_ANCHORS, type Clip, type Outline } from '../../schemas/clip.ts';

/**
 * Writes a clip as text (see `core/clip/format.ts`). Where an outline starts is
 * free: it starts after its longest edge, which then need not be stored.
 * @param grid what all coordinates are multiples of, in clip units.
 * @throws Error when a coordinate is not, or too far out.
 */
export function encodeClip(clip: Clip, grid = 1): string {
  let heads = '';
  let x = '';
  let y = '';
  const units = (value: number): number => {
    const whole = Math.round(value / grid);
    if (whole * grid !== value) throw new Error(`${value} is not a multiple of the grid, ${grid}`);
    return whole;
  };
  const at = [0, 0];
  for (const [l] of clip.layers.entries()) {
    for (const frame of clip.frames) {
      const outlines = frame.layers[l]!;
      heads += number(outlines.length);
      for (const outline of outlines) {
        const points = startAfterLongestEdge(outline).map(units);
        heads += number(points.length / 2);
        heads += number(points[0]! - at[0]!) + number(points[1]! - at[1]!);
        at[0] = points[0]!;
        at[1] = points[1]!;
        for (let i = 2; i < points.length; i += 2) {
          x += number(points[i]! - points[i - 2]!);
          y += number(points[i + 1]! - points[i - 1]!);
        }
      }
    }
  }
  const places = CLIP_ANCHORS.map(() => [0, 0]);
  for (const frame of clip.frames) {
    frame.anchors.forEach((anchor, a) => {
      const place = anchor.map(units);
      heads += number(place[0]! - places[a]![0]!) + number(place[1]! - places[a]![1]!);
      places[a] = place;
    });
  }
  const text: ClipText = {
    format: CLIP_FORMAT,
    version: CLIP_VERSION,
    grid,
    frames: clip.frames.length,
    layers: clip.layers,
    heads,
    x,
    y,
  };
  return `${JSON.stringify(text)}\n`;
}

/** The same closed outline, its first control being the one its longest edge leads to. */
export function startAfterLongestEdge(outline: Outline): Outline {
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
  return [...outline.slice(start), ...outline.slice(0, start)];
}

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
