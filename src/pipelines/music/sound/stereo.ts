/** Samples a second of everything before encoding. */
export const RATE = 48_000;

/** Two channels of equal length, nominally -1 to 1. */
export interface Stereo {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** Silence of so many samples. */
export function silence(samples: number): Stereo {
  return { left: new Float32Array(samples), right: new Float32Array(samples) };
}

/** Adds `part`, times `gain`, onto `sum` from sample `at` on; what does not fit is dropped. */
export function addInto(sum: Stereo, part: Stereo, gain = 1, at = 0): void {
  for (const side of ['left', 'right'] as const) {
    const to = sum[side];
    const from = part[side];
    const end = Math.min(from.length, to.length - at);
    for (let i = Math.max(0, -at); i < end; i++) to[i + at]! += from[i]! * gain;
  }
}

/** The part from one sample to another; beyond its ends there is silence. */
export function slice(sound: Stereo, from: number, to: number): Stereo {
  const part = silence(to - from);
  addInto(part, sound, 1, -from);
  return part;
}

/** Both channels times a factor. */
export function scaled(sound: Stereo, factor: number): Stereo {
  return { left: sound.left.map((x) => x * factor), right: sound.right.map((x) => x * factor) };
}

/** Decibels as a factor of amplitude. */
export function fromDecibels(decibels: number): number {
  return 10 ** (decibels / 20);
}
