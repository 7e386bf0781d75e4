/** The stage within a frame: any position of the timeline as a picture. */
import { framesFree, type Run, type Timeline } from '../../../core/embed/timeline.ts';
import { chapterDanced } from '../../../core/reading/playhead.ts';
import type { Colours } from '../../../core/stage/tints.ts';
import type { StageChapter } from '../../stage/assetLoader.ts';
import { openStage, type StageHandle } from '../../stage/openStage.ts';

export interface FrameStageOptions {
  readonly chapters: readonly StageChapter[];
  readonly base: string;
  readonly home: string;
  readonly tones: Colours;
  /** Media query of windows in which words stand beside her. */
  readonly wide: string;
  readonly timeline: Timeline;
  /** Something that was missing is here: what waits for it may go on. */
  readonly onArrival: () => void;
}

export class FrameStage {
  readonly #host: HTMLElement;
  readonly #options: FrameStageOptions;
  #door: StageHandle | undefined;
  #ready: readonly number[] = [];
  #near = -1;

  /** @param host holds the picture as the server drew it, of the first number */
  constructor(host: HTMLElement, options: FrameStageOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Which chapter is danced at a position. */
  chapterAt(position: number): number {
    return chapterDanced(position, this.#options.timeline.geometry);
  }

  /** How many frames it can go on from a position: their dance is here, or will not come, and then the set moves without it. */
  free(position: number): number {
    return framesFree(this.#options.timeline, position, this.#ready);
  }

  /** Sees that what a position needs is fetched, and what follows; `again` also what has failed before. */
  prepare(position: number, again = false): void {
    const chapter = this.chapterAt(position);
    if (chapter === this.#near && !again) return;
    this.#near = chapter;
    this.#open().prepare(position);
  }

  /** Shows a position, or plays on from there; until its scene is here, what is shown stays. */
  show(position: number, run?: Run): void {
    this.#open().show(position, { run });
  }

  /** Takes the measures of its place on the page again. */
  measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    if (width === 0 || height === 0) return;
    this.#door?.measure(width, height, !window.matchMedia(this.#options.wide).matches);
  }

  /** Nothing is fetched for a frame that nobody starts. */
  #open(): StageHandle {
    if (this.#door) return this.#door;
    const { chapters, base, home, tones, timeline, onArrival } = this.#options;
    // Words stand where lines begin.
    const side = document.documentElement.dir === 'rtl' ? 'right' : 'left';
    const cast = chapters.map((number) => ({ ...number, side, asDrawn: true }) as const);
    this.#door = openStage(
      this.#host,
      // The server has drawn the first still; others are taken from their clips.
      { chapters: cast, base, home, stills: false, tones },
      (chapters) => {
        this.#ready = chapters;
        onArrival();
      },
    );
    this.#door.lay(timeline.geometry);
    this.measure();
    return this.#door;
  }
}
