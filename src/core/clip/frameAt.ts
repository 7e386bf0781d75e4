/**
 * What a dance shows at any place: one of its drawings, or what lies between two of them where she
 * moves calmly. In a turn, where outlines part and meet anew, the nearest drawing stands. Pure.
 */
import type { Clip, ClipFrame, Picture, Ring } from '../../schemas/clip.ts';
import { mix } from '../maths/scalar.ts';
import { type Change, changesOf } from './between.ts';

/** Clip units that an outline's places go on average where she moves calmly. */
const WAY = 18;
/** And the share of it that is drawn out: of the whole figure, and of a tone. */
const FIGURE = 0.2;
const TONE = 0.5;

/** What becomes of a layer: what changes all the way, and what is seen up to the middle and from there. */
interface Stages {
  readonly changes: readonly Change[];
  readonly early: readonly Change[];
  readonly late: readonly Change[];
}

/** What becomes of each layer from one drawing to the next; null where they are too unlike. */
type Way = readonly Stages[] | null;

/** What a clip was last asked for. */
interface Memory {
  index: number;
  way: Way;
  place: number;
  picture: Picture;
}

const memories = new WeakMap<Clip, Memory>();

/** What is seen at a place; the same one for the same place, as long as no other has been asked for. */
export function frameAt(clip: Clip, place: number): Picture {
  const index = Math.floor(place);
  const from = clip.frames[index]!;
  if (index === place) return from;
  const to = clip.frames[index + 1]!;
  const memory = memories.get(clip) ?? { index: -1, way: null, place: -1, picture: from };
  memories.set(clip, memory);
  if (memory.index !== index) Object.assign(memory, { index, way: wayFrom(from, to) });
  if (memory.place === place) return memory.picture;
  const share = place - index;
  if (!memory.way) return share < 0.5 ? from : to;
  memory.place = place;
  memory.picture = {
    layers: memory.way.map(({ changes, early, late }) =>
      [...changes, ...(share < 0.5 ? early : late)].map(
        ([a, b]): Ring => a.map((value, i) => mix(value, b[i]!, share)),
      ),
    ),
    anchors: from.anchors.map(([x, y], i) => {
      const [toX, toY] = to.anchors[i]!;
      return [mix(x, toX, share), mix(y, toY, share)];
    }),
  };
  return memory.picture;
}

function wayFrom(from: ClipFrame, to: ClipFrame): Way {
  let whole: readonly Change[] = [];
  const way: Stages[] = [];
  for (const [index, outlines] of from.layers.entries()) {
    const { changes, going, coming } = changesOf(outlines, to.layers[index]!);
    const calm = changes.filter((change) => {
      if (isCalm(change, index ? TONE : FIGURE)) return true;
      going.push(change[0]);
      coming.push(change[1]);
      return false;
    });
    // The whole figure is the first layer.
    if (index === 0) {
      if (calm.length === 0 || calm.length < changes.length) return null;
      whole = calm;
    }
    way.push({
      changes: calm,
      early: going.map((ring) => [ring, carried(ring, whole, 0)]),
      late: coming.map((ring) => [carried(ring, whole, 1), ring]),
    });
  }
  return way;
}

/** A ring that goes along with the figure's nearest border, forwards from its beginning (0) or back from its end (1). */
function carried(ring: Ring, whole: readonly Change[], end: 0 | 1): Ring {
  const out = ring.slice();
  for (let i = 0; i < ring.length; i += 2) {
    let least = Number.POSITIVE_INFINITY;
    for (const change of whole) {
      const near = change[end];
      const far = change[1 - end]!;
      for (let k = 0; k < near.length; k += 6) {
        const away = (near[k]! - ring[i]!) ** 2 + (near[k + 1]! - ring[i + 1]!) ** 2;
        if (away >= least) continue;
        least = away;
        out[i] = ring[i]! + far[k]! - near[k]!;
        out[i + 1] = ring[i + 1]! + far[k + 1]! - near[k + 1]!;
      }
    }
  }
  return out;
}

function isCalm([a, b]: Change, most: number): boolean {
  let [length, stretch, moved] = [0, 0, 0];
  for (let i = 0, p = a.length - 2; i < a.length; p = i, i += 2) {
    const before = Math.hypot(a[i]! - a[p]!, a[i + 1]! - a[p + 1]!);
    const after = Math.hypot(b[i]! - b[p]!, b[i + 1]! - b[p + 1]!);
    length += before + after;
    stretch += Math.abs(before - after);
    moved += Math.hypot(a[i]! - b[i]!, a[i + 1]! - b[i + 1]!);
  }
  return moved < (WAY * a.length) / 2 && stretch < most * length;
}
