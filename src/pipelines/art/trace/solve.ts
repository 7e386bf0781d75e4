import type { Track } from './corners.ts';
import { fitting } from './scratch.ts';
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
function tangents(track: Track): Float64Array {
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
 * How a track pulls at a curve, by sample five numbers: the symmetric matrix (xx, xy, yy) by which
 * an error counts, and that matrix times the sample's place.
 * `tangentWeight` (0 to 1) is how much errors along the contour count.
 */
export function pulls(track: Track, tangentWeight: number): Float64Array {
  const { points, slack } = track;
  const tangent = tangents(track);
  const out = new Float64Array(5 * slack.length);
  for (let j = 0; j < slack.length; j++) {
    const influence = 1 / (1 + slack[j]!) ** 2;
    const tx = tangent[2 * j]!;
    const ty = tangent[2 * j + 1]!;
    const normal = influence * (1 - tangentWeight);
    const xx = influence - normal * tx * tx;
    const xy = -normal * tx * ty;
    const yy = influence - normal * ty * ty;
    out[5 * j] = xx;
    out[5 * j + 1] = xy;
    out[5 * j + 2] = yy;
    out[5 * j + 3] = xx * points[2 * j]! + xy * points[2 * j + 1]!;
    out[5 * j + 4] = xy * points[2 * j]! + yy * points[2 * j + 1]!;
  }
  return out;
}

/** Improves `fit.values` in place by conjugate gradients on the normal equations. */
export function solve(fit: Fit, pull: Float64Array, rounds: number): void {
  const { values } = fit;
  const { band, right } = normalEquations(fit, pull);
  const size = values.length;
  const image = fitting.take(size);
  multiply(fit.unknowns, band, values, image);
  const residual = right;
  for (let i = 0; i < size; i++) residual[i] = residual[i]! - image[i]!;
  const direction = fitting.take(size);
  direction.set(residual);
  let power = dot(residual, residual);
  for (let round = 0; round < rounds && power > 1e-6 * size; round++) {
    multiply(fit.unknowns, band, direction, image);
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

/**
 * `band` has for every control and for the one itself, the next and the one
 * after that a symmetric 2 x 2 block (xx, xy, yy); `right` is by unknown.
 */
function normalEquations(
  { unknowns, at, values }: Fit,
  pull: Float64Array,
): { band: Float64Array; right: Float64Array } {
  const controls = unknowns.length;
  const band = fitting.take(9 * controls);
  const right = fitting.take(values.length);
  let piece = Number.NaN;
  let [a, b, c] = [0, 0, 0];
  let [ra, rb, rc] = [0, 0, 0];
  for (let j = 0, m = 0; j < at.length; j++, m += 5) {
    const u = at[j]!;
    const here = Math.floor(u) | 0;
    if (here !== piece) {
      piece = here;
      const first = (piece - 1 + 2 * controls) % controls;
      const second = first + 1 < controls ? first + 1 : 0;
      const third = second + 1 < controls ? second + 1 : 0;
      a = 9 * first;
      b = 9 * second;
      c = 9 * third;
      ra = 2 * unknowns[first]!;
      rb = 2 * unknowns[second]!;
      rc = 2 * unknowns[third]!;
    }
    const t = u - piece;
    const wa = ((1 - t) * (1 - t)) / 2;
    const wc = (t * t) / 2;
    const wb = 1 - wa - wc;
    const xx = pull[m]!;
    const xy = pull[m + 1]!;
    const yy = pull[m + 2]!;
    const bx = pull[m + 3]!;
    const by = pull[m + 4]!;
    addTo(right, ra, wa * bx, wa * by);
    tie(band, a, wa * wa, xx, xy, yy);
    tie(band, a + 3, wa * wb, xx, xy, yy);
    tie(band, a + 6, wa * wc, xx, xy, yy);
    addTo(right, rb, wb * bx, wb * by);
    tie(band, b, wb * wb, xx, xy, yy);
    tie(band, b + 3, wb * wc, xx, xy, yy);
    addTo(right, rc, wc * bx, wc * by);
    tie(band, c, wc * wc, xx, xy, yy);
  }
  // A little stiffness: the square of each second difference.
  for (let k = 0; k < controls; k++) {
    const next = (k + 1) % controls;
    const after = (k + 2) % controls;
    const stiffen = (block: number, amount: number): void => {
      band[block] = band[block]! + amount * STIFFNESS;
      band[block + 2] = band[block + 2]! + amount * STIFFNESS;
    };
    stiffen(9 * k, 1);
    stiffen(9 * next, 4);
    stiffen(9 * after, 1);
    stiffen(9 * k + 3, -2);
    stiffen(9 * next + 3, -2);
    stiffen(9 * k + 6, 1);
  }
  return { band, right };
}

const addTo = (right: Float64Array, at: number, x: number, y: number): void => {
  right[at] = right[at]! + x;
  right[at + 1] = right[at + 1]! + y;
};

const tie = (
  band: Float64Array,
  at: number,
  share: number,
  xx: number,
  xy: number,
  yy: number,
): void => {
  band[at] = band[at]! + share * xx;
  band[at + 1] = band[at + 1]! + share * xy;
  band[at + 2] = band[at + 2]! + share * yy;
};

/** The normal equations' left side times `v`. */
function multiply(
  unknowns: Int32Array,
  band: Float64Array,
  v: Float64Array,
  out: Float64Array,
): void {
  const controls = unknowns.length;
  out.fill(0);
  for (let k = 0; k < controls; k++) {
    const a = 2 * unknowns[k]!;
    const b = 2 * unknowns[k + 1 < controls ? k + 1 : k + 1 - controls]!;
    const c = 2 * unknowns[k + 2 < controls ? k + 2 : k + 2 - controls]!;
    couple(band, 9 * k, v, out, a, a, false);
    couple(band, 9 * k + 3, v, out, a, b, true);
    couple(band, 9 * k + 6, v, out, a, c, true);
  }
}

/** One block of the band, and where it lies beside the middle its mirror image. */
function couple(
  band: Float64Array,
  block: number,
  v: Float64Array,
  out: Float64Array,
  a: number,
  b: number,
  mirrored: boolean,
): void {
  const xx = band[block]!;
  const xy = band[block + 1]!;
  const yy = band[block + 2]!;
  out[a] = out[a]! + xx * v[b]! + xy * v[b + 1]!;
  out[a + 1] = out[a + 1]! + xy * v[b]! + yy * v[b + 1]!;
  if (!mirrored) return;
  out[b] = out[b]! + xx * v[a]! + xy * v[a + 1]!;
  out[b + 1] = out[b + 1]! + xy * v[a]! + yy * v[a + 1]!;
}

/** Straight pieces that stand for one curved piece when the nearest place is sought. */
const CHORDS = 6;
/** How many chords a sample may move at once, lest it jump to another limb. */
const WALK = 40;

/**
 * Moves each sample's parameter to the nearest place of the curve, walking
 * along it from where the sample was.
 * @param off where the square of each sample's distance goes, if it is asked for
 * @returns the curve it was moved on, as points
 */
export function project(fit: Fit, track: Track, off?: Float64Array): Float64Array {
  const { at, unknowns, values } = fit;
  const { points } = track;
  const controls = fitting.take(2 * unknowns.length);
  for (let k = 0; k < unknowns.length; k++) {
    controls[2 * k] = values[2 * unknowns[k]!]!;
    controls[2 * k + 1] = values[2 * unknowns[k]! + 1]!;
  }
  const curve = splinePoints(controls, CHORDS, fitting.take(controls.length * CHORDS));
  const chords = curve.length / 2;
  for (let j = 0; j < at.length; j++) {
    const x = points[2 * j]!;
    const y = points[2 * j + 1]!;
    const asked = Math.round(at[j]! * CHORDS) | 0;
    let i = asked;
    if (i >= chords || i < 0) i -= (Math.floor(i / chords) * chords) | 0;
    let moved = 0;
    let dx = curve[2 * i]! - x;
    let dy = curve[2 * i + 1]! - y;
    let least = dx * dx + dy * dy;
    // Where it went forwards there is nothing nearer behind.
    for (let way = 1; way >= -1 && moved === 0; way -= 2) {
      let k = i;
      for (let d = 1; d < WALK; d++) {
        k += way;
        if (k === chords) k = 0;
        else if (k < 0) k = chords - 1;
        dx = curve[2 * k]! - x;
        dy = curve[2 * k + 1]! - y;
        const next = dx * dx + dy * dy;
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
    const qx = x - px;
    const qy = y - py;
    let step = 0;
    let best = least;
    for (let way = 1; way >= -1; way -= 2) {
      const k = i + way === chords ? 0 : i + way < 0 ? chords - 1 : i + way;
      dx = curve[2 * k]! - px;
      dy = curve[2 * k + 1]! - py;
      const along = qx * dx + qy * dy;
      if (along <= 0) continue;
      const t = along / (dx * dx + dy * dy);
      const within = t > 1 ? 1 : t;
      const ex = qx - within * dx;
      const ey = qy - within * dy;
      const distance = ex * ex + ey * ey;
      if (distance < best) {
        best = distance;
        step = way * within;
      }
    }
    at[j] = (asked + moved + step) / CHORDS;
    if (off) off[j] = best;
  }
  return curve;
}

/**
 * Projects, and returns how far curve and contour are apart, by sample, less where there is slack.
 * Also looks at the curve between the places of neighbouring samples, or a spike of the curve
 * between two samples would go unseen. Kept until the next fit.
 */
export function distances(fit: Fit, track: Track): Float64Array {
  const { at, unknowns } = fit;
  const { points, slack } = track;
  const samples = at.length;
  const out = fitting.take(samples);
  const curve = project(fit, track, out);
  const chords = curve.length / 2;
  for (let j = 0; j < samples; j++) out[j] = Math.sqrt(out[j]!) / (1 + slack[j]!);
  for (let j = 0; j < samples; j++) {
    const next = j + 1 < samples ? j + 1 : 0;
    let gap = at[next]! - at[j]!;
    if (gap < -unknowns.length / 2) gap += unknowns.length;
    if (gap * CHORDS < 1.5 && gap * CHORDS > -1.5) continue;
    const middle = Math.round((at[j]! + gap / 2) * CHORDS) % chords;
    const k = 2 * (middle < 0 ? middle + chords : middle);
    const x = (points[2 * j]! + points[2 * next]!) / 2;
    const y = (points[2 * j + 1]! + points[2 * next + 1]!) / 2;
    const dx = x - curve[k]!;
    const dy = y - curve[k + 1]!;
    const off = (Math.sqrt(dx * dx + dy * dy) - track.step) / (1 + slack[j]!);
    if (off > out[j]!) out[j] = off;
  }
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
