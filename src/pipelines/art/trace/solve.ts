import type { Track } from './corners.ts';
import { splinePoints } from './spline.ts';

/**
 * The least-squares step of the fit. Every sample j of the track sits at spline
 * parameter u(j): piece floor(u), position u - floor(u) within it. Errors along
 * the contour's normal count fully, errors along its tangent hardly (the curve
 * may slide along itself), which is what lets few controls follow a contour:
 * "tangent distance minimisation", Wang, Pottmann and Liu 2006.
 */
export interface Fit {
  /** Which unknown each control is: the two halves of a corner share one. */
  readonly unknowns: Int32Array;
  /** x, y by unknown. */
  readonly values: Float64Array;
  /** Spline parameter by sample. */
  readonly at: Float64Array;
}

/** Keeps controls apart where the contour alone would let them drift. */
const STIFFNESS = 2e-3;

/** Unit tangents by sample, from central differences. */
export function tangents(track: Track): Float64Array {
  const { points } = track;
  const n = points.length / 2;
  const out = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    const a = 2 * ((i + n - 1) % n);
    const c = 2 * ((i + 1) % n);
    const x = points[c]! - points[a]!;
    const y = points[c + 1]! - points[a + 1]!;
    const length = Math.hypot(x, y) || 1;
    out[2 * i] = x / length;
    out[2 * i + 1] = y / length;
  }
  return out;
}

/**
 * Improves `fit.values` in place by conjugate gradients on the normal equations.
 * `tangentWeight` (0 to 1) is how much errors along the contour count.
 */
export function solve(
  fit: Fit,
  track: Track,
  tangent: Float64Array,
  tangentWeight: number,
  rounds: number,
): void {
  const { unknowns, values, at } = fit;
  const controls = unknowns.length;
  const samples = at.length;
  const size = values.length;
  const slots = new Int32Array(3 * samples);
  const weights = new Float64Array(3 * samples);
  for (let j = 0; j < samples; j++) {
    const piece = Math.floor(at[j]!);
    const t = at[j]! - piece;
    weights[3 * j] = ((1 - t) * (1 - t)) / 2;
    weights[3 * j + 2] = (t * t) / 2;
    weights[3 * j + 1] = 1 - weights[3 * j]! - weights[3 * j + 2]!;
    for (let d = 0; d < 3; d++)
      slots[3 * j + d] = 2 * unknowns[(piece + d - 1 + 2 * controls) % controls]!;
  }
  const influence = track.slack.map((slack) => 1 / (1 + slack) ** 2);
  const apply = (v: Float64Array, target: Float64Array | null, out: Float64Array): void => {
    out.fill(0);
    for (let j = 0; j < samples; j++) {
      const a = slots[3 * j]!;
      const b = slots[3 * j + 1]!;
      const c = slots[3 * j + 2]!;
      const wa = weights[3 * j]!;
      const wb = weights[3 * j + 1]!;
      const wc = weights[3 * j + 2]!;
      let ex = wa * v[a]! + wb * v[b]! + wc * v[c]!;
      let ey = wa * v[a + 1]! + wb * v[b + 1]! + wc * v[c + 1]!;
      if (target) {
        ex = target[2 * j]! - ex;
        ey = target[2 * j + 1]! - ey;
      }
      const weight = influence[j]!;
      ex *= weight;
      ey *= weight;
      const tx = tangent[2 * j]!;
      const ty = tangent[2 * j + 1]!;
      const along = (1 - tangentWeight) * (ex * tx + ey * ty);
      ex -= along * tx;
      ey -= along * ty;
      out[a] = out[a]! + wa * ex;
      out[a + 1] = out[a + 1]! + wa * ey;
      out[b] = out[b]! + wb * ex;
      out[b + 1] = out[b + 1]! + wb * ey;
      out[c] = out[c]! + wc * ex;
      out[c + 1] = out[c + 1]! + wc * ey;
    }
    const sign = target ? -STIFFNESS : STIFFNESS;
    for (let k = 0; k < controls; k++) {
      const a = 2 * unknowns[(k + controls - 1) % controls]!;
      const b = 2 * unknowns[k]!;
      const c = 2 * unknowns[(k + 1) % controls]!;
      for (let axis = 0; axis < 2; axis++) {
        const bend = sign * (v[a + axis]! - 2 * v[b + axis]! + v[c + axis]!);
        out[a + axis] = out[a + axis]! + bend;
        out[b + axis] = out[b + axis]! - 2 * bend;
        out[c + axis] = out[c + axis]! + bend;
      }
    }
  };
  const residual = new Float64Array(size);
  apply(values, track.points, residual);
  const direction = residual.slice();
  const image = new Float64Array(size);
  let power = dot(residual, residual);
  for (let round = 0; round < rounds && power > 1e-6 * size; round++) {
    apply(direction, null, image);
    const length = power / (dot(direction, image) || 1);
    for (let i = 0; i < size; i++) {
      values[i] = values[i]! + length * direction[i]!;
      residual[i] = residual[i]! - length * image[i]!;
    }
    const nextPower = dot(residual, residual);
    const keep = nextPower / power;
    for (let i = 0; i < size; i++) direction[i] = residual[i]! + keep * direction[i]!;
    power = nextPower;
  }
}

