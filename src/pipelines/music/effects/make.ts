import { mkdirSync } from 'node:fs';
import { SOUND_EFFECT_IDS, type SoundEffect, type SoundEffectId } from '../../../schemas/cue.ts';
import { decoded, encode } from '../encode.ts';
import { inHall } from '../sound/hall.ts';
import { truePeak } from '../sound/peak.ts';
import { AFTER_SEAM, SEAM, smoothestTurn } from '../sound/seam.ts';
import { addInto, fromDecibels, RATE, type Stereo, scaled, silence } from '../sound/stereo.ts';
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
  roomTone: { caption: 'the hum of an empty theater', make: roomTone, peak: -30, gain: 0.8 },
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

/** One round of a loop, and as much of the next as its smoothest turn may need. */
function roundAndMore(round: Stereo): Stereo {
  const samples = round.left.length;
  const out = silence(samples + Math.round((SEAM.latest + AFTER_SEAM) * RATE));
  for (let at = 0; at < out.left.length; at += samples) addInto(out, round, 1, at);
  return out;
}

const seconds = ({ left }: Stereo): number => Math.round((left.length / RATE) * 1000) / 1000;

/** Writes all effects below `publicFolder`. */
export function makeEffects(publicFolder: string): SoundEffect[] {
  mkdirSync(`${publicFolder}/audio/sfx`, { recursive: true });
  return SOUND_EFFECT_IDS.map((id) => {
    const plan = EFFECT_PLANS[id];
    const once = effectSound(plan);
    const loops = plan.hall === undefined;
    const sound = loops ? roundAndMore(once) : once;
    const channels = loops ? 1 : 2;
    const path = `${publicFolder}/audio/sfx/${id}`;
    const sources = encode(sound, path, `/audio/sfx/${id}`, {
      opus: channels * 28_000,
      mp3: 6,
      channels,
    });
    const turn = loops ? smoothestTurn(decoded(path), seconds(once)) : undefined;
    return {
      id,
      caption: plan.caption,
      duration: seconds(sound),
      ...(turn && { loop: { start: turn.start, end: turn.end } }),
      gain: plan.gain,
      sources,
    };
  });
}
