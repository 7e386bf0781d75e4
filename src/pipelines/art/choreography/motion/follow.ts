import { normalize, type Vec3 } from '../../linear.ts';
import type { Track } from './tracks.ts';

/** How a part of the body follows what moves it: an underdamped spring. */
export interface Follower {
  /** Natural frequency, radians a frame: higher follows closer. */
  readonly frequency: number;
  /** 1 arrives without overshoot; about 0.6 passes its goal by a tenth and settles. */
  readonly damping: number;
}

/** Port de bras starts in the back: each further part of the arm comes later and settles longer. */
export const FOLLOWERS = {
  head: { frequency: 1.5, damping: 0.8 },
  upper: { frequency: 2.2, damping: 0.8 },
  fore: { frequency: 1.25, damping: 0.7 },
  hand: { frequency: 0.72, damping: 0.62 },
} as const satisfies Record<string, Follower>;

/** Frames after which every follower has settled. */
export const SETTLE = 12;
const STEP = 0.5;

interface Tap {
  readonly delay: number;
  readonly weight: number;
}

/**
 * The spring's answer to a tap, sampled and normalised: following is then a weighted mean of
 * where the leader was, so that a moment's pose depends on its time alone.
 */
function taps({ frequency, damping }: Follower): readonly Tap[] {
  const swing = frequency * Math.sqrt(1 - damping * damping);
  const raw = Array.from({ length: SETTLE / STEP }, (_, i): Tap => {
    const delay = (i + 0.5) * STEP;
    const fade = 1 - (delay / SETTLE) ** 4;
    return {
      delay,
      weight: fade * Math.exp(-damping * frequency * delay) * Math.sin(swing * delay),
    };
  });
  const sum = raw.reduce((total, tap) => total + tap.weight, 0);
  return raw.map(({ delay, weight }) => ({ delay, weight: weight / sum }));
}

/** The number as it arrives at a part that follows. */
export function follow(leader: Track<number>, follower: Follower): Track<number> {
  const kernel = taps(follower);
  return (frame) => {
    let sum = 0;
    for (const { delay, weight } of kernel) sum += weight * leader(frame - delay);
    return sum;
  };
}

/** The direction as it arrives at a part that follows. Unit length. */
export function followDirection(leader: Track<Vec3>, follower: Follower): Track<Vec3> {
  const kernel = taps(follower);
  return (frame) => {
    let x = 0;
    let y = 0;
    let z = 0;
    for (const { delay, weight } of kernel) {
      const d = leader(frame - delay);
      x += weight * d[0];
      y += weight * d[1];
      z += weight * d[2];
    }
    return normalize([x, y, z]);
  };
}
