/** Sound of the story's page: its player, told what the reader chose and where they are; fetched at their first press. */
import type { CueId } from '../config/programme.ts';
import { mutes } from '../core/sound/muteKey.ts';
import type { SoundEffectId } from '../schemas/cue.ts';
import { MediaControls } from './mediaSession.ts';
import { openPlayer, type Performance, type Player } from './mixer/player.ts';
import { soundChannel } from './soundChannel.ts';

const MISSING =
  'The music of this chapter could not be loaded. Switch sound off and on to try again.';

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
  readonly slugs: readonly string[];
  readonly performance: Performance;
  /** What the reader chose; `notice` is told. */
  readonly sound: { readonly on: boolean; readonly volume: number; notice: string | null };
  readonly nowPlaying: NowPlaying;
  /** The reader switched sound by other means than the page: the system's keys, another tab. */
  readonly onSwitch: (on: boolean) => void;
  /** Turns to the chapter before (-1) or after (1). */
  readonly onTurn: (step: -1 | 1) => void;
}

export async function startStorySound(options: StorySoundOptions): Promise<StorySound> {
  const { context, base, sound, nowPlaying, onSwitch } = options;
  const player = await openPlayer({ ...options, onFrame: tell });
  const media = new MediaControls(base, player.programme.story, {
    onSwitch,
    onTurn: options.onTurn,
  });
  const channel = soundChannel(() => sound.on && onSwitch(false));

  function tell({ orchestra, foley, chapter }: Player): void {
    nowPlaying.cue = orchestra.cue;
    nowPlaying.effect = foley.effect;
    sound.notice = orchestra.missing ? MISSING : null;
    media.show(chapter, player.programme.cues[chapter.cue]!);
  }

  let ran: boolean | undefined;
  function settle(): void {
    player.desk.volume = sound.volume;
    const runs = sound.on && document.visibilityState === 'visible';
    if (runs === ran) return;
    ran = runs;
    if (runs) {
      player.run();
      channel.claim();
    } else {
      player.rest();
      nowPlaying.cue = null;
      nowPlaying.effect = null;
    }
    media.playing = runs;
  }

  // What the system has stopped it may let go on by itself, or only at the reader's next touch.
  const wake = () => {
    if (player.desk.running && context.state !== 'running') void context.resume().catch(() => {});
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
  nowPlaying.position = () => (player.desk.running ? player.orchestra.position() : null);
  settle();
  return { settle };
}
