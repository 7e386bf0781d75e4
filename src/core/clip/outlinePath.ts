import type { Outline } from '../../schemas/clip.ts';

/**
 * SVG path data of closed uniform quadratic B-splines given by their control
 * points. The curve runs from the middle of one control edge to that of the
 * next, and each control is the last one reflected in such a middle, so `T`
 * gives them for free: `Mm0 Qp1 m1 Tm2 Tm3 … Z`, relative and without needless
 * separators. Exact: middles of multiples of 1 or 0.5 have short decimals.
 */
export function outlinePath(outlines: readonly Outline[]): string {
  let path = '';
  for (const outline of outlines) {
    const n = outline.length;
    // Twice the middle before the first control.
    let x = outline[n - 2]! + outline[0]!;
    let y = outline[n - 1]! + outline[1]!;
    path += `M${pair(x / 2, y / 2)}`;
    for (let i = 0; i < n; i += 2) {
      const k = i + 2 < n ? i + 2 : 0;
      const nextX = outline[i]! + outline[k]!;
      const nextY = outline[i + 1]! + outline[k + 1]!;
      if (i === 0) path += `q${pair(outline[0]! - x / 2, outline[1]! - y / 2)} `;
      else if (i === 2) path += 't';
      else if (nextX >= x) path += ' ';
      path += pair((nextX - x) / 2, (nextY - y) / 2);
      x = nextX;
      y = nextY;
    }
    path += 'z';
  }
  return path;
}

/** Two numbers; a minus separates by itself. */
const pair = (x: number, y: number): string => (y < 0 ? `${x}${y}` : `${x} ${y}`);
