import type { Contour } from './field.ts';

/** A contour sampled anew at equal steps along its length. */
export interface Track {
  /** x0, y0, x1, y1, … */
  readonly points: Float64Array;
  /** Length of one step. */
  readonly step: number;
  /** By sample: 0 where the tolerance holds as it is, 1 where it is doubled, and so on. */
  readonly slack: Float64Array;
}

/** Samples a closed contour, and the slack of its points, at about `spacing` apart, at least 12 times. */
export function resample(contour: Contour, spacing: number, slack?: Float64Array): Track {
  const n = contour.length / 2;
  const along = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n;
    along[i + 1] =
      along[i]! +
      Math.hypot(contour[2 * j]! - contour[2 * i]!, contour[2 * j + 1]! - contour[2 * i + 1]!);
  }
  const length = along[n]!;
  const count = Math.max(12, Math.round(length / spacing));
  const points = new Float64Array(2 * count);
  const slackAt = new Float64Array(count);
  let i = 0;
  for (let k = 0; k < count; k++) {
    const s = (k * length) / count;
    while (along[i + 1]! < s) i++;
    const j = (i + 1) % n;
    const span = along[i + 1]! - along[i]!;
    const t = span > 0 ? (s - along[i]!) / span : 0;
    slackAt[k] = slack?.[i] ?? 0;
    points[2 * k] = contour[2 * i]! * (1 - t) + contour[2 * j]! * t;
    points[2 * k + 1] = contour[2 * i + 1]! * (1 - t) + contour[2 * j + 1]! * t;
  }
  return { points, step: length / count, slack: slackAt };
}

/** The turn at each sample, in radians, seen over chords of `reach` samples on either side. */
export function turns(track: Track, reach: number): Float64Array {
  const { points } = track;
  const n = points.length / 2;
  const found = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const a = 2 * ((i + n - reach) % n);
    const c = 2 * ((i + reach) % n);
    const ux = points[2 * i]! - points[a]!;
    const uy = points[2 * i + 1]! - points[a + 1]!;
    const vx = points[c]! - points[2 * i]!;
    const vy = points[c + 1]! - points[2 * i + 1]!;
    found[i] = Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
  }
  return found;
}

/**
 * Samples where the contour turns sharply: by more than `angle` radians within
 * `reach` length units either way, and more than anywhere else within it.
 */
export function cornersOf(track: Track, reach: number, angle: number): number[] {
  const steps = Math.max(1, Math.round(reach / track.step));
  const n = track.points.length / 2;
  if (n < 4 * steps) return [];
  const turn = turns(track, steps);
  const corners: number[] = [];
  for (let i = 0; i < n; i++) {
    const here = Math.abs(turn[i]!);
    if (here < angle) continue;
    let sharpest = true;
    for (let d = 1; d <= steps && sharpest; d++) {
      if (Math.abs(turn[(i + n - d) % n]!) >= here) sharpest = false;
      else if (Math.abs(turn[(i + d) % n]!) > here) sharpest = false;
    }
    if (sharpest) corners.push(i);
  }
  return corners;
}
