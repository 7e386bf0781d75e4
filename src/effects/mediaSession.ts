/**
 * The system's media controls: what is played, by whom, a picture, and its keys.
 * They attend only to media elements, not to Web Audio: an element that plays
 * silence stands in for the music. When another player takes over, the system
 * pauses that element, and so we learn of it.
 */
import { withBase } from '../core/address.ts';
import type { PlayedCue, Programme } from '../schemas/programme.ts';

type Chapter = Programme['chapters'][number];

export interface MediaHandlers {
  onSwitch(on: boolean): void;
  onTurn(step: -1 | 1): void;
}

export class MediaControls {
  readonly #base: string;
  readonly #story: string;
  readonly #silence: HTMLAudioElement;
  #shown: Chapter | undefined;
  #playing = false;

  constructor(base: string, story: string, handlers: MediaHandlers) {
    this.#base = base;
    this.#story = story;
    this.#silence = new Audio(URL.createObjectURL(silence()));
    this.#silence.loop = true;
    this.#silence.addEventListener('pause', () => this.#playing && handlers.onSwitch(false));
    this.#on('play', () => handlers.onSwitch(true));
    this.#on('pause', () => handlers.onSwitch(false));
    this.#on('previoustrack', () => handlers.onTurn(-1));
    this.#on('nexttrack', () => handlers.onTurn(1));
  }

  set playing(playing: boolean) {
    this.#playing = playing;
    if (playing) void this.#silence.play().catch(() => {});
    else this.#silence.pause();
    if (navigator.mediaSession)
      navigator.mediaSession.playbackState = playing ? 'playing' : 'paused';
  }

  /** Shows a chapter and its piece; cheap when they are shown already. */
  show(chapter: Chapter, { title, composer }: PlayedCue): void {
    if (chapter === this.#shown || !navigator.mediaSession) return;
    this.#shown = chapter;
    navigator.mediaSession.metadata = new MediaMetadata({
      title,
      artist: composer,
      album: `${chapter.title} · ${this.#story}`,
      artwork: chapter.artwork.map(([path, sizes]) => ({
        src: withBase(this.#base, path),
        sizes,
        type: 'image/png',
      })),
    });
  }

  #on(action: MediaSessionAction, handle: () => void): void {
    try {
      navigator.mediaSession?.setActionHandler(action, handle);
    } catch {
      // A key that this system does not have.
    }
  }
}

/** Ten seconds of silence as WAV, 8 bits, 8 kHz: systems take no notice of anything under five. */
function silence(): Blob {
  const rate = 8000;
  const samples = new Uint8Array(10 * rate).fill(128);
  const head = new DataView(new ArrayBuffer(44));
  const text = (at: number, word: string) =>
    [...word].forEach((letter, i) => {
      head.setUint8(at + i, letter.charCodeAt(0));
    });
  text(0, 'RIFF');
  head.setUint32(4, 36 + samples.length, true);
  text(8, 'WAVEfmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, rate, true);
  head.setUint32(28, rate, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  text(36, 'data');
  head.setUint32(40, samples.length, true);
  return new Blob([head, samples], { type: 'audio/wav' });
}
