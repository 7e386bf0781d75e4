/** Sound of a frame in a blog: the story's soundtrack, following the frame's own clock. */
import { type Geometry, locate } from '../../../core/reading/playhead.ts';
import { soundChannel } from '../../sound/soundChannel.ts';
import { openSoundtrack } from '../../sound/soundtrack.ts';

export interface FramePerformance {
  readonly base: string;
  readonly home: string;
  /** The chapters that the frame holds. */
  readonly slugs: readonly string[];
  readonly geometry: Geometry;
  /** Where in the timeline she is. */
  position(): number;
}

export interface FrameSound {
  run(runs: boolean): void;
}

export interface FrameSoundHandlers {
  /** Another frame or page of this site began to sound. */
  onClaimed(): void;
  /** Whether the chapter's music could not be loaded; told when it changes. */
  onMissing(missing: boolean): void;
}

export async function startFrameSound(
  context: AudioContext,
  { base, home, slugs, geometry, position }: FramePerformance,
  { onClaimed, onMissing }: FrameSoundHandlers,
): Promise<FrameSound> {
  let missed = false;
  const playhead = () => locate(position(), geometry);
  const soundtrack = await openSoundtrack({
    context,
    base,
    home,
    slugs,
    position: { chapter: () => playhead().chapter, playhead },
    onFrame({ music: { missing } }) {
      if (missing !== missed) onMissing(missing);
      missed = missing;
    },
  });
  soundtrack.output.volume = 0.8;
  const channel = soundChannel(onClaimed);
  return {
    run(runs) {
      if (!runs) soundtrack.rest();
      else if (!soundtrack.output.running) {
        soundtrack.run();
        channel.claim();
      }
    },
  };
}
