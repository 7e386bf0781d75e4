/**
 * The file that the theatre comes in. As a worker it waits for messages. Where no
 * worker may run (a frame without an origin, an old browser), the page imports
 * the same file and asks it by an event: what bundlers make of a worker's file
 * exports nothing.
 */
import type { StageCanvas } from './canvasPen.ts';
import { type Call, PLAY_HERE, type PlayHere, type Reply } from './messages.ts';
import { Theatre } from './theatre.ts';

/** Takes calls for a canvas; the first must be `open`. */
function play(canvas: StageCanvas, reply: (reply: Reply) => void): (call: Call) => void {
  let theatre: Theatre | undefined;
  return (call) => {
    if (call.kind === 'open') theatre = new Theatre(canvas, call.programme, reply);
    else theatre?.hear(call);
  };
}

if (typeof document === 'undefined') {
  let hear: ((call: Call) => void) | undefined;
  addEventListener('message', ({ data }: MessageEvent<Call | { canvas: OffscreenCanvas }>) => {
    if ('canvas' in data) hear = play(data.canvas, (reply) => postMessage(reply));
    else hear?.(data);
  });
} else {
  document.addEventListener(PLAY_HERE, (event) => {
    const { canvas, reply, accept } = (event as CustomEvent<PlayHere>).detail;
    accept(play(canvas, reply));
  });
}
