/** Sound of the story's page: its player, told what the reader chose and where they are; fetched at their first press. */
import { mutes } from '../core/sound/muteKey.ts';
import { motion } from '../state/motion.svelte.ts';
import { nowPlaying } from '../state/nowPlaying.svelte.ts';
import { reading } from '../state/reading.svelte.ts';
import { sound } from '../state/sound.svelte.ts';
import { MediaControls } from './mediaSession.ts';
import { openPlayer, type Player } from './mixer/player.ts';
import { soundChannel } from './soundChannel.ts';

const MISSING = 'The music of this chapter could not be loaded.';

export interface StorySound {
  /** Obeys `sound` after a change of it. */
  settle(): void;
}

export interface StorySoundOptions {
  readonly context: AudioContext;
  readonly base: string;
  readonly slugs: readonly string[];
  /** The reader switched sound by other means than the page: the system's keys, another tab. */
  readonly onSwitch: (on: boolean) => void;
  /** Turns to the chapter before (-1) or after (1). */
  readonly onTurn: (step: -1 | 1) => void;
}

export async function startStorySound(options: StorySoundOptions): Promise<StorySound> {
  const { context, base, slugs, onSwitch } = options;
  const player = await openPlayer({
    context,
    base,
    slugs,
    performance: {
      chapter: () => reading.chapter,
      playhead: () => (motion.still ? null : reading.playhead),
    },
    onFrame: tell,
  });
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
  // Only after a first press: a stray letter starts no music.
  window.addEventListener('keydown', (event) => mutes(event) && onSwitch(!sound.on));
  nowPlaying.position = () => (player.desk.running ? player.orchestra.position() : null);
  settle();
  return { settle };
}
