import type { Island } from './islands.ts';

/**
 * Chooses which islands of one layer are drawn, over all frames of a dance, so
 * that nothing flickers: an island that is plain to see is kept, and with it
 * its fainter selves in the frames before and after; a faint island that never
 * grows plain, or a small one that shows for an instant only, is dropped.
 * Measures in clip units.
 */
const PLAIN = { width: 1.7, area: 16 } as const;
const PLAIN_HOLE = { width: 2.4, area: 14 } as const;
const FAINT = { width: 1.1, area: 6 } as const;
/** Islands larger than this are drawn even for a single frame. */
const LARGE = 110;
/** Frames that a small island must last. */
const LASTING = 3;
/** How far a small island may move between frames and still be known again. */
const REACH = 26;
/** What is so near the head's joint goes along with it: in a leap a brow flies further than its reach. */
const FACE = 70;

/** The middle of an island; and, where it is part of the face, seen from the head's joint. */
interface Place {
  readonly middle: Point;
  readonly onFace: Point | undefined;
}
type Point = readonly [x: number, y: number];

/**
 * By frame and island: whether it is drawn.
 * @param least area that makes an island plain, and twice what makes a hole so; for layers of many small marks.
 * @param heads where the head's joint is in each frame
 */
export function chooseIslands(
  frames: readonly (readonly Island[])[],
  least: number = PLAIN.area,
  heads: readonly Point[] = [],
): boolean[][] {
  const places = new Map(
    frames.flatMap((islands, f) =>
      islands.map((island) => [island, placeOf(island, heads[f])] as const),
    ),
  );
  const same = (a: Island, b: Island): boolean =>
    alike(a, b) && apart(places.get(a)!, places.get(b)!) < reachOf(a);
  const isPlain = ({ width, area, hole }: Island): boolean =>
    hole
      ? width >= PLAIN_HOLE.width && area >= Math.max(PLAIN_HOLE.area, least / 2)
      : width >= PLAIN.width && area >= least;
  const plain = frames.map((islands) => islands.map(isPlain));
  const seen = frames.map((islands) => islands.map((island) => isPlain(island) || isFaint(island)));
  const forwards = lasting(frames, seen, 1, same);
  const backwards = lasting(frames, seen, -1, same);
  const near = spread(frames, seen, plain, same);
  return frames.map((islands, f) => {
    const chosen = islands.map((island, i) => {
      if (!seen[f]![i]) return false;
      if (plain[f]![i] && island.area >= Math.max(LARGE, 4 * least)) return true;
      return (
        near[f]![i]! && forwards[f]![i]! + backwards[f]![i]! - 1 >= Math.min(LASTING, frames.length)
      );
    });
    // What lies within a border that is not drawn is not drawn either, or holes would turn into islands.
    return islands.map((_, i) => {
      for (let k = i; k >= 0; k = islands[k]!.parent) if (!chosen[k]) return false;
      return true;
    });
  });
}

function isFaint(island: Island): boolean {
  return island.width >= FAINT.width && island.area >= FAINT.area;
}

/** For how many frames, this one counted, an island is seen without a break in one direction of time. */
function lasting(
  frames: readonly (readonly Island[])[],
  seen: readonly (readonly boolean[])[],
  way: 1 | -1,
  same: Likeness,
): number[][] {
  const counts = frames.map((islands) => islands.map(() => 1));
  const order = [...frames.keys()];
  if (way === 1) order.reverse();
  for (const f of order) {
    const next = frames[f + way];
    frames[f]!.forEach((island, i) => {
      next?.forEach((other, k) => {
        if (seen[f + way]![k] && same(island, other))
          counts[f]![i] = Math.max(counts[f]![i]!, counts[f + way]![k]! + 1);
      });
      // At either end of the dance it may well go on in the neighbouring one.
      if (!next) counts[f]![i] = LASTING;
    });
  }
  return counts;
}

/** Islands that are plain, or known again as one that is within a few frames. */
function spread(
  frames: readonly (readonly Island[])[],
  seen: readonly (readonly boolean[])[],
  plain: readonly (readonly boolean[])[],
  same: Likeness,
): boolean[][] {
  let state = plain.map((row) => [...row]);
  for (let step = 0; step < 4; step++) {
    const before = state;
    state = before.map((row, f) =>
      row.map((is, i) => {
        if (is || !seen[f]![i]) return is;
        return [-1, 1].some((d) =>
          frames[f + d]?.some((other, k) => before[f + d]![k] && same(frames[f]![i]!, other)),
        );
      }),
    );
  }
  return state;
}

/** Whether two borders of neighbouring frames are likely the same thing. */
type Likeness = (a: Island, b: Island) => boolean;

function alike(a: Island, b: Island): boolean {
  if (a.hole !== b.hole) return false;
  const ratio = a.area / b.area;
  return ratio <= 6 && ratio >= 1 / 6;
}

function placeOf({ box }: Island, head?: Point): Place {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const seen: Point | undefined = head && [x - head[0], y - head[1]];
  return { middle: [x, y], onFace: seen && Math.hypot(...seen) < FACE ? seen : undefined };
}

const between = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

const apart = (a: Place, b: Place): number =>
  a.onFace && b.onFace ? between(a.onFace, b.onFace) : between(a.middle, b.middle);

const reachOf = ({ box }: Island): number =>
  REACH + 0.25 * Math.hypot(box[2] - box[0], box[3] - box[1]);
