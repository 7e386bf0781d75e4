/** Which sound goes with which moment of a transition or a scene. Pure. */
import type { SceneId, TransitionId } from '../../config/programme.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';

export interface EffectMark {
  readonly effect: SoundEffectId;
  /** Progress of the transition or the scene, 0 to 1. */
  readonly at: number;
  /** Sounds only when that is passed in this direction; else in both. */
  readonly only?: 'forwards' | 'backwards';
}

/** Both ways over a passage that looks alike from either end: the sound goes with its beginning. */
const eitherWay = (effect: SoundEffectId, first: number, last: number): readonly EffectMark[] => [
  { effect, at: first, only: 'forwards' },
  { effect, at: last, only: 'backwards' },
];

export const TRANSITION_MARKS: Readonly<Partial<Record<TransitionId, readonly EffectMark[]>>> = {
  curtain: eitherWay('curtain', 0.06, 0.94),
  // The blade enters as the passage begins, and is gone before the halves part.
  bladeCut: eitherWay('blade', 0.04, 0.3),
  corpsCrossing: [0.2, 0.42, 0.64, 0.86].map((at) => ({ effect: 'pointeShoe', at })),
  // She is through the tatters: down on the other side.
  leap: [{ effect: 'pointeShoe', at: 0.85, only: 'forwards' }],
  endCredits: [{ effect: 'curtain', at: 0.12, only: 'forwards' }],
};

/** Flashes behind the window of `blinds`, and the landing of the grand jeté, as those draw them. */
export const SCENE_MARKS: Readonly<Partial<Record<SceneId, readonly EffectMark[]>>> = {
  blinds: [0.2, 0.33, 0.47, 0.61, 0.74, 0.83].map((at) => ({ effect: 'farShot', at })),
  proscenium: [{ effect: 'pointeShoe', at: 0.687, only: 'forwards' }],
  // The curtain has come down.
  lastCurtain: [{ effect: 'curtain', at: 0.8, only: 'forwards' }],
};

/** How present the sounds are that last, 0 to 1 each: the empty theatre hums, and at the end a heart is heard. */
export function lasting(
  scene: SceneId | undefined,
  progress: number,
): Readonly<Partial<Record<SoundEffectId, 0 | 1>>> {
  if (scene !== 'emptyTheatre') return {};
  return { roomTone: 1, heartbeat: progress >= 0.74 ? 1 : 0 };
}

/** What passes between two moments of one movement. */
export function passed(
  marks: readonly EffectMark[],
  before: number,
  now: number,
): readonly SoundEffectId[] {
  const way = now > before ? 'forwards' : 'backwards';
  const [low, high] = now > before ? [before, now] : [now, before];
  return marks
    .filter(({ at, only }) => at > low && at <= high && (only ?? way) === way)
    .map(({ effect }) => effect);
}
