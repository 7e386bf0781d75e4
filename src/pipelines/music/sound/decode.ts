import { execFileSync } from 'node:child_process';
import { RATE, type Stereo } from './stereo.ts';
import { deinterleave } from './wav.ts';

/** Reads any sound file with ffmpeg, as stereo at the pipeline's rate. */
export function decode(file: string): Stereo {
  const bytes = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-f', 'f32le', '-ac', '2', '-ar', String(RATE), '-'],
    { maxBuffer: 1 << 28 },
  );
  return deinterleave(bytes);
}
