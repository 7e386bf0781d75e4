/** Sound of a frame in a blog: the story's player, following the frame's own clock. */
import { type Geometry, locate } from '../../core/progress/locate.ts';
import { openPlayer } from '../mixer/player.ts';
import { soundChannel } from '../soundChannel.ts';

export interface FramePerformance {
  readonly base: string;
  /** The chapters that the frame holds. */
  readonly slugs: readonly string[];
  readonly geometry: Geometry;
  /** Where in the timeline she is. */
  position(): number;
}

export interface FrameSound {
  run(runs: boolean): void;
}

/** @param onClaimed another frame or page of this site began to sound */
export async function startFrameSound(
  context: AudioContext,
  { base, slugs, geometry, position }: FramePerformance,
  onClaimed: () => void,
): Promise<FrameSound> {
  const playhead = () => locate(position(), geometry);
  const player = await openPlayer({
    context,
    base,
    slugs,
    performance: { chapter: () => playhead().chapter, playhead },
    onFrame: () => {},
  });
  player.desk.volume = 0.8;
  const channel = soundChannel(onClaimed);
  return {
    run(runs) {
      if (!runs) player.rest();
      else if (!player.desk.running) {
        player.run();
        channel.claim();
      }
    },
  };
}
