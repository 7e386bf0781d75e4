/**
 * Engages painters for canvases of the page: on a thread of their own where there may be one, else in
 * the page. A thread that is lost is asked for again, and all begin anew there.
 */
import { pauseAfter } from '../../core/loading/schedule.ts';
import { type Attempt, keepTrying } from '../loading/keepTrying.ts';
import { refresh } from '../loading/refresh.ts';
import { trusted } from '../page/trusted.ts';
import {
  type Box,
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
import workerFile from './worker.ts?worker&url';

export interface CanvasPainter<P extends Part> {
  say(call: Parts[P]['call']): void;
  dismiss(): void;
}

export interface CanvasPlace<P extends Part> {
  /** Puts a new canvas into the page; called again when the play has to begin anew. */
  readonly put: (canvas: HTMLCanvasElement) => void;
  readonly hear: (reply: Parts[P]['reply']) => void;
  /** The canvas is gone: until another is put and painted, what the server has drawn stands. */
  readonly lose?: () => void;
}

/** Where all painters are; undefined while there is no such place. */
let place: Worker | 'page' | undefined;
let opened = false;
/** How many threads were lost after they had come: after a few the page plays by itself. */
let lost = 0;
const MOST_LOST = 3;
/** Each painter: it begins where the place is now, or leaves. */
const painters = new Set<{ readonly begin: () => void; readonly leave: () => void }>();
/** Who hears the replies of each painter on the thread. */
const ears: ((reply: unknown) => void)[] = [];

/** A painter of a part. Until it can hear, and should it have to begin anew, it is told what was said last of each kind. */
export function openCanvas<P extends Part>(
  part: P,
  { put, hear, lose }: CanvasPlace<P>,
): CanvasPainter<P> {
  type Call = Parts[P]['call'];
  const said = new Map<string, Call>();
  let send: ((call: Call) => void) | undefined;
  let canvas: HTMLCanvasElement | undefined;
  let id: number | undefined;

  function accept(to: (call: Call) => void): void {
    send = to;
    for (const call of said.values()) to(call);
  }

  function begin(): void {
    if (!place) return;
    const own = document.createElement('canvas');
    canvas = own;
    put(own);
    if (place === 'page') {
      const detail: PaintHere<P> = { part, canvas: own, reply: hear, accept };
      document.dispatchEvent(new CustomEvent(PAINT_HERE, { detail }));
      return;
    }
    const worker = place;
    const sheet = own.transferControlToOffscreen();
    const ear = ears.push(hear as (reply: unknown) => void) - 1;
    id = ear;
    worker.postMessage({ id: ear, part, canvas: sheet } satisfies CanvasRequest, [sheet]);
    // Not by a port of its own: that would cost several times as much on every frame.
    accept((call) => worker.postMessage({ id: ear, call } satisfies Told));
  }

  function leave(): void {
    send = undefined;
    if (id !== undefined) delete ears[id];
    id = undefined;
    canvas?.remove();
    canvas = undefined;
    lose?.();
  }

  const painter = { begin, leave };
  open();
  painters.add(painter);
  begin();
  return {
    say(call) {
      said.set(call.kind, call);
      send?.(call);
    },
    dismiss() {
      painters.delete(painter);
      if (id !== undefined && place && place !== 'page')
        place.postMessage({ id, dismissed: true } satisfies CanvasRelease);
      leave();
    },
  };
}

function settle(where: Worker | 'page' | undefined): void {
  place = where;
  for (const { begin, leave } of painters) (where ? begin : leave)();
}

/** Opens a place, once. */
function open(): void {
  if (opened) return;
  opened = true;
  void keepTrying(async (attempt) => {
    // A new thread remembers no failure, but the browser may have kept a damaged copy.
    if (attempt.number > 0) await refresh(workerFile, attempt);
    if (lost < MOST_LOST && 'transferControlToOffscreen' in HTMLCanvasElement.prototype) {
      // On an opaque origin browsers differ: some throw, some tell it by an event.
      const came = origin !== 'null' && (await onThread(attempt).catch(() => false));
      if (came) return;
    }
    // The page remembers a module that failed: another attempt needs another address.
    const again = attempt.number > 0 ? `?retry=${attempt.number}` : '';
    await import(/* @vite-ignore */ `${workerFile}${again}`);
    if (!attempt.signal.aborted) settle('page');
  });
}

/** Plays begin at once, to be heard when the thread comes. @throws when it does not, and none may run */
async function onThread({ signal }: Attempt): Promise<true> {
  const worker = new Worker(trusted.createScriptURL(workerFile), { type: 'module' });
  let here = false;
  return new Promise((resolve, reject) => {
    const fall = () => {
      worker.terminate();
      settle(undefined);
      if (here) {
        opened = false;
        setTimeout(open, pauseAfter(++lost));
      }
      reject(signal.reason);
    };
    signal.addEventListener('abort', fall);
    worker.onerror = fall;
    worker.onmessage = ({ data }: MessageEvent<Replied | typeof HERE>) => {
      if (data !== HERE) return ears[data.id]?.(data.reply);
      here = true;
      resolve(true);
    };
    settle(worker);
  });
}

/** As many pixels as a canvas has at most: beyond them the eye gains nothing, and old machines lose much. */
const MOST_PIXELS = 4.2e6;

/** The box of a canvas of so many CSS pixels, as sharp as the window, but not finer than `finest` pixels to one. */
export function sharpBox(width: number, height: number, finest = Infinity): Box {
  const most = Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
  return { width, height, ratio: Math.min(window.devicePixelRatio, finest, most) };
}
