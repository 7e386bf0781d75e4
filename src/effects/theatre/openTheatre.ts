/** The page's side of the theatre. */
import { PICTURE_FINENESS } from '../../config/stage.ts';
import { chapterDanced, chapterRead, type Geometry } from '../../core/progress/locate.ts';
import { engage, sharpBox } from './engage.ts';
import type { Programme } from './messages.ts';
import { StandIn } from './standIn.ts';
import { whenShown } from './whenShown.ts';

export interface TheatreDoor {
  /** The picture's box on the page has these measures now, in CSS pixels. */
  measure(width: number, height: number, tall: boolean): void;
  /** The dance lies so on the page now. */
  lay(geometry: Geometry): void;
  /** Sees that what a scroll position needs is fetched, and what has failed before. What is shown is fetched anyway. */
  prepare(scroll: number): void;
  /** Shows the moment at a scroll position as soon as it can. */
  show(scroll: number, how?: { readonly still?: boolean; readonly glides?: boolean }): void;
  close(): void;
}

/**
 * Opens a theatre in `host`, over the server's picture there. `host` gets the
 * attribute `data-painted` while a picture is shown; before that, or should it be lost, the server's
 * stands, or what stands in for it in other chapters. `onReady` hears which chapters can be danced.
 */
export function openTheatre(
  host: HTMLElement,
  programme: Omit<Programme, 'tones'>,
  onReady: (chapters: readonly number[]) => void = () => {},
): TheatreDoor {
  const standIn = new StandIn(host, programme);
  let geometry: Geometry | undefined;
  let painted: HTMLCanvasElement | undefined;
  const player = engage('theatre', {
    put(canvas) {
      canvas.className = 'stage__canvas';
      painted = canvas;
      host.querySelector('svg')!.after(canvas);
    },
    hear(reply) {
      if (reply.kind === 'ready') return onReady(reply.chapters);
      const canvas = painted;
      void whenShown(canvas!).then(() => {
        if (canvas === painted) host.dataset['painted'] = '';
      });
    },
    lose() {
      painted = undefined;
      delete host.dataset['painted'];
      standIn.come();
    },
  });
  player.say({ kind: 'open', programme: { ...programme, tones: tonesOf(host) } });
  return {
    measure(width, height, tall) {
      const finest = PICTURE_FINENESS[tall ? 'tall' : 'wide'];
      player.say({ kind: 'box', box: sharpBox(width, height, finest), tall });
    },
    lay(now) {
      geometry = now;
      player.say({ kind: 'geometry', geometry });
    },
    prepare: (scroll) => player.say({ kind: 'prepare', scroll }),
    show(scroll, { still = false, glides = false } = {}) {
      player.say({ kind: 'show', scroll, still, glides });
      if (geometry) standIn.at((still ? chapterRead : chapterDanced)(scroll, geometry));
    },
    close() {
      player.dismiss();
    },
  };
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
