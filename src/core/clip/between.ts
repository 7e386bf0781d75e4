/**
 * From one drawing of a layer to its next: which outline becomes which, and where each place of it
 * goes. What comes apart or closes up is joined by a bridge of no width first, so that it can. Pure.
 */
import type { Outline, Ring } from '../../schemas/clip.ts';
import { mix } from '../maths/scalar.ts';

/** An outline and what it becomes: rows of as many points. */
export type Change = readonly [from: Ring, to: Ring];

/** What becomes of a layer; what has no counterpart goes or comes at once. */
export interface Changes {
  readonly changes: readonly Change[];
  readonly going: Ring[];
  readonly coming: Ring[];
}

/** Clip units between points at most, and how many there are to a bend, however short. */
const SPACING = 9;
const BEND = 3;
/** Clip units that facing the other way is worth, half of it. */
const FACING = 9;
/** What it costs to stand still on one ring while the other goes on. */
const STILL = 2;
/** Clip units that may lie between what is not known again and what it is joined with. */
const BRIDGE = 60;

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
    const count = Math.ceil(Math.max(length / SPACING, Math.min(length, BEND)));
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
  /** The middle of its points. */
  readonly x: number;
  readonly y: number;
  /** How far it may have gone to be known again. */
  readonly reach: number;
}

function factsOf(ring: Ring): Facts {
  const n = ring.length;
  let [area, x, y] = [0, 0, 0];
  for (let i = 0, p = n - 2; i < n; p = i, i += 2) {
    area += ring[p]! * ring[i + 1]! - ring[i]! * ring[p + 1]!;
    x += (2 * ring[i]!) / n;
    y += (2 * ring[i + 1]!) / n;
  }
  return { area, x, y, reach: 20 + 0.7 * n };
}

/** Below 1 they may be the same thing. */
function unlikeness(a: Facts, b: Facts): number {
  if (a.area * b.area <= 0) return 1;
  const size = Math.abs(Math.log(a.area / b.area)) / 2;
  const far = Math.hypot(a.x - b.x, a.y - b.y) / Math.max(a.reach, b.reach);
  return Math.max(far, size, (far + size) / 1.5);
}

/**
 * Which place of one ring becomes which of another: cyclic dynamic time warping by place and by the
 * way they face. A stretch without counterpart falls together.
 */
export function align(a: Ring, b: Ring): Change {
  const from = placesOf(a);
  const to = placesOf(b);
  // It begins where they are most alike: where she stands still.
  let [begin, other, least] = [0, 0, Number.POSITIVE_INFINITY];
  for (let i = 0; i < from.length; i += 12)
    for (let j = 0; j < to.length; j += 4) {
      const cost = apart(from, i, to, j);
      if (cost < least) [begin, other, least] = [i, j, cost];
    }
  return evenly(
    wayThrough(turned(from, begin), turned(to, other)),
    (place) => pointOn(a, place + begin / 4),
    (place) => pointOn(b, place + other / 4),
  );
}

/** Pairs before and after each over which a way is evened out. */
const EVEN = 14;

/**
 * A way through two rings that goes on in both at once, where the cheapest one takes steps in either: a limb
 * between two of its drawings would have teeth. All places of both are on it, so that its ends are the rings.
 */