/** Straight pieces that stand for one curved piece when the nearest place is sought. */
const CHORDS = 6;
/** How many chords a sample may move at once, lest it jump to another limb. */
const WALK = 40;

/**
 * Moves each sample's parameter to the nearest place of the curve, walking
 * along it from where the sample was, and returns how far curve and contour are
 * apart, by sample, less where there is slack. Also looks at the curve between the places of neighbouring
 * samples, or a spike of the curve between two samples would go unseen.
 */
export function project(fit: Fit, track: Track): Float64Array {
  const { at, unknowns, values } = fit;
  const { points } = track;
  const samples = at.length;
  const controls = new Float64Array(2 * unknowns.length);
  for (let k = 0; k < unknowns.length; k++) {
    controls[2 * k] = values[2 * unknowns[k]!]!;
    controls[2 * k + 1] = values[2 * unknowns[k]! + 1]!;
  }
  const curve = splinePoints(controls, CHORDS);
  const chords = curve.length / 2;
  const out = new Float64Array(samples);
  for (let j = 0; j < samples; j++) {
    const x = points[2 * j]!;
    const y = points[2 * j + 1]!;
    const asked = Math.round(at[j]! * CHORDS);
    const rounds = Math.floor(asked / chords);
    let i = asked - rounds * chords;
    let moved = 0;
    let least = (curve[2 * i]! - x) ** 2 + (curve[2 * i + 1]! - y) ** 2;
    for (let way = 1; way >= -1; way -= 2) {
      let k = i;
      for (let d = 1; d < WALK; d++) {
        k += way;
        if (k === chords) k = 0;
        else if (k < 0) k = chords - 1;
        const next = (curve[2 * k]! - x) ** 2 + (curve[2 * k + 1]! - y) ** 2;
        if (next > least) break;
        // A doubled control makes chords of no length: they are stepped over.
        if (next < least) {
          least = next;
          i = k;
          moved += way * d;
          d = 0;
        }
      }
    }
    // Refine on the two chords that meet there.
    const px = curve[2 * i]!;
    const py = curve[2 * i + 1]!;
    let step = 0;
    let best = least;
    for (let way = 1; way >= -1; way -= 2) {
      const k = i + way === chords ? 0 : i + way < 0 ? chords - 1 : i + way;
      const dx = curve[2 * k]! - px;
      const dy = curve[2 * k + 1]! - py;
      const square = dx * dx + dy * dy;
      const t = square > 0 ? ((x - px) * dx + (y - py) * dy) / square : 0;
      if (t <= 0) continue;
      const within = t > 1 ? 1 : t;
      const distance = (x - px - within * dx) ** 2 + (y - py - within * dy) ** 2;
      if (distance < best) {
        best = distance;
        step = way * within;
      }
    }
    at[j] = (asked + moved + step) / CHORDS;
    out[j] = Math.sqrt(best) / (1 + track.slack[j]!);
  }
  for (let j = 0; j < samples; j++) {
    const next = (j + 1) % samples;
    let gap = at[next]! - at[j]!;
    if (gap < -unknowns.length / 2) gap += unknowns.length;
    if (Math.abs(gap) * CHORDS < 1.5) continue;
    const middle = Math.round((at[j]! + gap / 2) * CHORDS) % chords;
    const k = 2 * (middle < 0 ? middle + chords : middle);
    const x = (points[2 * j]! + points[2 * next]!) / 2;
    const y = (points[2 * j + 1]! + points[2 * next + 1]!) / 2;
    const off = (Math.hypot(x - curve[k]!, y - curve[k + 1]!) - track.step) / (1 + track.slack[j]!);
    out[j] = Math.max(out[j]!, off);
  }
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
