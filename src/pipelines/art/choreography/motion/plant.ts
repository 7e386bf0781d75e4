import { clamp, mix } from '../../../../core/maths/scalar.ts';
import {
  add,
  apply,
  degrees,
  length,
  normalize,
  rotationBetween,
  scale,
  smoothstep,
  subtract,
  transpose,
  type Vec3,
} from '../../linear.ts';
import type { LegPose, Pose } from '../../pose.ts';
import {
  HIP,
  legPoints,
  pelvisFrame,
  SHANK,
  type Side,
  THIGH,
  thighAngles,
  thighDirection,
} from '../stance.ts';

const ROUNDS = 12;

/**
 * Bends a leg so that its planted point comes over `target` and its toe to that height, in the world
 * relative to the pelvis; a flat foot lies flat. The knee bends by the law of cosines, where the
 * turn-out lets it; then the whole leg swings to the target by the shortest way, and again, since
 * the foot turned with it. A leg too short for its target stretches towards it.
 */
export function plantLeg(
  pose: Pick<Pose, 'facing' | 'pelvis'>,
  leg: LegPose,
  side: Side,
  target: Vec3,
): LegPose {
  const frame = pelvisFrame(pose);
  const back = transpose(frame);
  const s = side === 'left' ? 1 : -1;
  const hip = apply(frame, [s * HIP[0], HIP[1], HIP[2]]);
  // As a foot rolls up to the toes, its own ankle takes over from the floor's.
  const flat = smoothstep(42, 10, leg.ankle);
  let current = leg;
  for (let round = 0; round < ROUNDS; round++) {
    const now = legPoints(frame, current, side, false);
    const sole: Vec3 = [
      now.planted[0] - now.ankle[0],
      now.toe[1] - now.ankle[1],
      now.planted[2] - now.ankle[2],
    ];
    const heel = subtract(target, sole);
    const far = length(subtract(heel, hip));
    const cosine = (THIGH ** 2 + SHANK ** 2 - far ** 2) / (2 * THIGH * SHANK);
    const knee = clamp(180 - degrees(Math.acos(clamp(cosine, -1, 1))), 0, 152);
    const level = current.ankle + degrees(Math.asin(clamp(now.along[1], -1, 1)));
    const bent = legPoints(frame, { ...current, knee }, side, false);
    const swing = rotationBetween(subtract(bent.ankle, hip), subtract(heel, hip));
    const thigh = apply(back, apply(swing, subtract(bent.knee, hip)));
    current = {
      ...current,
      ...thighAngles(normalize([s * thigh[0], thigh[1], thigh[2]])),
      knee,
      ankle: mix(leg.ankle, clamp(level, -50, 40), flat),
    };
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
  if (share <= 0) return track;
  const d = thighDirection(track);
  const delta = subtract(thighDirection(wasPlanted), thighDirection(wasTrack));
  return {
    ...track,
    ...thighAngles(normalize(add(d, scale(delta, share)))),
    knee: Math.max(0, track.knee + (wasPlanted.knee - wasTrack.knee) * share),
    ankle: track.ankle + (wasPlanted.ankle - wasTrack.ankle) * share,
  };
}
