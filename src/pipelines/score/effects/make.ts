import type { SoundEffect } from '../../../schemas/cue.ts';

export function makeEffects(_publicFolder: string): SoundEffect[] {
  return [];
}
