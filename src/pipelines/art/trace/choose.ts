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

/**
 * By frame and island: whether it is drawn.
 * @param least area that makes an island plain, and twice what makes a hole so; for layers of many small marks.
 */
export function chooseIslands(
  frames: readonly (readonly Island[])[],
  least: number = PLAIN.area,
): boolean[][] {
  const isPlain = ({ width, area, hole }: Island): boolean =>
    hole
      ? width >= PLAIN_HOLE.width && area >= Math.max(PLAIN_HOLE.area, least / 2)
      : width >= PLAIN.width && area >= least;
  const plain = frames.map((islands) => islands.map(isPlain));
  const seen = frames.map((islands) => islands.map((island) => isPlain(island) || isFaint(island)));
  const forwards = lasting(frames, seen, 1);
  const backwards = lasting(frames, seen, -1);
  const near = spread(frames, seen, plain);
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
function same(a: Island, b: Island): boolean {
  if (a.hole !== b.hole) return false;
  const ratio = a.area / b.area;
  if (ratio > 6 || ratio < 1 / 6) return false;
  const dx = (a.box[0] + a.box[2] - b.box[0] - b.box[2]) / 2;
  const dy = (a.box[1] + a.box[3] - b.box[1] - b.box[3]) / 2;
  const reach = REACH + 0.25 * Math.hypot(a.box[2] - a.box[0], a.box[3] - a.box[1]);
  return Math.hypot(dx, dy) < reach;
}
