/** The page's side of the theatre: a canvas, and the thread that draws on it. */
import house from './house.ts?worker&url';
import {
  type Box,
  type Call,
  type Cue,
  PLAY_HERE,
  type PlayHere,
  type Programme,
  type Reply,
} from './messages.ts';

export interface TheatreDoor {
  /** The picture's box on the page has these measures now; takes up what the window's pixels allow. */
  measure(box: Omit<Box, 'ratio'>): void;
  /** Sees that a chapter and its neighbours are fetched. */
  prepare(chapter: number, clips: boolean): void;
  /** Shows a moment as soon as it can. */
  show(cue: Cue): void;
  close(): void;
}

export interface TheatreHandlers {
  onReady?(chapters: readonly number[]): void;
}

/** As many pixels as a picture has at most: beyond them the eye gains nothing, and old machines lose much. */
const MOST_PIXELS = 4.2e6;

/**
 * Opens a theatre in `host`, before whatever stands there after the server's
 * picture. `host` gets the attribute `data-painted` when the first picture is there;
 * until then, and if it never comes, the server's stands.
 */
export function openTheatre(
  host: HTMLElement,
  programme: Omit<Programme, 'tones'>,
  handlers: TheatreHandlers = {},
): TheatreDoor {
  /** What has been said last, for whoever has to begin anew. */
  const said = new Map<Call['kind'], Call>();
  let send: ((call: Call) => void) | undefined;
  let canvas: HTMLCanvasElement;
  let closed = false;

  function say(call: Call): void {
    said.set(call.kind, call);
    send?.(call);
  }

  function hear(reply: Reply): void {
    if (closed) return;
    if (reply.kind === 'ready') handlers.onReady?.(reply.chapters);
    else host.dataset['painted'] = '';
  }

  function begin(to: (call: Call) => void): void {
    send = to;
    for (const call of said.values()) to(call);
  }

  function newCanvas(): void {
    canvas?.remove();
    canvas = document.createElement('canvas');
    canvas.className = 'stage__canvas';
    host.querySelector('svg')!.after(canvas);
  }

  /** On a thread of its own, so that the words scroll on however much is drawn. */
  function employ(player: Worker): void {
    newCanvas();
    const sheet = canvas.transferControlToOffscreen();
    player.onmessage = ({ data }: MessageEvent<Reply>) => hear(data);
    player.onerror = () => {
      player.terminate();
      void playHere();
    };
    player.postMessage({ canvas: sheet }, [sheet]);
    begin((call) => player.postMessage(call));
  }

  async function playHere(): Promise<void> {
    if (closed) return;
    send = undefined;
    newCanvas();
    try {
      await import(/* @vite-ignore */ house);
      const detail: PlayHere = { canvas, reply: hear, accept: begin };
      if (!closed) document.dispatchEvent(new CustomEvent(PLAY_HERE, { detail }));
    } catch {
      // Lost or blocked: the server's picture stands.
      canvas.remove();
    }
  }

  say({ kind: 'open', programme: { ...programme, tones: tonesOf(host) } });
  const worker = newWorker();
  if (worker) employ(worker);
  else void playHere();

  return {
    measure({ width, height, tall }) {
      const most = Math.sqrt(MOST_PIXELS / Math.max(1, width * height));
      const ratio = Math.min(window.devicePixelRatio, most);
      say({ kind: 'box', box: { width, height, tall, ratio } });
    },
    prepare: (chapter, clips) => say({ kind: 'prepare', chapter, clips }),
    show: (cue) => say({ kind: 'show', cue }),
    close() {
      closed = true;
      worker?.terminate();
      canvas.remove();
      delete host.dataset['painted'];
    },
  };
}

/** None where it may not run: in a frame without an origin, in an old browser. */
function newWorker(): Worker | undefined {
  if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) return undefined;
  try {
    return new Worker(house, { type: 'module' });
  } catch {
    return undefined;
  }
}

const TONE = '--tone-';

/** Every custom property `--tone-<name>` that the page itself names, as it is in `host`. */
function tonesOf(host: HTMLElement): Record<string, string> {
  const style = getComputedStyle(host);
  const tones: Record<string, string> = {};
  // Tones stand in the document, not in a file of styles.
  const own = [...document.styleSheets].filter(({ href }) => !href);
  for (const rule of own.flatMap(({ cssRules }) => [...cssRules])) {
    if (!(rule instanceof CSSStyleRule)) continue;
    for (const name of rule.style)
      if (name.startsWith(TONE))
        tones[name.slice(TONE.length)] = style.getPropertyValue(name).trim();
  }
  return tones;
}
