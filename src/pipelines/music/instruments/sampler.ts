import type { PlayedControl, PlayedNote } from '../interpretation/played.ts';
import { RATE, type Stereo, silence } from '../sound/stereo.ts';

/** A recorded tone. */
export interface Sample {
  readonly midi: number;
  readonly sound: Stereo;
  /** Sample at which the tone begins to sound. */
  readonly start: number;
}

/** How one note of a sampler is shaped. Times in seconds. */
export interface Shape {
  /** Factor of amplitude. */
  readonly gain: number;
  /** Hertz above which it is dulled. */
  readonly cutoff: number;
  readonly attack: number;
  readonly release: number;
  /** Amplitude while it sounds, 0 to 1, at seconds from its start; 1 when absent. */
  readonly swell?: (seconds: number) => number;
}

/** The sample next in pitch. */
export function nearest(samples: readonly Sample[], midi: number): Sample {
  return samples.reduce((best, s) =>
    Math.abs(s.midi - midi) < Math.abs(best.midi - midi) ? s : best,
  );
}

/** When a key is let go: its own end, or the pedal's release after it. */
export function releaseTime(pedal: readonly PlayedControl[], end: number): number {
  let down = false;
  for (const { at, value } of pedal) {
    if (at > end) {
      if (!down) return end;
      if (value < 64) return at;
    } else down = value >= 64;
  }
  return end;
}

/** Adds one note to `out`: the sample transposed by interpolation, dulled by two one-pole filters, with attack and release. */
export function addNote(
  out: Stereo,
  sample: Sample,
  note: Pick<PlayedNote, 'at' | 'midi'>,
  end: number,
  shape: Shape,
): void {
  const ratio = 2 ** ((note.midi - sample.midi) / 12);
  const smooth = 1 - Math.exp((-2 * Math.PI * Math.min(shape.cutoff, 18_000)) / RATE);
  const decay = Math.exp(-1 / (shape.release * RATE));
  const first = Math.round(note.at * RATE);
  const last = Math.round(end * RATE);
  const attack = Math.max(1, shape.attack * RATE);
  const { left, right } = sample.sound;
  let envelope = 1;
  let l = 0;
  let r = 0;
  for (
    let i = first, x = sample.start;
    i < out.left.length && x < left.length - 2;
    i++, x += ratio
  ) {
    const j = Math.floor(x);
    const part = x - j;
    l += smooth * (left[j]! * (1 - part) + left[j + 1]! * part - l);
    r += smooth * (right[j]! * (1 - part) + right[j + 1]! * part - r);
    if (i > last) {
      envelope *= decay;
      if (envelope < 1e-4) break;
    }
    const elapsed = i - first;
    const level =
      shape.gain * envelope * Math.min(1, elapsed / attack) * (shape.swell?.(elapsed / RATE) ?? 1);
    out.left[i]! += l * level;
    out.right[i]! += r * level;
  }
}

/** Silence long enough for a interpretation and its ringing, seconds. */
export function stage(seconds: number): Stereo {
  return silence(Math.ceil(seconds * RATE));
}

/** Where a recorded tone begins: the first sample above a part of its peak, a millisecond earlier. */
export function onsetOf(sound: Stereo, part = 0.02): number {
  let peak = 0;
  for (const x of sound.left) peak = Math.max(peak, Math.abs(x));
  const index = sound.left.findIndex((x) => Math.abs(x) >= peak * part);
  return Math.max(0, index - 48);
}
