import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PlayedControl, PlayedNote } from '../interpretation/played.ts';
import { decode } from '../sound/decode.ts';
import { fromDecibels, type Stereo } from '../sound/stereo.ts';
import { addNote, nearest, onsetOf, releaseTime, type Sample, stage } from './sampler.ts';

const STEPS: Readonly<Record<string, number>> = { C: 0, 'D#': 3, 'F#': 6, A: 9 };
const SILENT_BELOW = 90;

/** Salamander Grand Piano, a sample every minor third: files like `F#3v10.ogg`. Decodes only what `notes` need. */
export function loadPiano(folder: string, notes: readonly PlayedNote[]): Sample[] {
  const files = readdirSync(folder).flatMap((file) => {
    const match = /^([A-G]#?)(\d)v\d+\.ogg$/.exec(file);
    const step = STEPS[match?.[1] ?? ''];
    return match && step !== undefined ? [{ file, midi: 12 * (Number(match[2]) + 1) + step }] : [];
  });
  const wanted = new Set(
    notes.map(({ midi }) =>
      files.reduce((a, b) => (Math.abs(b.midi - midi) < Math.abs(a.midi - midi) ? b : a)),
    ),
  );
  return [...wanted].map(({ file, midi }) => {
    const sound = decode(join(folder, file));
    return { midi, sound, start: onsetOf(sound) };
  });
}

/** Plays piano notes: velocity makes them louder and brighter, the pedal holds them. */
export function playPiano(
  samples: readonly Sample[],
  notes: readonly PlayedNote[],
  controls: readonly PlayedControl[],
  seconds: number,
  gain: number,
): Stereo {
  const out = stage(seconds);
  for (const note of notes) {
    const pedal = controls.filter((c) => c.voice === note.voice && c.controller === 64);
    const pitch = 440 * 2 ** ((note.midi - 69) / 12);
    addNote(out, nearest(samples, note.midi), note, releaseTime(pedal, note.at + note.length), {
      gain: 0.5 * fromDecibels(gain) * (note.velocity / 90) ** 1.7,
      cutoff: 900 * 2 ** (note.velocity / 19) + 2 * pitch,
      attack: 0.0007,
      release: note.midi > SILENT_BELOW ? 0.5 : 0.14,
    });
  }
  return out;
}
