import { mkdirSync } from 'node:fs';
import { SOUND_EFFECT_IDS, type SoundEffect, type SoundEffectId } from '../../../schemas/cue.ts';
import { encode } from '../encode.ts';
import { inHall } from '../sound/hall.ts';
import { truePeak } from '../sound/peak.ts';
import { fromDecibels, RATE, type Stereo, scaled } from '../sound/stereo.ts';
import { blade } from './blade.ts';
import { curtain } from './curtain.ts';
import { farShot } from './far-shot.ts';
import { heartbeat } from './heartbeat.ts';
import { pointeShoe } from './pointe-shoe.ts';
import { roomTone } from './room-tone.ts';

interface EffectPlan {
  readonly caption: string;
  readonly make: () => Float32Array;
  /** True peak, dB: quiet against the music. */
  readonly peak: number;
  /** Reverberation; a loop has none, its seam must stay exact. */
  readonly hall?: { readonly wet: number; readonly seconds: number };
  readonly gain: number;
}

/** Every effect: all are synthesised, none recorded. */
export const EFFECT_PLANS: Readonly<Record<SoundEffectId, EffectPlan>> = {
  blade: {
    caption: 'a blade rings',
    make: blade,
    peak: -12,
    hall: { wet: 0.5, seconds: 1.4 },
    gain: 0.7,
  },
  pointeShoe: {
    caption: 'a pointe shoe taps the boards',
    make: pointeShoe,
    peak: -9,
    hall: { wet: 0.35, seconds: 0.8 },
    gain: 0.8,
  },
  curtain: {
    caption: 'a heavy curtain runs',
    make: curtain,
    peak: -12,
    hall: { wet: 0.3, seconds: 1.2 },
    gain: 0.8,
  },
  heartbeat: { caption: 'a heartbeat', make: heartbeat, peak: -9, gain: 0.9 },
  farShot: {
    caption: 'a shot, streets away',
    make: farShot,
    peak: -10,
    hall: { wet: 0.7, seconds: 2.2 },
    gain: 0.7,
  },
  roomTone: { caption: 'the hum of an empty theatre', make: roomTone, peak: -30, gain: 0.8 },
};

/** The finished sound of an effect. */
export function effectSound(plan: EffectPlan): Stereo {
  const mono = plan.make();
  const dry: Stereo = { left: mono, right: mono };
  const sound = plan.hall ? withSoftEnd(inHall(dry, plan.hall.wet, plan.hall.seconds)) : dry;
  return scaled(sound, fromDecibels(plan.peak - truePeak(sound)));
}

function withSoftEnd(sound: Stereo): Stereo {
  const samples = sound.left.length;
  const fade = 0.4 * RATE;
  const level = (i: number): number => Math.min(1, (samples - 1 - i) / fade);
  return {
    left: sound.left.map((x, i) => x * level(i)),
    right: sound.right.map((x, i) => x * level(i)),
  };
}

/** Writes all effects below `publicFolder`. */
export function makeEffects(publicFolder: string): SoundEffect[] {
  mkdirSync(`${publicFolder}/audio/sfx`, { recursive: true });
  return SOUND_EFFECT_IDS.map((id) => {
    const plan = EFFECT_PLANS[id];
    const sound = effectSound(plan);
    const channels = plan.hall ? 2 : 1;
    return {
      id,
      caption: plan.caption,
      duration: Math.round((sound.left.length / RATE) * 1000) / 1000,
      loops: plan.hall === undefined,
      gain: plan.gain,
      sources: encode(sound, `${publicFolder}/audio/sfx/${id}`, `/audio/sfx/${id}`, {
        opus: channels * 28_000,
        mp3: 6,
        channels,
      }),
    };
  });
}
