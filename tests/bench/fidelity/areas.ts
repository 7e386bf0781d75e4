/** Flat pictures of a figure on a grid, and how far two of them agree. Pure. */
import { ringOf } from '../../../src/core/clip/between.ts';
import type { Outline, Ring } from '../../../src/schemas/clip.ts';

/** What a grid covers, in clip units; a sample to a unit. */
const LEFT = -620;
const TOP = -1000;
const WIDTH = 1240;
const HEIGHT = 1080;

/** By sample the layer that is seen there, counted from 1; 0 where there is none. */
export type Tones = Uint8Array;

/** Paints layers back to front, each of them outlines or closed rows of points; filled where the winding is not zero. */
export function painted(layers: readonly (readonly (Outline | Ring)[])[]): Tones {
  const tones = new Uint8Array(WIDTH * HEIGHT);
  layers.forEach((outlines, index) => {
    const rows = Array.from({ length: HEIGHT }, (): [x: number, way: number][] => []);
    for (const outline of outlines)
      cross(outline instanceof Float32Array ? outline : ringOf(outline), rows);
    rows.forEach((row, y) => {
      row.sort((a, b) => a[0] - b[0]);
      let winding = 0;
      row.forEach(([x, way], k) => {
        winding += way;
        const end = row[k + 1]?.[0];
        if (winding === 0 || end === undefined) return;
        const from = Math.max(0, Math.ceil(x - 0.5));
        const to = Math.min(WIDTH, Math.ceil(end - 0.5));
        if (to > from) tones.fill(index + 1, y * WIDTH + from, y * WIDTH + to);
      });
    });
  });
  return tones;
}

/** Where a ring crosses the middles of the rows, and which way. */
function cross(ring: Ring, rows: [number, number][][]): void {
  for (let i = 0, p = ring.length - 2; i < ring.length; p = i, i += 2) {
    const down = ring[i + 1]! > ring[p + 1]!;
    const [a, b] = down ? [p, i] : [i, p];
    const [x0, y0] = [ring[a]! - LEFT, ring[a + 1]! - TOP];
    const [x1, y1] = [ring[b]! - LEFT, ring[b + 1]! - TOP];
    const last = Math.min(HEIGHT, Math.ceil(y1 - 0.5));
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
