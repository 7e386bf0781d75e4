/**
 * The closed uniform quadratic B-spline: controls p0 … p(n-1), piece k bending
 * round p(k) from the middle of p(k-1) p(k) to the middle of p(k) p(k+1).
 * A control that stands twice makes a corner there.
 */

/** Points of the closed curve, `perPiece` to a piece. */
export function splinePoints(controls: ArrayLike<number>, perPiece = 8): Float64Array {
  const n = controls.length / 2;
  const points = new Float64Array(n * perPiece * 2);
  for (let k = 0; k < n; k++) {
    const a = 2 * ((k + n - 1) % n);
    const b = 2 * k;
    const c = 2 * ((k + 1) % n);
    for (let i = 0; i < perPiece; i++) {
      const t = i / perPiece;
      const wa = ((1 - t) * (1 - t)) / 2;
      const wc = (t * t) / 2;
      const wb = 1 - wa - wc;
      for (let axis = 0; axis < 2; axis++) {
        points[2 * (k * perPiece + i) + axis] =
          wa * controls[a + axis]! + wb * controls[b + axis]! + wc * controls[c + axis]!;
      }
    }
  }
  return points;
}
