/**
 * The system's media controls: what is played, by whom, a picture, and its keys.
 * They attend only to media elements, not to Web Audio: an element that plays
 * silence stands in for the music. When another soundtrack takes over, the system
 * pauses that element, and so we learn of it.
 */
import { withBase } from '../../core/site/address.ts';
import type { ChapterSounds, PlayedCue } from '../../schemas/audioManifest.ts';

export interface MediaHandlers {
  onSwitch(on: boolean): void;
  onTurn(step: -1 | 1): void;
}

export class MediaControls {
  readonly #home: string;
  readonly #story: string;
  readonly #silence: HTMLAudioElement;
  #shown: ChapterSounds | undefined;
  #playing = false;

  constructor(
    { base, home }: { readonly base: string; readonly home: string },
    story: string,
    handlers: MediaHandlers,
  ) {
    this.#home = home;
    this.#story = story;
    this.#silence = new Audio(withBase(base, 'audio/silence.wav'));
    this.#silence.loop = true;
    // Of a page that was kept for the way back, what was said as it was left is heard when it plays again.
    this.#silence.addEventListener('pause', () => {
      if (this.#playing && this.#silence.paused) handlers.onSwitch(false);
    });
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
  show(chapter: ChapterSounds, { title, composer }: PlayedCue): void {
    if (chapter === this.#shown || !navigator.mediaSession) return;
    this.#shown = chapter;
    const [path, sizes] = chapter.artwork;
    navigator.mediaSession.metadata = new MediaMetadata({
      title,
      artist: composer,
      album: `${chapter.title} · ${this.#story}`,
      artwork: [{ src: withBase(this.#home, path), sizes, type: 'image/png' }],
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
