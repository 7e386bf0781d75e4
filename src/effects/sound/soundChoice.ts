/** Keeps what the reader chose about sound, captions and staff, and brings it back on the next visit. */
import { STORAGE_KEYS } from '../../config/names.ts';
import { parseSoundChoice, type SoundChoice } from '../../core/sound/choice.ts';
import { keep, recall } from '../page/storage.ts';

/** What the reader chose, on this page. */
type Chosen = { -readonly [Key in keyof SoundChoice]: SoundChoice[Key] } & {
  /** Sound was on when the reader last left, and has not been switched since. */
  offered: boolean;
};

let restored = false;

/** Sets `sound` from storage, once a page, whoever calls first. Sound that was on is offered; it stays off. */
export function restoreSoundChoice(sound: Chosen): void {
  if (restored) return;
  restored = true;
  const { on, volume, captions, staff } = parseSoundChoice(recall(STORAGE_KEYS.sound));
  Object.assign(sound, { offered: on, volume, captions, staff });
}

/** Call after any change that the reader made. An offer not taken yet stays an offer. */
export function keepSoundChoice(sound: Readonly<Chosen>): void {
  const { on, offered, volume, captions, staff } = sound;
  keep(STORAGE_KEYS.sound, JSON.stringify({ on: on || offered, volume, captions, staff }));
}
