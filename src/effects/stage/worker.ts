/**
 * The file that the painters come in. As a worker it waits for canvases. Where no
 * worker may run (a frame without an origin, an old browser), the page imports
 * the same file and asks it by an event: what bundlers make of a worker's file
 * exports nothing.
 */
import { importPart } from '../loading/importPart.ts';
import { keepTrying } from '../loading/keepTrying.ts';
import type { StageCanvas } from './canvasPen.ts';
import {
  type CanvasRelease,
  type CanvasRequest,
  HERE,
  PAINT_HERE,
  type PaintHere,
  type Part,
  type Parts,
  type Replied,
  type Told,
} from './protocol.ts';
import { StageRenderer } from './stageRenderer.ts';

interface Plays<P extends Part> {
  hear(call: Parts[P]['call']): void;
}
type Casting = {
  readonly [P in Part]: (
    canvas: StageCanvas,
    reply: (reply: Parts[P]['reply']) => void,
  ) => Plays<P> | Promise<Plays<P>>;
};

/** Whether this is a thread of its own. */
const apart = typeof document === 'undefined';

/** A part that cannot be had any more here can be had by a new thread: this one is lost to the page. */
const stuck = (error: Error) => {
  if (apart) reportError(error);
};

const CASTING: Casting = {
  stage: (canvas, reply) => new StageRenderer(canvas, reply, stuck),
  // Frames have no staff.
  staff: async (canvas, reply) => {
    const { StaffPainter } = await keepTrying((attempt) =>
      importPart(() => import('../staff/staffPainter.ts'), attempt),
    );
    return new StaffPainter(canvas, reply);
  },
};

const ignore = () => {};

/** A painter that takes calls at once, whenever it arrives. */
function cast<P extends Part>(
  part: P,
  canvas: StageCanvas,
  reply: (reply: Parts[P]['reply']) => void,
): (call: Parts[P]['call']) => void {
  const painter = Promise.resolve(CASTING[part](canvas, reply));
  // Who does not come leaves the place empty; the story needs neither. Faults in the play itself are told.
  return (call) => void painter.then((here) => here.hear(call), ignore);
}

if (apart) {
  const painters: ((call: never) => void)[] = [];
  addEventListener('message', ({ data }: MessageEvent<CanvasRequest | Told | CanvasRelease>) => {
    const { id } = data;
    if ('dismissed' in data) delete painters[id];
    else if ('call' in data) painters[id]?.(data.call as never);
    else
      painters[id] = cast(data.part, data.canvas, (reply) =>
        postMessage({ id, reply } satisfies Replied),
      );
  });
  postMessage(HERE);
} else {
  document.addEventListener(PAINT_HERE, (event) => {
    const { part, canvas, reply, accept } = (event as CustomEvent<PaintHere>).detail;
    accept(cast(part, canvas, reply));
  });
}