function evenly(
  way: readonly number[],
  from: (place: number) => readonly number[],
  to: (place: number) => readonly number[],
): Change {
  const count = way.length / 2 - 1;
  const [n, m] = way.slice(-2) as [number, number];
  const even = (k: number, which: 0 | 1): number => {
    let sum = 0;
    for (let d = -EVEN; d <= EVEN; d++) {
      const round = Math.floor((k + d) / count);
      const place = way[2 * (k + d - round * count) + which]! + round * (which ? m : n);
      sum += (EVEN + 1 - Math.abs(d)) * place;
    }
    return sum / (EVEN + 1) ** 2;
  };
  const [before, after]: [number[], number[]] = [[], []];
  let [r, c] = [even(0, 0), even(0, 1)];
  for (let k = 1; k <= count; k++) {
    const [nextR, nextC] = [even(k, 0), even(k, 1)];
    const shares: number[] = [];
    for (let v = Math.floor(r) + 1; v <= nextR; v++) shares.push((v - r) / (nextR - r));
    for (let v = Math.floor(c) + 1; v <= nextC; v++) shares.push((v - c) / (nextC - c));
    for (const share of shares.sort((x, y) => x - y)) {
      before.push(...from(r + share * (nextR - r)));
      after.push(...to(c + share * (nextC - c)));
    }
    [r, c] = [nextR, nextC];
  }
  return [Float32Array.from(before), Float32Array.from(after)];
}

/** The point of a ring at an index, whole or between two. */
function pointOn(ring: Ring, place: number): [number, number] {
  const n = ring.length / 2;
  const index = Math.floor(place);
  const share = place - index;
  const i = 2 * (((index % n) + n) % n);
  const k = i + 2 < ring.length ? i + 2 : 0;
  return [mix(ring[i]!, ring[k]!, share), mix(ring[i + 1]!, ring[k + 1]!, share)];
}

/** A ring's points with the way it faces there: four numbers each, of which the distance between two is made. */
function placesOf(ring: Ring): Float32Array {
  const n = ring.length;
  const out = new Float32Array(2 * n);
  for (let i = 0; i < n; i += 2) {
    const p = i ? i - 2 : n - 2;
    const q = i + 2 < n ? i + 2 : 0;
    const x = ring[q]! - ring[p]!;
    const y = ring[q + 1]! - ring[p + 1]!;
    const length = Math.hypot(x, y) / FACING || 1;
    out.set([ring[i]!, ring[i + 1]!, x / length, y / length], 2 * i);
  }
  return out;
}

const apart = (a: Float32Array, i: number, b: Float32Array, j: number): number =>
  (b[j]! - a[i]!) ** 2 +
  (b[j + 1]! - a[i + 1]!) ** 2 +
  (b[j + 2]! - a[i + 2]!) ** 2 +
  (b[j + 3]! - a[i + 3]!) ** 2;

function turned(places: Float32Array, by: number): Float32Array {
  const out = new Float32Array(places.length);
  out.set(places.subarray(by));
  out.set(places.subarray(0, by), out.length - by);
  return out;
}

let costs = new Float32Array(0);
let moves = new Uint8Array(0);
const ROW = 1;
const COLUMN = 2;

/** The cheapest way once round both, as pairs of places that end where they begin. */
function wayThrough(a: Float32Array, b: Float32Array): number[] {
  const n = a.length / 4;
  const m = b.length / 4;
  const columns = m + 1;
  const band = Math.max(9, Math.max(n, m) / 10);
  if (costs.length < (n + 1) * columns) {
    costs = new Float32Array((n + 1) * columns);
    moves = new Uint8Array((n + 1) * columns);
  }
  let [lowBefore, highBefore] = [0, -1];
  for (let r = 0; r <= n; r++) {
    const low = Math.max(0, Math.floor((r * m) / n - band));
    const high = Math.min(m, Math.ceil((r * m) / n + band));
    for (let c = low; c <= high; c++) {
      const at = r * columns + c;
      let best = at === 0 ? 0 : 1e12;
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
      costs[at] = best + apart(a, r < n ? 4 * r : 0, b, c < m ? 4 * c : 0);
      moves[at] = move;
    }
    [lowBefore, highBefore] = [low, high];
  }
  const back: number[] = [];
  for (let [r, c] = [n, m]; ; ) {
    back.push(c, r);
    const move = moves[r * columns + c]!;
    if (move === 0) return back.reverse();
    if (move & ROW) r--;
    if (move & COLUMN) c--;
  }
}
