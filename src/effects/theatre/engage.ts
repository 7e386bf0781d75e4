/** Engages players for canvases of the page: on a thread of their own where there may be one, else in the page. */
import house from './house.ts?worker&url';
import {
  type Box,
  type Dismissal,
  type Engagement,
  type Part,
  type Parts,
  PLAY_HERE,
  type PlayHere,
  type Replied,
  type Told,
} from './messages.ts';

export interface Player<P extends Part> {
  say(call: Parts[P]['call']): void;
  dismiss(): void;
}

export interface Place<P extends Part> {
  /** Puts a new canvas into the page; called again when the play has to begin anew elsewhere. */
  readonly put: (canvas: HTMLCanvasElement) => void;
  readonly hear: (reply: Parts[P]['reply']) => void;
}

/** The thread of all players, or null where none may run. */
let thread: Worker | null | undefined;
/** Who hears the replies of each player there. */
const ears: ((reply: unknown) => void)[] = [];
/** What each player does when the thread is lost. */
const losses = new Set<() => void>();

/** A player of a part. Until it can hear, and should it have to begin anew, it is told what was said last of each kind. */
export function engage<P extends Part>(part: P, { put, hear }: Place<P>): Player<P> {
  type Call = Parts[P]['call'];
  const said = new Map<string, Call>();
  let send: ((call: Call) => void) | undefined;
  let canvas: HTMLCanvasElement | undefined;
  let id: number | undefined;
  let gone = false;

  function begin(to: (call: Call) => void): void {
    send = to;
    for (const call of said.values()) to(call);
  }

  function newCanvas(): HTMLCanvasElement {
    canvas?.remove();
    canvas = document.createElement('canvas');
    put(canvas);
    return canvas;
  }

  function playThere(worker: Worker): void {
    const sheet = newCanvas().transferControlToOffscreen();
    const own = ears.push(hear as (reply: unknown) => void) - 1;
    id = own;
    worker.postMessage({ id: own, part, canvas: sheet } satisfies Engagement, [sheet]);
    // Not by a port of its own: that would cost several times as much on every frame.
    begin((call) => worker.postMessage({ id: own, call } satisfies Told));
    losses.add(lose);
  }

  function lose(): void {
    send = undefined;
    void playHere();
  }

  async function playHere(): Promise<void> {
    try {
      await import(/* @vite-ignore */ house);
    } catch {
      // Lost or blocked: what the server has drawn stands.
      canvas?.remove();
      return;
    }
    if (gone) return;
    const detail: PlayHere<P> = { part, canvas: newCanvas(), reply: hear, accept: begin };
    document.dispatchEvent(new CustomEvent(PLAY_HERE, { detail }));
  }

  const worker = theThread();
  if (worker) playThere(worker);
  else void playHere();
  return {
    say(call) {
      said.set(call.kind, call);
      send?.(call);
    },
    dismiss() {
      gone = true;
      send = undefined;
      losses.delete(lose);
      if (id !== undefined) {
        delete ears[id];
        thread?.postMessage({ id, dismissed: true } satisfies Dismissal);
      }
      canvas?.remove();
    },
  };
}

function theThread(): Worker | null {
  if (thread !== undefined) return thread;
  thread = null;
  // On an opaque origin browsers differ: some throw, some tell it by an event.
  if ('transferControlToOffscreen' in HTMLCanvasElement.prototype && origin !== 'null') {
    try {
      const worker = new Worker(house, { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<Replied>) => ears[data.id]?.(data.reply);
      worker.onerror = () => {
        worker.terminate();
        thread = null;
        for (const lose of losses) lose();
        losses.clear();
      };
      thread = worker;
    } catch {
      // No workers here.
    }
  }
  return thread;
}

/** As many pixels as a canvas has at most: beyond them the eye gains nothing, and old machines lose much. */
const MOST_PIXELS = 4.2e6;

/** The box of a canvas of so many CSS pixels, as sharp as the window, but not finer than `finest` pixels to one. */
export function sharpBox(width: number, height: number, finest = Infinity): Box {
  const most = Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
  return { width, height, ratio: Math.min(window.devicePixelRatio, finest, most) };
}
