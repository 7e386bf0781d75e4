import { loudness } from './loudness.ts';
import { truePeak } from './peak.ts';
import { fromDecibels, RATE, type Stereo, scaled } from './stereo.ts';

/** Integrated loudness of every cue, LUFS. */
const TARGET_LOUDNESS = -20;
/** What no sample of the master passes, dB: leaves room for what encoders add. */
const CEILING = -2.2;
const LOOK_AHEAD = Math.round(0.004 * RATE);
const RELEASE_SECONDS = 0.12;

/** Turns the gain down smoothly around samples above the ceiling; leaves everything else as it is. */
function limited(sound: Stereo, ceiling: number): Stereo {
  const { left, right } = sound;
  const n = left.length;
  const gain = new Float32Array(n).fill(1);
  const rise = Math.exp(-1 / (RELEASE_SECONDS * RATE));
  for (let i = 0; i < n; i++) {
    const level = Math.max(Math.abs(left[i]!), Math.abs(right[i]!));
    if (level <= ceiling) continue;
    const needed = ceiling / level;
    for (let j = Math.max(0, i - LOOK_AHEAD); j <= i; j++) {
      const part = (j - i + LOOK_AHEAD) / LOOK_AHEAD;
      gain[j] = Math.min(gain[j]!, 1 + (needed - 1) * part);
    }
  }
  let held = 1;
  for (let i = 0; i < n; i++) {
    held = Math.min(gain[i]!, 1 - (1 - held) * rise);
    gain[i] = held;
  }
  return {
    left: left.map((x, i) => x * gain[i]!),
    right: right.map((x, i) => x * gain[i]!),
  };
}

/** Brings a sound to the target loudness with its peaks below the ceiling. */
export function mastered(sound: Stereo, target = TARGET_LOUDNESS): Stereo {
  let out = sound;
  // Limiting lowers the loudness a little: a second and third round make up for it.
  for (let round = 0; round < 3; round++) {
    out = scaled(out, fromDecibels(target - loudness(out, RATE)));
    out = limited(out, fromDecibels(CEILING));
  }
  for (let excess = truePeak(out) - CEILING; excess > 0.3; excess = truePeak(out) - CEILING)
    out = limited(out, fromDecibels(CEILING - excess));
  return out;
}
