import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '../../schemas/cue.ts';
import { decode } from './sound/decode.ts';
import { CUT_BY_CHROMIUM } from './sound/seam.ts';
import { type Stereo, slice } from './sound/stereo.ts';
import { wavFile } from './sound/wav.ts';

const BIT_EXACT = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];

export interface Quality {
  /** Of Opus, bits a second. */
  readonly opus: number;
  /** Of LAME's variable bit rate, 0 best to 9. */
  readonly mp3: number;
  readonly channels: 1 | 2;
}

/**
 * Writes `<path>.webm` (Opus) and `<path>.mp3` and says what they are; `url` is
 * the address that `path` has on the site. Opus stands first: smaller, and
 * without a gap at its ends; every browser plays the MP3.
 */
export function encode(sound: Stereo, path: string, url: string, quality: Quality): Source[] {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  const wav = join(folder, 'master.wav');
  const channels = ['-ac', String(quality.channels)];
  try {
    writeFileSync(wav, wavFile(sound));
    const run = (output: string, codec: readonly string[]): void => {
      execFileSync('ffmpeg', [
        '-v',
        'error',
        '-y',
        '-i',
        wav,
        ...channels,
        ...codec,
        ...BIT_EXACT,
        output,
      ]);
    };
    run(`${path}.webm`, ['-c:a', 'libopus', '-b:a', String(quality.opus), '-vbr', 'on']);
    run(`${path}.mp3`, ['-c:a', 'libmp3lame', '-q:a', String(quality.mp3), '-ar', '44100']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [
    { url: `${url}.webm`, type: 'audio/webm; codecs=opus', bytes: statSync(`${path}.webm`).size },
    { url: `${url}.mp3`, type: 'audio/mpeg', bytes: statSync(`${path}.mp3`).size },
  ];
}

/** What browsers make of the files that `encode` wrote: the WebM whole and as Chromium decodes it, and the MP3. */
export function decoded(path: string): Stereo[] {
  const webm = decode(`${path}.webm`);
  return [webm, slice(webm, CUT_BY_CHROMIUM, webm.left.length), decode(`${path}.mp3`)];
}
