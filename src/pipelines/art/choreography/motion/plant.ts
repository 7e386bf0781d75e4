import type { Vec3 } from '../../linear.ts';
import { add, cross, length, normalize, scale, subtract } from '../../linear.ts';
import type { LegPose, Pose } from '../../pose.ts';
import { legPoints, pelvisFrame, type Side, thighAngles, thighDirection } from '../stance.ts';

/** Below this ankle angle a foot stands flat. */
const FLAT_BELOW = 20;
const ROUNDS = 14;

/** Thigh swung by a and b (unit steps across it), knee and ankle bent further. */
type Change = readonly [a: number, b: number, knee: number, ankle: number];

function changed(leg: LegPose, [a, b, knee, ankle]: Change): LegPose {
  const d = thighDirection(leg);
  const across = normalize(cross(d, Math.abs(d[1]) < 0.9 ? [0, 1, 0] : [0, 0, 1]));
  const other = cross(d, across);
  const swung = normalize(add(d, add(scale(across, a), scale(other, b))));
  return {
    ...leg,
    ...thighAngles(swung),
    knee: Math.min(150, Math.max(0, leg.knee + knee)),
    ankle: leg.ankle + ankle,
  };
}

/** Solves the small symmetric system (JᵀJ + λI) x = Jᵀr by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const m = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const k = m[j]![i]! / m[i]![i]!;
      for (let c = i; c <= n; c++) m[j]![c]! -= k * m[i]![c]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = m[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= m[i]![j]! * x[j]!;
    x[i] = sum / m[i]![i]!;
  }
  return x;
}

/**
 * Bends a leg so that its planted point comes over `target` and its toe to that height, in the world
 * relative to the pelvis; a flat foot stays flat. Damped least squares (Levenberg): a leg too short for it stretches towards it.
 */
export function plantLeg(
  pose: Pick<Pose, 'facing' | 'pelvis'>,
  leg: LegPose,
  side: Side,
  target: Vec3,
): LegPose {
  const frame = pelvisFrame(pose);
  const flat = leg.ankle < FLAT_BELOW;
  const unknowns = flat ? 4 : 3;
  const miss = (l: LegPose): number[] => {
    const { toe, planted, along } = legPoints(frame, l, side, false);
    const gap = [target[0] - planted[0], target[1] - toe[1], target[2] - planted[2]];
    return [...gap.map((x) => x / 100), ...(flat ? [-along[1]] : [])];
  };
  const steps: readonly Change[] = [
    [0.002, 0, 0, 0],
    [0, 0.002, 0, 0],
    [0, 0, 0.1, 0],
    [0, 0, 0, 0.1],
  ];
  let current = leg;
  for (let round = 0; round < ROUNDS; round++) {
    const gap = miss(current);
    if (Math.hypot(...gap) < 1e-5) break;
    const columns = steps.slice(0, unknowns).map((step, k) => {
      const moved = miss(changed(current, step));
      const size = k < 2 ? 0.002 : 0.1 / 57.3;
      return moved.map((x, i) => (gap[i]! - x) / size);
    });
    const matrix = columns.map((a, i) =>
      columns.map((b, j) => a.reduce((s, x, k) => s + x * b[k]!, 0) + (i === j ? 0.02 : 0)),
    );
    const x = solve(
      matrix,
      columns.map((a) => a.reduce((s, v, k) => s + v * gap[k]!, 0)),
    );
    const limit = Math.min(1, 0.35 / (Math.hypot(...x) || 1));
    current = changed(current, [
      x[0]! * limit,
      x[1]! * limit,
      x[2]! * limit * 57.3,
      (x[3] ?? 0) * limit * 57.3,
    ]);
  }
  return current;
}

/** The difference that planting made, faded: 1 keeps it, 0 gives the leg back to its track. */
export function easeBack(
  track: LegPose,
  wasTrack: LegPose,
  wasPlanted: LegPose,
  share: number,
): LegPose {
  const d = thighDirection(track);
  const delta = subtract(thighDirection(wasPlanted), thighDirection(wasTrack));
  if (share <= 0 || (length(delta) < 1e-9 && wasPlanted.knee === wasTrack.knee)) return track;
  return {
    ...track,
    ...thighAngles(normalize(add(d, scale(delta, share)))),
    knee: Math.max(0, track.knee + (wasPlanted.knee - wasTrack.knee) * share),
    ankle: track.ankle + (wasPlanted.ankle - wasTrack.ankle) * share,
  };
}
