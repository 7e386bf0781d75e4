/** Keeps what the reader chose about sound, captions and staff, and brings it back on the next visit. */
import { STORAGE_KEYS } from '../config/keys.ts';
import { parseSoundChoice } from '../core/sound/choice.ts';
import { sound } from '../state/sound.svelte.ts';
import { keep, recall } from './storage.ts';

let restored = false;

/** Sets `sound` from storage, once a page, whoever calls first. Sound that was on is offered; it stays off. */
export function restoreSoundChoice(): void {
  if (restored) return;
  restored = true;
  const { on, volume, captions, staff } = parseSoundChoice(recall(STORAGE_KEYS.sound));
  Object.assign(sound, { offered: on, volume, captions, staff });
}

/** Call after any change that the reader made. An offer not taken yet stays an offer. */
export function keepSoundChoice(): void {
  const { on, offered, volume, captions, staff } = sound;
  keep(STORAGE_KEYS.sound, JSON.stringify({ on: on || offered, volume, captions, staff }));
}
