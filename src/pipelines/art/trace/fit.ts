import { clamp } from '../../../core/maths/scalar.ts';
import { cornersOf, resample, type Track, turns } from './corners.ts';
import type { Contour } from './field.ts';
import { fitting } from './scratch.ts';
import { distances, type Fit, project, pulls, solve } from './solve.ts';

export interface FitOptions {
  /** Distance between the samples the fit looks at. Default 1. */
  readonly spacing?: number;
  /** Turn in degrees within `cornerReach` units either way that makes a corner. Default 58 within 3. */
  readonly cornerAngle?: number;
  readonly cornerReach?: number;
  /** By point of the contour: by how many times the tolerance the curve may be off in addition. */
  readonly slack?: Float64Array;
}

/** A place on the track, in samples, where a control shapes the curve. */
interface Knot {
  readonly s: number;
  readonly corner: boolean;
}

/** Errors along the contour count less each time: the curve settles before it may slide. */
const STAGES = [
  { weight: 0.3, rounds: 10 },
  { weight: 0.15, rounds: 8 },
  { weight: 0.1, rounds: 8 },
] as const;

const ROUNDS = 7;
/** How much longer a span may be than its neighbour before it is split instead. */
const GRADE = 2.2;

/**
 * Fits few controls of a closed uniform quadratic B-spline to a contour:
 * corners first, then controls where it turns, then more where the curve is
 * still too far off, then fewer where they turn out needless. Returns x0, y0,
 * x1, y1, … in the contour's units, not rounded.
 * @param tolerance greatest distance between contour and curve, in the contour's units
 */
export function fitSpline(contour: Contour, tolerance: number, options: FitOptions = {}): number[] {
  const { spacing = 1, cornerAngle = 58, cornerReach = 3 } = options;
  const track = resample(contour, spacing, options.slack);
  const stages = STAGES.map(({ weight, rounds }) => ({ pull: pulls(track, weight), rounds }));
  const corners = cornersOf(track, cornerReach, (cornerAngle * Math.PI) / 180);
  // Fewer are tried again and again.
  const known = new Map<string, Fitted>();
  const fitOf = (knots: readonly Knot[]): Fitted => {
    const key = knots.map(({ s }) => s).join();
    let fitted = known.get(key);
    if (!fitted) {
      fitted = fitAt(knots, track, stages);
      known.set(key, fitted);
    }
    return fitted;
  };
  let knots = firstKnots(track, corners);
  let best = fitOf(knots);
  for (let round = 0; round < ROUNDS; round++) {
    const refined = refine(knots, best, track, tolerance);
    if (refined.length === knots.length) break;
    knots = refined;
    best = fitOf(knots);
  }
  let idle = 0;
  for (let phase = 0; phase < 8 && idle < 4; phase++) {
    idle++;
    const thinned = knots.filter((knot, k) => knot.corner || k % 4 !== phase % 4);
    if (thinned.length === knots.length || thinned.length < 3) continue;
    const fewer = restore(knots, thinned, fitOf(thinned), tolerance);
    if (fewer.length === knots.length) continue;
    const trial = fitOf(fewer);
    if (trial.worst > Math.max(tolerance, best.worst)) continue;
    knots = fewer;
    best = trial;
    idle = 0;
  }
  return controlsOf(best);
}

function controlsOf({ unknowns, values }: Fitted): number[] {
  const out: number[] = [];
  for (const unknown of unknowns) out.push(values[2 * unknown]!, values[2 * unknown + 1]!);
  return out;
}

/** One pass of a fit: how errors count, and rounds of solving. */
interface Stage {
  readonly pull: Float64Array;
  readonly rounds: number;
}

interface Fitted extends Pick<Fit, 'unknowns' | 'values'> {
  /** By span after a knot: how far the curve is off at most, and at which sample. */
  readonly errors: Float64Array;
  readonly places: Int32Array;
  /** The greatest of the errors. */
  readonly worst: number;
}

/** Knots at corners, and between them about one for every 60 degrees of turn and every 160 units. */
function firstKnots(track: Track, corners: readonly number[]): Knot[] {
  const n = track.points.length / 2;
  const turn = turns(track, Math.max(1, Math.round(3 / track.step)));
  const reach = Math.max(1, Math.round(3 / track.step));
  const knots: Knot[] = corners.map((s) => ({ s, corner: true }));
  const start = corners[0] ?? 0;
  let load = corners.length ? 0 : 1;
  for (let i = 0; i < n; i++) {
    const s = (start + i) % n;
    const nearCorner = corners.some((c) => Math.min((s - c + n) % n, (c - s + n) % n) <= reach);
    if (nearCorner) {
      load = 0.4;
      continue;
    }
    load += Math.abs(turn[s]!) / reach / 1.05 + track.step / 160;
    if (load >= 1) {
      knots.push({ s, corner: false });
      load -= 1;
    }
  }
  return complete(sorted(knots), n);
}

