/**
 * The closed uniform quadratic B-spline: controls p0 … p(n-1), piece k bending
 * round p(k) from the middle of p(k-1) p(k) to the middle of p(k) p(k+1).
 * A control that stands twice makes a corner there.
 */

/**
 * Points of the closed curve, `perPiece` to a piece.
 * @param points where they go; a new array when absent.
 */
export function splinePoints(
  controls: ArrayLike<number>,
  perPiece = 8,
  points = new Float64Array(controls.length * perPiece),
): Float64Array {
  const n = controls.length / 2;
  for (let k = 0, at = 0; k < n; k++) {
    const a = 2 * (k > 0 ? k - 1 : n - 1);
    const b = 2 * k;
    const c = 2 * (k + 1 < n ? k + 1 : 0);
    for (let i = 0; i < perPiece; i++) {
      const t = i / perPiece;
      const wa = ((1 - t) * (1 - t)) / 2;
      const wc = (t * t) / 2;
      const wb = 1 - wa - wc;
      points[at++] = wa * controls[a]! + wb * controls[b]! + wc * controls[c]!;
      points[at++] = wa * controls[a + 1]! + wb * controls[b + 1]! + wc * controls[c + 1]!;
    }
  }
  return points;
}
