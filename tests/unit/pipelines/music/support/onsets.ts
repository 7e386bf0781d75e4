import type { PlayedNote } from '../../../../../src/pipelines/music/interpretation/played.ts';
import type { Recording } from './recording.ts';

/** Seconds compared before and after a note's beginning. */
const BEFORE = { from: -0.1, to: -0.02 };
const AFTER = [
  { from: 0.005, to: 0.085 },
  { from: 0.05, to: 0.13 },
];
/** Rise of one of the partials that counts as a beginning. */
const RISE = 1.25;
/** Quieter partials than this are noise. */
const FLOOR = 1e-9;

/** Power at a frequency in a window (Goertzel's algorithm, Hann weighting). */
function power(sound: Float32Array, rate: number, from: number, to: number, hertz: number): number {
  const start = Math.max(0, Math.round(from * rate));
  const end = Math.min(sound.length, Math.round(to * rate));
  const n = end - start;
  if (n < 64) return 0;
  const c = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  const turn = (2 * Math.PI) / n;
  let s1 = 0;
  let s2 = 0;
  for (let i = 0; i < n; i++) {
    const s0 = sound[start + i]! * (0.5 - 0.5 * Math.cos(turn * i)) + c * s1 - s2;
    s2 = s1;
    s1 = s0;
  }
  return (s1 * s1 + s2 * s2 - c * s1 * s2) / (n * n);
}

/** Whether a note is heard to begin at `at` seconds: one of its first partials grows there. */
function begins(mono: Float32Array, rate: number, at: number, midi: number): boolean {
  const pitch = 440 * 2 ** ((midi - 69) / 12);
  return [1, 2, 3].some((partial) => {
    const hertz = pitch * partial;
    if (hertz > rate / 2.2) return false;
    const before = power(mono, rate, at + BEFORE.from, at + BEFORE.to, hertz);
    return AFTER.some(({ from, to }) => {
      const after = power(mono, rate, at + from, at + to, hertz);
      return after > FLOOR && after > before * RISE;
    });
  });
}

/**
 * Whether a pitch is heard for a while from `at` on: its first
 * partial, or two of the first three, stand out from the quarter tones beside them. Partials too near to
 * tell apart in the time a note lasts are passed over.
 */
function stands(
  mono: Float32Array,
  rate: number,
  { at, length, midi }: Pick<PlayedNote, 'at' | 'length' | 'midi'>,
): boolean {
  const seconds = Math.min(0.45, Math.max(0.14, length * 1.1));
  const from = at + 0.012;
  const told = [1, 2, 3, 4, 5, 6, 7, 8]
    .map((partial) => 440 * 2 ** ((midi - 69) / 12) * partial)
    .filter((hertz) => hertz < rate / 2.3 && hertz * 0.029 > 1.9 / seconds)
    .slice(0, 3);
  const clear = told.filter((hertz) => {
    const own = power(mono, rate, from, from + seconds, hertz);
    const beside = [2 ** (1 / 24), 2 ** (-1 / 24)].map((factor) =>
      power(mono, rate, from, from + seconds, hertz * factor),
    );
    return own > FLOOR && beside.every((other) => own > other * 2);
  });
  return clear.length >= 2 || (clear.length > 0 && clear[0] === told[0]);
}

export interface Hearing {
  /** Notes heard to begin in time, and at their pitch. */
  readonly begun: number;
  readonly pitched: number;
  readonly of: number;
}

/** How many of the notes a recording holds, if it is `shift` seconds late. */
export function hear(recording: Recording, notes: readonly PlayedNote[], shift = 0): Hearing {
  const { mono, rate } = quarterRate(recording);
  const moved = notes.map((note) => ({ ...note, at: note.at + shift }));
  return {
    begun: moved.filter((note) => begins(mono, rate, note.at, note.midi)).length,
    pitched: moved.filter((note) => stands(mono, rate, note)).length,
    of: notes.length,
  };
}

/** One channel at a quarter of the rate: all that pitches up to 4 kHz need. */
function quarterRate({ left, right, rate }: Recording): { mono: Float32Array; rate: number } {
  const mono = new Float32Array(Math.floor(left.length / 4) - 2);
  for (let i = 0; i < mono.length; i++) {
    let sum = 0;
    for (let k = 0; k < 8; k++) sum += left[i * 4 + k]! + right[i * 4 + k]!;
    mono[i] = sum / 16;
  }
  return { mono, rate: rate / 4 };
}

/**
 * How late the recording is against the notes, in seconds: where the growth of
 * loudness agrees best with the notes' beginnings, between -0.12 and 0.12.
 */
export function lateness(recording: Recording, notes: readonly PlayedNote[]): number {
  const hop = 0.005;
  const window = 0.02;
  const { left, right, rate } = recording;
  const frames = Math.floor(left.length / rate / hop) - 8;
  const level = Float64Array.from({ length: frames }, (_, frame) => {
    const start = Math.round(frame * hop * rate);
    let sum = 1e-10;
    for (let i = start; i < start + window * rate; i += 2) {
      const before = left[i - 2] ?? 0;
      sum += (left[i]! - before) ** 2 + (right[i]! - (right[i - 2] ?? 0)) ** 2;
    }
    return Math.log(sum);
  });
  const growth = level.map((x, i) => Math.max(0, x - (level[i - 2] ?? x)));
  let best = { lag: 0, score: -1 };
  for (let lag = -24; lag <= 24; lag++) {
    const score = notes.reduce(
      (sum, note) => sum + (growth[Math.round(note.at / hop) + lag] ?? 0) * note.velocity,
      0,
    );
    if (score > best.score) best = { lag, score };
  }
  // A frame's window begins at its time: growth shows half a window early.
  return best.lag * hop + window / 2;
}
