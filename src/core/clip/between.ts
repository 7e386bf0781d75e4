/**
 * From one drawing of a layer to its next: which outline becomes which, and where each place of it
 * goes. What comes apart or closes up is joined by a bridge of no width first, so that it can. Pure.
 */
import type { Outline, Ring } from '../../schemas/clip.ts';

/** An outline and what it becomes: rows of as many points. */
export type Change = readonly [from: Ring, to: Ring];

/** What becomes of a layer; what has no counterpart goes or comes at once. */
export interface Changes {
  readonly changes: readonly Change[];
  readonly going: readonly Ring[];
  readonly coming: readonly Ring[];
}

/** Clip units between points at most, and the turn, in radians, after which there is one more. */
const SPACING = 9;
const TURN = 0.5;
/** What facing the other way costs, half of it: square units. */
const FACING = 160;
/** What it costs to stand still on one ring while the other goes on. */
const STILL = 2;
/** Clip units that may lie between what is not known again and what it is joined with. */
const BRIDGE = 60;
/** Points at most with which a beginning is looked for. */
const FEW = 32;

/** The points of an outline's curve, closer where it bends. */
export function ringOf(outline: Outline): Ring {
  const out: number[] = [];
  const n = outline.length;
  for (let i = 0; i < n; i += 2) {
    const p = i ? i - 2 : n - 2;
    const k = i + 2 < n ? i + 2 : 0;
    const x = outline[i]!;
    const y = outline[i + 1]!;
    const ux = (x - outline[p]!) / 2;
    const uy = (y - outline[p + 1]!) / 2;
    const vx = (outline[k]! - x) / 2;
    const vy = (outline[k + 1]! - y) / 2;
    const length = Math.hypot(ux, uy) + Math.hypot(vx, vy);
    const turn = Math.abs(Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy));
    const count = Math.ceil(Math.max(length / SPACING, Math.min(turn / TURN, length)));
    for (let j = 0; j < count; j++) {
      const t = j / count;
      const a = (1 - t) ** 2;
      out.push(x - a * ux + t * t * vx, y - a * uy + t * t * vy);
    }
  }
  return Float32Array.from(out);
}

/** All that changes from a layer's one drawing to its next. */
export function changesOf(before: readonly Outline[], after: readonly Outline[]): Changes {
  const from = before.map(ringOf);
  const to = after.map(ringOf);
  const facts = to.map(factsOf);
  const pairs = from.flatMap((ring, a) => {
    const own = factsOf(ring);
    return facts.map((other, b) => ({ a, b, cost: unlikeness(own, other) }));
  });
  pairs.sort((p, q) => p.cost - q.cost);
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b, cost } of pairs) {
    if (cost >= 1 || partners.has(a) || taken.has(b)) continue;
    partners.set(a, b);
    taken.add(b);
  }
  const going = joined(from, (a) => partners.has(a));
  const coming = joined(to, (b) => taken.has(b));
  return { changes: [...partners].map(([a, b]) => align(from[a]!, to[b]!)), going, coming };
}

/** Joins each ring that is not known again to the nearest that is; returns those that have none near. */
function joined(rings: Ring[], known: (index: number) => boolean): Ring[] {
  return rings.filter((ring, index) => {
    if (known(index)) return false;
    let least = BRIDGE ** 2;
    let at: readonly [host: number, i: number, j: number] | undefined;
    for (const [h, host] of rings.entries()) {
      if (!known(h)) continue;
      for (let i = 0; i < host.length; i += 2)
        for (let j = 0; j < ring.length; j += 2) {
          const far = (host[i]! - ring[j]!) ** 2 + (host[i + 1]! - ring[j + 1]!) ** 2;
          if (far >= least) continue;
          least = far;
          at = [h, i, j];
        }
    }
    if (!at) return true;
    const [h, i, j] = at;
    const host = [...rings[h]!];
    rings[h] = Float32Array.from([
      ...host.slice(0, i + 2),
      ...ring.subarray(j),
      ...ring.subarray(0, j + 2),
      ...host.slice(i),
    ]);
    return false;
  });
}

interface Facts {
  /** Square units; holes have less than none. */
  readonly area: number;
  /** The middle of its box. */
  readonly x: number;
  readonly y: number;
  /** Its diagonal. */
  readonly size: number;
}

