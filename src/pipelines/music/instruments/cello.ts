import { join } from 'node:path';
import { clamp, mix } from '../../../core/maths/scalar.ts';
import type { PlayedControl, PlayedNote } from '../interpretation/played.ts';
import { decode } from '../sound/decode.ts';
import { loudness } from '../sound/loudness.ts';
import { fromDecibels, RATE, type Stereo, scaled } from '../sound/stereo.ts';
import { addNote, nearest, onsetOf, type Sample, stage } from './sampler.ts';

const NAMES = ['C', 'Cs', 'D', 'Ds', 'E', 'F', 'Fs', 'G', 'Gs', 'A', 'As', 'B'];
const LOWEST = 38;
const HIGHEST = 72;
/** Parts of a tone between which it is repeated when it must sound longer. */
const REPEAT = { from: 0.3, to: 0.72 };
const LONGEST_SECONDS = 7;
const SAMPLE_LOUDNESS = -18;

/** A tone made as long as wanted: its middle repeated, each time blended at equal power. */
function lengthened(sound: Stereo): Stereo {
  const from = Math.round(sound.left.length * REPEAT.from);
  const to = Math.round(sound.left.length * REPEAT.to);
  const blend = Math.round((to - from) * 0.4);
  const extend = (signal: Float32Array): Float32Array => {
    const out = new Float32Array(RATE * LONGEST_SECONDS);
    out.set(signal.subarray(0, Math.min(to, out.length)));
    for (let end = to; end < out.length; end += to - from - blend)
      for (let i = 0; i < to - from; i++) {
        const at = end - blend + i;
        if (at >= out.length) break;
        const part = Math.min(1, i / blend);
        const old = i < blend ? out[at]! * Math.cos((part * Math.PI) / 2) : 0;
        out[at] = old + signal[from + i]! * Math.sin((part * Math.PI) / 2);
      }
    return out;
  };
  return { left: extend(sound.left), right: extend(sound.right) };
}

/** All tones equally loud: as recorded, neighbours differ by several decibels. */
function levelled(sound: Stereo): Stereo {
  return scaled(sound, fromDecibels(SAMPLE_LOUDNESS - loudness(sound, RATE)));
}

/** Solo cello, a sample every semitone from D2 to C5, files like `Fs3.mp3`. */
export function loadCello(folder: string, notes: readonly PlayedNote[]): Sample[] {
  const wanted = new Set(notes.map(({ midi }) => clamp(midi, LOWEST, HIGHEST)));
  return [...wanted].map((midi) => {
    const name = `${NAMES[midi % 12]}${Math.floor(midi / 12) - 1}.mp3`;
    const sound = levelled(lengthened(decode(join(folder, name))));
    return { midi, sound, start: onsetOf(sound, 0.05) };
  });
}

/** Plays a bowed line: expression shapes each note, and notes of a slur run into each other. */
export function playCello(
  samples: readonly Sample[],
  notes: readonly PlayedNote[],
  controls: readonly PlayedControl[],
  seconds: number,
  gain: number,
): Stereo {
  const out = stage(seconds);
  for (const note of notes) {
    const swells = controls.filter(
      (c) =>
        c.voice === note.voice &&
        c.controller === 11 &&
        c.at >= note.at - 0.001 &&
        c.at <= note.at + note.length + 0.001,
    );
    addNote(out, nearest(samples, note.midi), note, note.at + note.length, {
      gain: fromDecibels(gain),
      cutoff: 5200,
      attack: 0.07,
      release: 0.09,
      swell: (elapsed) => {
        const next = swells.findIndex((c) => c.at >= note.at + elapsed);
        const after = swells[next < 0 ? swells.length - 1 : next];
        const before = swells[Math.max(0, next < 0 ? swells.length - 1 : next - 1)];
        if (!after || !before) return 1;
        const part =
          after.at > before.at ? (note.at + elapsed - before.at) / (after.at - before.at) : 1;
        const value = mix(before.value, after.value, clamp(part));
        return (value / 127) ** 2;
      },
    });
  }
  return out;
}
