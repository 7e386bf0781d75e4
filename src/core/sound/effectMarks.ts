/** Ways to say which sound goes with which moment of a transition or a scene. Pure. */
import type { EffectMark } from '../../schemas/audioManifest.ts';
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
