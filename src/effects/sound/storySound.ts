/** Sound of the story's page: its soundtrack, told what the reader chose and where they are; fetched at their first press. */

import { mutes } from '../../core/sound/muteKey.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';
import type { CueId } from '../../schemas/repertoire.ts';
import type { SoundNotice } from '../../schemas/wording.ts';
import { MediaControls } from './mediaSession.ts';
import { soundChannel } from './soundChannel.ts';
import { openSoundtrack, type Soundtrack, type StoryPosition } from './soundtrack.ts';

export interface StorySound {
  /** Obeys `sound` after a change of it. */
  settle(): void;
}

/** What is being heard, told on every frame. */
interface NowPlaying {
  cue: CueId | null;
  effect: SoundEffectId | null;
  position: () => number | null;
}

export interface StorySoundOptions {
  readonly context: AudioContext;
  readonly base: string;
  readonly home: string;
  readonly slugs: readonly string[];
  readonly position: StoryPosition;
  /** What the reader chose; `notice` is told. */
  readonly sound: { readonly on: boolean; readonly volume: number; notice: SoundNotice | null };
  readonly nowPlaying: NowPlaying;
  /** The reader switched sound by other means than the page: the system's keys, another tab. */
  readonly onSwitch: (on: boolean) => void;
  /** Turns to the chapter before (-1) or after (1). */
  readonly onTurn: (step: -1 | 1) => void;
}

export async function startStorySound(options: StorySoundOptions): Promise<StorySound> {
  const { context, sound, nowPlaying, onSwitch } = options;
  const soundtrack = await openSoundtrack({ ...options, onFrame: tell });
  const media = new MediaControls(options, soundtrack.manifest.story, {
    onSwitch,
    onTurn: options.onTurn,
  });
  const channel = soundChannel(() => sound.on && onSwitch(false));

  function tell({ music, effects, chapter }: Soundtrack): void {
    nowPlaying.cue = music.cue;
    nowPlaying.effect = effects.effect;
    sound.notice = music.missing ? 'missing' : null;
    media.show(chapter, soundtrack.manifest.cues[chapter.cue]!);
  }

  let ran: boolean | undefined;
  function settle(): void {
    soundtrack.output.volume = sound.volume;
    const runs = sound.on && document.visibilityState === 'visible';
    if (runs === ran) return;
    ran = runs;
    if (runs) {
      soundtrack.run();
      channel.claim();
    } else {
      soundtrack.rest();
      nowPlaying.cue = null;
      nowPlaying.effect = null;
    }
    media.playing = runs;
  }

  // What the system has stopped it may let go on by itself, or only at the reader's next touch.
  const wake = () => {
    if (soundtrack.output.running && context.state !== 'running')
      void context.resume().catch(() => {});
  };
  context.addEventListener('statechange', wake);
  for (const type of ['pointerdown', 'keydown', 'focus']) window.addEventListener(type, wake);
  document.addEventListener('visibilitychange', settle);
  // Only after a first press of the control: no key starts the first music.
  window.addEventListener('keydown', (event) => {
    if (!mutes(event)) return;
    event.preventDefault();
    onSwitch(!sound.on);
  });
  nowPlaying.position = () => (soundtrack.output.running ? soundtrack.music.position() : null);
  settle();
  return { settle };
}
