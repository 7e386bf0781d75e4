/**
 * The file that the players come in. As a worker it waits for engagements. Where no
 * worker may run (a frame without an origin, an old browser), the page imports
 * the same file and asks it by an event: what bundlers make of a worker's file
 * exports nothing.
 */
import type { StageCanvas } from './canvasPen.ts';
import {
  type Engagement,
  type Part,
  type Parts,
  PLAY_HERE,
  type PlayHere,
  type Replied,
  type Told,
} from './messages.ts';
import { StaffPainter } from './staffPainter.ts';
import { Theatre } from './theatre.ts';

type Plays = {
  readonly [P in Part]: (
    canvas: StageCanvas,
    reply: (reply: Parts[P]['reply']) => void,
  ) => { hear(call: Parts[P]['call']): void };
};

const PLAYS: Plays = {
  theatre: (canvas, reply) => new Theatre(canvas, reply),
  staff: (canvas, reply) => new StaffPainter(canvas, reply),
};

if (typeof document === 'undefined') {
  const players: { hear(call: never): void }[] = [];
  addEventListener('message', ({ data }: MessageEvent<Engagement | Told>) => {
    const { id } = data;
    if ('call' in data) players[id]?.hear(data.call as never);
    else
      players[id] = PLAYS[data.part](data.canvas, (reply: Replied['reply']) =>
        postMessage({ id, reply } satisfies Replied),
      );
  });
} else {
  document.addEventListener(PLAY_HERE, (event) => {
    const { part, canvas, reply, accept } = (event as CustomEvent<PlayHere>).detail;
    const player = PLAYS[part](canvas, reply);
    accept((call) => player.hear(call as never));
  });
}