function factsOf(ring: Ring): Facts {
  let area = 0;
  let [left, top, right, bottom] = [1e9, 1e9, -1e9, -1e9];
  for (let i = 0, p = ring.length - 2; i < ring.length; p = i, i += 2) {
    const x = ring[i]!;
    const y = ring[i + 1]!;
    area += (ring[p]! * y - x * ring[p + 1]!) / 2;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const size = Math.hypot(right - left, bottom - top);
  return { area, x: (left + right) / 2, y: (top + bottom) / 2, size };
}

/** Below 1 they may be the same thing. */
function unlikeness(a: Facts, b: Facts): number {
  if (a.area * b.area <= 0) return 1;
  const area = Math.abs(Math.log(a.area / b.area)) / 2;
  const size = Math.abs(Math.log((a.size + 5) / (b.size + 5)));
  const far = Math.hypot(a.x - b.x, a.y - b.y) / (20 + 0.4 * Math.max(a.size, b.size));
  return Math.max(area, far, size, (area + far + size) / 2);
}

/**
 * Which place of one ring becomes which of another: cyclic dynamic time warping by place and by the
 * way they face. A stretch without counterpart falls together.
 */
export function align(a: Ring, b: Ring): Change {
  // A way through few points first, whose start is free; then through all, near that way, from the middle of it.
  const stepA = Math.max(1, a.length / 2 / FEW);
  const stepB = Math.max(1, b.length / 2 / FEW);
  const fewA = thinned(a, stepA);
  const fewB = thinned(b, stepB);
  const first = wayThrough(fewA, fewB, fewB.length, true, Number.POSITIVE_INFINITY);
  const half = 2 * (first.length >> 2);
  const i = Math.floor((first[half]! % (fewA.length / 2)) * stepA);
  const j = Math.floor((first[half + 1]! % (fewB.length / 2)) * stepB);
  const from = turned(a, i);
  const to = turned(b, j);
  const band = Math.max(9, 0.05 * Math.max(from.length, to.length));
  const way = wayThrough(from, to, to.length / 2 + 1, false, band);
  // The last pair is the first again.
  const count = way.length - 2;
  const change: Change = [new Float32Array(count), new Float32Array(count)];
  for (let k = 0; k < count; k++) {
    const place = 2 * way[k]!;
    const ring = k % 2 ? to : from;
    const into = change[k % 2]!;
    into[k & ~1] = ring[place % ring.length]!;
    into[k | 1] = ring[(place % ring.length) + 1]!;
  }
  return change;
}

const thinned = (ring: Ring, step: number): Ring =>
  Float32Array.from(
    { length: 2 * Math.floor(ring.length / 2 / step + 1e-9) },
    (_, k) => ring[2 * Math.floor((k >> 1) * step) + (k % 2)]!,
  );

function turned(ring: Ring, by: number): Ring {
  const out = new Float32Array(ring.length);
  out.set(ring.subarray(2 * by));
  out.set(ring.subarray(0, 2 * by), out.length - 2 * by);
  return out;
}

/** Unit vectors along a ring. */
function facing(ring: Ring): Ring {
  const n = ring.length;
  const out = new Float32Array(n);
  for (let i = 0; i < n; i += 2) {
    const p = i ? i - 2 : n - 2;
    const q = i + 2 < n ? i + 2 : 0;
    const x = ring[q]! - ring[p]!;
    const y = ring[q + 1]! - ring[p + 1]!;
    const length = Math.hypot(x, y) || 1;
    out[i] = x / length;
    out[i + 1] = y / length;
  }
  return out;
}

let costs = new Float32Array(0);
let moves = new Uint8Array(0);
const ROW = 1;
const COLUMN = 2;

/** The cheapest way once round the first ring, as pairs of places that count on past a ring's end. */
function wayThrough(a: Ring, b: Ring, columns: number, free: boolean, band: number): number[] {
  const n = a.length;
  const m = b.length;
  const rows = n / 2 + 1;
  const facingA = facing(a);
  const facingB = facing(b);
  if (costs.length < rows * columns) {
    costs = new Float32Array(rows * columns);
    moves = new Uint8Array(rows * columns);
  }
  const slope = (columns - 1) / (rows - 1);
  let [lowBefore, highBefore] = [0, -1];
  for (let r = 0; r < rows; r++) {
    const i = (2 * r) % n;
    const low = Math.max(0, Math.floor(r * slope - band));
    const high = Math.min(columns - 1, Math.ceil(r * slope + band));
    const [ax, ay, fx, fy] = [a[i]!, a[i + 1]!, facingA[i]!, facingA[i + 1]!];
    let j = (2 * low) % m;
    for (let c = low; c <= high; c++, j = j + 2 < m ? j + 2 : 0) {
      const x = b[j]! - ax;
      const y = b[j + 1]! - ay;
      const faced = fx * facingB[j]! + fy * facingB[j + 1]!;
      const at = r * columns + c;
      let best = r === 0 && (free || c === 0) ? 0 : 1e12;
      let move = 0;
      const diagonal = at - columns - 1;
      if (c > lowBefore && c <= highBefore + 1 && costs[diagonal]! < best) {
        best = costs[diagonal]!;
        move = ROW | COLUMN;
      }
      if (c >= lowBefore && c <= highBefore && costs[at - columns]! + STILL < best) {
        best = costs[at - columns]! + STILL;
        move = ROW;
      }
      if (c > low && costs[at - 1]! + STILL < best) {
        best = costs[at - 1]! + STILL;
        move = COLUMN;
      }
      costs[at] = best + x * x + y * y + FACING * (1 - faced);
      moves[at] = move;
    }
    [lowBefore, highBefore] = [low, high];
  }
  const last = (rows - 1) * columns;
  let c = columns - 1;
  if (free) for (let k = 0; k < columns; k++) if (costs[last + k]! < costs[last + c]!) c = k;
  const back: number[] = [];
  for (let r = rows - 1; ; ) {
    back.push(c, r);
    const move = moves[r * columns + c]!;
    if (move === 0) return back.reverse();
    if (move & ROW) r--;
    if (move & COLUMN) c--;
  }
}
