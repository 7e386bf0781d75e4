import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MPEGDecoder } from 'mpg123-decoder';
import type { Stereo } from '../../../../../src/pipelines/music/sound/stereo.ts';

export interface Recording extends Stereo {
  readonly rate: number;
}

/** Path of a file that the site serves, from its address. */
export function published(url: string): string {
  return fileURLToPath(new URL(`../../../../../public${url}`, import.meta.url));
}

/** Decodes a published MP3 without the encoder's padding. */
export async function decodeMp3(url: string): Promise<Recording> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const { channelData, sampleRate } = decoder.decode(readFileSync(published(url)));
  decoder.free();
  const left = channelData[0]!;
  return { left, right: channelData[1] ?? left, rate: sampleRate };
}
