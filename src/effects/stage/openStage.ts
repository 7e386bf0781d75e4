/** The page's side of the stage. */
import { PICTURE_FINENESS } from '../../config/stage.ts';
import type { Run } from '../../core/embed/timeline.ts';
import { chapterDanced, chapterRead, type Geometry } from '../../core/reading/playhead.ts';
import { openCanvas, sharpBox } from './canvasWorker.ts';
import type { StageSetup } from './protocol.ts';
import { StandIn } from './standIn.ts';
import { whenShown } from './whenShown.ts';

export interface StageHandle {
  /** The picture's box on the page has these measures now, in CSS pixels. */
  measure(width: number, height: number, tall: boolean): void;
  /** The dance lies so on the page now. */
  lay(geometry: Geometry): void;
  /** Sees that what a scroll position needs is fetched, and what has failed before. What is shown is fetched anyway. */
  prepare(scroll: number): void;
  /** Shows the moment at a scroll position as soon as it can. */
  show(
    scroll: number,
    how?: { readonly still?: boolean; readonly glides?: boolean; readonly run?: Run | undefined },
  ): void;
  close(): void;
  /** In development alone: other scenes, dances and sides for the same chapters. */
  recast?(chapters: StageSetup['chapters']): void;
}

/**
 * Opens a stage in `host`, over the server's picture there. `host` gets the
 * attribute `data-painted` while a picture is shown; before that, or should it be lost, the server's
 * stands, or what stands in for it in other chapters. `onReady` hears which chapters can be danced.
 */
export function openStage(
  host: HTMLElement,
  setup: StageSetup,
  onReady: (chapters: readonly number[]) => void = () => {},
): StageHandle {
  const standIn = new StandIn(host, setup);
  let geometry: Geometry | undefined;
  let painted: HTMLCanvasElement | undefined;
  const painter = openCanvas('stage', {
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
  painter.say({ kind: 'open', setup });
  return {
    measure(width, height, tall) {
      const finest = PICTURE_FINENESS[tall ? 'tall' : 'wide'];
      painter.say({ kind: 'box', box: sharpBox(width, height, finest), tall });
    },
    lay(now) {
      geometry = now;
      painter.say({ kind: 'geometry', geometry });
    },
    prepare: (scroll) => painter.say({ kind: 'prepare', scroll }),
    show(scroll, { still = false, glides = false, run } = {}) {
      painter.say({ kind: 'show', scroll, still, glides, run });
      if (geometry) standIn.at((still ? chapterRead : chapterDanced)(scroll, geometry));
    },
    close() {
      painter.say({ kind: 'close' });
      painter.dismiss();
    },
    ...(import.meta.env.DEV && {
      recast: (chapters) => painter.say({ kind: 'open', setup: { ...setup, chapters } }),
    }),
  };
}
