import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RATE, type Stereo } from '../sound/stereo.ts';
import { deinterleave } from '../sound/wav.ts';

/** Renders a MIDI file with fluidsynth, without its own reverb and chorus. */
export function renderMidi(midi: Buffer, soundfont: string): Stereo {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  const input = join(folder, 'cue.mid');
  const output = join(folder, 'cue.raw');
  try {
    writeFileSync(input, midi);
    execFileSync(
      'fluidsynth',
      [
        ...['-n', '-i', '-q', '-R', '0', '-C', '0', '-g', '0.6', '-r', String(RATE)],
        ...['-o', 'synth.polyphony=512', '-O', 'float', '-T', 'raw', '-F', output],
        ...[soundfont, input],
      ],
      { stdio: ['ignore', 'ignore', 'ignore'] },
    );
    return deinterleave(readFileSync(output));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