/** A closed curve needs three controls at least; four follow a small shape better. */
function complete(knots: Knot[], n: number): Knot[] {
  const controls = knots.reduce((sum, k) => sum + (k.corner ? 2 : 1), 0);
  if (controls >= 4 && knots.length >= 2) return knots;
  const extra: Knot[] = [0, 1, 2, 3].map((k) => ({ s: Math.floor((k * n) / 4), corner: false }));
  const apart = extra.filter((e) =>
    knots.every((k) => Math.min((e.s - k.s + n) % n, (k.s - e.s + n) % n) >= n / 10),
  );
  return sorted([...knots, ...apart]);
}

function sorted(knots: Knot[]): Knot[] {
  return knots.sort((a, b) => a.s - b.s);
}

/** Lays the samples out between the knots and solves, twice letting them slide. */
function fitAt(knots: readonly Knot[], track: Track, stages: readonly Stage[]): Fitted {
  fitting.release();
  const n = track.points.length / 2;
  const unknowns: number[] = [];
  const anchors: number[] = [];
  knots.forEach((knot, k) => {
    anchors.push(unknowns.length + (knot.corner ? 1 : 0.5));
    unknowns.push(k);
    if (knot.corner) unknowns.push(k);
  });
  const controls = unknowns.length;
  const values = new Float64Array(2 * knots.length);
  knots.forEach((knot, k) => {
    values[2 * k] = track.points[2 * knot.s]!;
    values[2 * k + 1] = track.points[2 * knot.s + 1]!;
  });
  const at = fitting.take(n);
  for (let k = 0; k < knots.length; k++) {
    const last = k === knots.length - 1;
    const from = knots[k]!.s;
    const to = last ? knots[0]!.s + n : knots[k + 1]!.s;
    const u0 = anchors[k]!;
    const u1 = last ? anchors[0]! + controls : anchors[k + 1]!;
    for (let s = from, j = from; s < to; s++, j++) {
      if (j === n) j = 0;
      at[j] = u0 + ((u1 - u0) * (s - from)) / (to - from);
    }
  }
  const fit: Fit = { unknowns: Int32Array.from(unknowns), values, at };
  stages.forEach(({ pull, rounds }, k) => {
    if (k > 0) project(fit, track);
    solve(fit, pull, rounds);
  });
  return { unknowns: fit.unknowns, values, ...errorsOf(knots, distances(fit, track)) };
}

function errorsOf(
  knots: readonly Knot[],
  distance: Float64Array,
): Pick<Fitted, 'errors' | 'places' | 'worst'> {
  const n = distance.length;
  const errors = new Float64Array(knots.length);
  const places = new Int32Array(knots.length);
  let worst = 0;
  for (let k = 0; k < knots.length; k++) {
    const from = knots[k]!.s;
    const to = k === knots.length - 1 ? knots[0]!.s + n : knots[k + 1]!.s;
    let place = from;
    let error = 0;
    for (let i = from, j = from; i < to; i++, j++) {
      if (j === n) j = 0;
      if (distance[j]! > error) {
        error = distance[j]!;
        place = i;
      }
    }
    errors[k] = error;
    places[k] = place;
    if (error > worst) worst = error;
  }
  return { errors, places, worst };
}

/**
 * A knot more for each span that is too far off: near its worst place but not
 * beside a knot; or, since a uniform spline wants spans that change gradually,
 * in the neighbouring span where that is much longer.
 */
function refine(
  knots: readonly Knot[],
  { errors, places }: Fitted,
  track: Track,
  tolerance: number,
): Knot[] {
  const n = track.points.length / 2;
  const count = knots.length;
  const room = knots.map((knot, k) => {
    const next = knots[(k + 1) % count]!.s - knot.s;
    return next > 0 ? next : next + n;
  });
  const added = new Map<number, number>();
  knots.forEach((knot, k) => {
    const error = errors[k]!;
    if (error <= tolerance) return;
    const own = room[k]!;
    const before = (k + count - 1) % count;
    const after = (k + 1) % count;
    const longest = Math.max(room[before]!, room[after]!);
    if (longest > GRADE * own) {
      if (room[before] === longest) {
        if (!knot.corner)
          added.set(before, knots[before]!.s + longest - Math.max(own, longest * 0.35));
      } else if (!knots[after]!.corner)
        added.set(after, knots[after]!.s + Math.max(own, longest * 0.35));
      if (error < 2 * tolerance && added.has(room[before] === longest ? before : after)) return;
    }
    if (own * track.step < 3 || own < 4 || added.has(k)) return;
    added.set(k, clamp(places[k]!, knot.s + own * 0.3, knot.s + own * 0.7));
  });
  const out = [...knots];
  for (const s of added.values()) out.push({ s: Math.round(s) % n, corner: false });
  return sorted(out);
}

/** `thinned` with those knots of `knots` again whose place, or the spans beside it, cannot do without. */
function restore(
  knots: readonly Knot[],
  thinned: readonly Knot[],
  { errors }: Fitted,
  tolerance: number,
): Knot[] {
  const kept = new Set(thinned);
  let span = thinned.length - 1;
  return knots.filter((knot) => {
    if (kept.has(knot)) {
      span = (span + 1) % thinned.length;
      return true;
    }
    for (let d = -1; d <= 1; d++)
      if (errors[(span + d + thinned.length) % thinned.length]! > tolerance) return true;
    return false;
  });
}
