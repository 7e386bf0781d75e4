/** Flat pictures of a figure on a grid, and how far two of them agree. Pure. */
import { type ClipLayer, type Outline, toneOf } from '../../schemas/clip.ts';

/** A closed row of points, joined by straight lines: x0, y0, x1, y1, … */
export type Ring = Float32Array;

/** What a grid covers, in clip units. */
const LEFT = -620;
const TOP = -1000;
const WIDTH = 1240;
const HEIGHT = 1080;

/** By sample the layer that is seen there, counted from 1; 0 where there is none. */
export type Tones = Uint8Array;

/**
 * Paints layers back to front, each of them outlines or closed rows of points; filled where the winding is not zero.
 * @param step clip units from one sample to the next
 * @param names of the layers, where some of them share a tone
 */
export function painted(
  layers: readonly (readonly (Outline | Ring)[])[],
  step = 1,
  names: readonly ClipLayer[] = [],
): Tones {
  const [width, height] = [Math.ceil(WIDTH / step), Math.ceil(HEIGHT / step)];
  const tones = new Uint8Array(width * height);
  layers.forEach((outlines, index) => {
    const name = names[index];
    const tone = name === undefined ? index : names.indexOf(toneOf(name));
    const rows = Array.from({ length: height }, (): [x: number, way: number][] => []);
    for (const outline of outlines)
      cross(outline instanceof Float32Array ? outline : ringOf(outline), rows, step);
    rows.forEach((row, y) => {
      row.sort((a, b) => a[0] - b[0]);
      let winding = 0;
      row.forEach(([x, way], k) => {
        winding += way;
        const end = row[k + 1]?.[0];
        if (winding === 0 || end === undefined) return;
        const from = Math.max(0, Math.ceil(x - 0.5));
        const to = Math.min(width, Math.ceil(end - 0.5));
        if (to > from) tones.fill(tone + 1, y * width + from, y * width + to);
      });
    });
  });
  return tones;
}

/** Clip units between points at most. */
const SPACING = 9;
/** How many there are to a bend, however short. */
const BEND = 3;

/** The points of an outline's curve, closer where it bends. */
function ringOf(outline: Outline): Ring {
  const out: number[] = [];
  const n = outline.length;
  for (let i = 0; i < n; i += 2) {
    const p = i ? i - 2 : n - 2;
    const k = i + 2 < n ? i + 2 : 0;
    const x = outline[i]!;
    const y = outline[i + 1]!;
    const ux = (x - outline[p]!) / 2;
    const uy = (y - outline[p + 1]!) / 2;
    const vx = (outline[k]! - x) / 2;
    const vy = (outline[k + 1]! - y) / 2;
    const length = Math.hypot(ux, uy) + Math.hypot(vx, vy);
    const count = Math.ceil(Math.max(length / SPACING, Math.min(length, BEND)));
    for (let j = 0; j < count; j++) {
      const t = j / count;
      const a = (1 - t) ** 2;
      out.push(x - a * ux + t * t * vx, y - a * uy + t * t * vy);
    }
  }
  return Float32Array.from(out);
}

/** Where a ring crosses the middles of the rows, and which way. */
function cross(ring: Ring, rows: [number, number][][], step: number): void {
  for (let i = 0, p = ring.length - 2; i < ring.length; p = i, i += 2) {
    const down = ring[i + 1]! > ring[p + 1]!;
    const [a, b] = down ? [p, i] : [i, p];
    const [x0, y0] = [(ring[a]! - LEFT) / step, (ring[a + 1]! - TOP) / step];
    const [x1, y1] = [(ring[b]! - LEFT) / step, (ring[b + 1]! - TOP) / step];
    const last = Math.min(rows.length, Math.ceil(y1 - 0.5));
    for (let y = Math.max(0, Math.ceil(y0 - 0.5)); y < last; y++)
      rows[y]!.push([x0 + ((x1 - x0) * (y + 0.5 - y0)) / (y1 - y0), down ? 1 : -1]);
  }
}

export interface Agreement {
  /** Samples that both show, of those that either does. */
  readonly silhouette: number;
  /** Samples that both show in the same layer, of the same. */
  readonly tones: number;
}

export function agreement(a: Tones, b: Tones): Agreement {
  let [either, both, same] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!a[i] && !b[i]) continue;
    either++;
    if (a[i] && b[i]) both++;
    if (a[i] === b[i]) same++;
  }
  return { silhouette: either ? both / either : 1, tones: either ? same / either : 1 };
}
