/** Which sound goes with which moment of a scene: data for the audio manifest, not for the page. */
import type { SceneId } from '../../config/catalogue.ts';
import { SHOTS } from '../../config/shots.ts';
import type { EffectMark, EffectSpan } from '../../schemas/audioManifest.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';

/** Over a passage that looks alike from either end the sound goes with its beginning. */
export const eitherWay = (
  effect: SoundEffectId,
  first: number,
  last: number,
): readonly EffectMark[] => [
  { effect, at: first, only: 'forwards' },
  { effect, at: last, only: 'backwards' },
];

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
