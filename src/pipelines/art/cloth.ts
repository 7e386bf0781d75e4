import { clamp } from '../../core/maths/scalar.ts';
import type { Vec3 } from './linear.ts';

/** A limb that cloth cannot enter: a segment with a radius at each end, clip units. */
export interface Capsule {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly fromRadius: number;
  readonly toRadius: number;
  /** How far its ends moved in this substep; at rest when absent. */
  readonly fromMove?: Vec3;
  readonly toMove?: Vec3;
}

/** Particles of a cloth that hangs in rings, first ring held; flat x, y, z. */
export interface ClothState {
  readonly position: Float64Array;
  readonly velocity: Float64Array;
}

/** A tube of cloth: `rows` rings of `columns` particles. */
export interface Cloth {
  readonly rows: number;
  readonly columns: number;
  /** Rest length between neighbours in ring j. */
  readonly girth: readonly number[];
  /** Rest length between rings. */
  readonly drop: number;
}

export interface ClothForces {
  /** Downward acceleration, clip units a second squared. */
  readonly gravity: number;
  /** Share of the speed lost a second. */
  readonly drag: number;
  /** Pull towards `shape` a second squared: the springiness of stacked net. */
  readonly volume: number;
}

const ITERATIONS = 9;
/** Share of the slip along a limb that each pass takes back: net clings to skin and satin. */
const FRICTION = 0.1;
/** Distance beyond which stacked net no longer pulls harder, clip units. */
const REACH = 30;
const STILL: Vec3 = [0, 0, 0];

/**
 * One substep of position based dynamics (Müller et al., 2007): the first ring
 * follows `shape`, the rest falls, keeps its lengths and stays off limbs and floor.
 */
export function stepCloth(
  cloth: Cloth,
  state: ClothState,
  shape: Float64Array,
  capsules: readonly Capsule[],
  forces: ClothForces,
  h: number,
): ClothState {
  const { rows, columns } = cloth;
  const old = state.position;
  const p = Float64Array.from(old);
  const keep = Math.exp(-forces.drag * h);
  for (let i = columns * 3; i < p.length; i++) {
    let v = state.velocity[i]! * keep;
    if (i % 3 === 1) v -= forces.gravity * h;
    v += clamp(shape[i]! - old[i]!, -REACH, REACH) * forces.volume * h;
    p[i]! += v * h;
  }
  p.set(shape.subarray(0, columns * 3));
  for (let pass = 0; pass < ITERATIONS; pass++) {
    for (let j = 1; j < rows; j++)
      for (let i = 0; i < columns; i++) {
        const a = j * columns + i;
        // Net stretches little along its fall; round the ring it may fold but not open wider.
        hold(p, a - columns, a, cloth.drop, j === 1 ? 0 : 0.5, false);
        hold(p, a, j * columns + ((i + 1) % columns), cloth.girth[j]!, 0.5, true);
        hold(
          p,
          a - columns,
          j * columns + ((i + 1) % columns),
          Math.hypot(cloth.drop, cloth.girth[j]!),
          j === 1 ? 0 : 0.5,
          true,
        );
      }
    for (const capsule of capsules) pushOut(p, columns, capsule, 0, old);
    for (let i = columns * 3 + 1; i < p.length; i += 3) p[i] = Math.max(p[i]!, 2);
  }
  const velocity = new Float64Array(p.length);
  for (let i = 0; i < p.length; i++) velocity[i] = clamp((p[i]! - old[i]!) / h, -3500, 3500);
  return { position: p, velocity };
}

/** Restores the distance of two particles; `share` is how much of it the first one moves. */
function hold(
  p: Float64Array,
  first: number,
  second: number,
  rest: number,
  share: number,
  slack: boolean,
): void {
  const a = first * 3;
  const b = second * 3;
  const dx = p[b]! - p[a]!;
  const dy = p[b + 1]! - p[a + 1]!;
  const dz = p[b + 2]! - p[a + 2]!;
  const d = Math.sqrt(dx * dx + dy * dy + dz * dz) || 1e-9;
  let k = (d - rest) / d;
  if (slack && k < 0) k *= 0.12;
  const m = k * share;
  const n = k * (1 - share);
  p[a]! += dx * m;
  p[a + 1]! += dy * m;
  p[a + 2]! += dz * m;
  p[b]! -= dx * n;
  p[b + 1]! -= dy * n;
  p[b + 2]! -= dz * n;
}

/**
 * Moves the points that lie within a limb onto it, in place, but for those of the first ring.
 * @param leeway by how much the limb is thicker. @param old where the points were, when they cling to it.
 */
export function pushOut(
  p: Float64Array,
  columns: number,
  capsule: Capsule,
  leeway = 0,
  old?: Float64Array,
): void {
  const { from, to, fromRadius, toRadius, fromMove = STILL, toMove = STILL } = capsule;
  const ax = to[0] - from[0];
  const ay = to[1] - from[1];
  const az = to[2] - from[2];
  const l2 = ax * ax + ay * ay + az * az || 1e-9;
  for (let i = columns * 3; i < p.length; i += 3) {
    const x = p[i]! - from[0];
    const y = p[i + 1]! - from[1];
    const z = p[i + 2]! - from[2];
    const t = clamp((x * ax + y * ay + z * az) / l2);
    const dx = x - ax * t;
    const dy = y - ay * t;
    const dz = z - az * t;
    const radius = fromRadius + (toRadius - fromRadius) * t + leeway;
    const d2 = dx * dx + dy * dy + dz * dz;
    if (d2 >= radius * radius || d2 < 1e-9) continue;
    const k = radius / Math.sqrt(d2) - 1;
    p[i]! += dx * k;
    p[i + 1]! += dy * k;
    p[i + 2]! += dz * k;
    for (let c = 0; old && c < 3; c++) {
      const move = fromMove[c]! + (toMove[c]! - fromMove[c]!) * t;
      p[i + c]! -= FRICTION * (p[i + c]! - old[i + c]! - move);
    }
  }
}
