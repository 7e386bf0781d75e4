/** Which sound goes with which moment of a transition or a scene: data for the programme, not for the page. */
import type { SceneId, TransitionId } from '../../config/catalogue.ts';
import { SHOTS } from '../../config/shots.ts';
import type { EffectMark, EffectSpan } from '../../schemas/audioManifest.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';

/** Over a passage that looks alike from either end the sound goes with its beginning. */
const eitherWay = (effect: SoundEffectId, first: number, last: number): readonly EffectMark[] => [
  { effect, at: first, only: 'forwards' },
  { effect, at: last, only: 'backwards' },
];

export const TRANSITION_MARKS: Readonly<Partial<Record<TransitionId, readonly EffectMark[]>>> = {
  curtain: eitherWay('curtain', 0.06, 0.94),
  // The blade enters as the passage begins, and is gone before the halves part.
  bladeCut: eitherWay('blade', 0.04, 0.3),
  corpsCrossing: [0.2, 0.42, 0.64, 0.86].map((at) => ({ effect: 'pointeShoe', at })),
  endCredits: [{ effect: 'curtain', at: 0.12, only: 'forwards' }],
};

/** What a scene draws; her landings are read from the clips. */
export const SCENE_MARKS: Readonly<Partial<Record<SceneId, readonly EffectMark[]>>> = {
  // Guns behind the far window.
  blinds: SHOTS.map((at) => ({ effect: 'farShot', at })),
  // The curtain is down.
  lastCurtain: [{ effect: 'curtain', at: 0.8, only: 'forwards' }],
};

/** Sounds that last. The empty theatre hums; when she has folded down, a heart is heard. */
export const SCENE_SPANS: Readonly<Partial<Record<SceneId, readonly EffectSpan[]>>> = {
  emptyTheatre: [
    { effect: 'roomTone', from: 0, to: 1 },
    { effect: 'heartbeat', from: 0.74, to: 1 },
  ],
};
