/** The stage within a frame: any position of the timeline as a picture, through the story's own composer and painter. */
import { FRAME_SIZE } from '../../core/embed/size.ts';
import type { Timeline } from '../../core/embed/timeline.ts';
import { locate } from '../../core/progress/locate.ts';
import { compose } from '../../core/stage/compose.ts';
import { stageWindow } from '../../core/stage/window.ts';
import type { Clip } from '../../schemas/clip.ts';
import { frameAt, Painter } from '../painter/painter.ts';
import { Repertoire, type StageNumber } from '../repertoire.ts';

export interface TheatreOptions {
  readonly numbers: readonly StageNumber[];
  readonly base: string;
  readonly timeline: Timeline;
  /** Something that was missing is here: paint again. */
  readonly onArrival: () => void;
}

export class Theatre {
  readonly #host: HTMLElement;
  readonly #options: TheatreOptions;
  readonly #painter: Painter;
  readonly #repertoire: Repertoire;
  readonly #stills = new WeakMap<Clip, Clip>();
  /** Chapters whose clips did not come. */
  readonly #failed = new Set<number>();
  #near = -1;

  /** @param host holds the picture as the server drew it, of the first number */
  constructor(host: HTMLElement, options: TheatreOptions) {
    this.#host = host;
    this.#options = options;
    this.#painter = new Painter(host.querySelector('svg')!, 0);
    this.#repertoire = new Repertoire(options.numbers, {
      base: options.base,
      clips: () => true,
      // The server has drawn the first; others are taken from their clips.
      stills: () => false,
      onArrival: options.onArrival,
    });
  }

  /** Which chapter is danced at a position. */
  chapterAt(position: number): number {
    return locate(position, this.#options.timeline.geometry).chapter;
  }

  /** Whether a position can be shown: its dance is here, or will not come, and then the set moves without it. */
  has(position: number): boolean {
    const chapter = this.chapterAt(position);
    const clip = this.#repertoire.clip(chapter) !== undefined || this.#failed.has(chapter);
    return clip && this.#repertoire.scene(chapter) !== undefined;
  }

  /** Fetches what a position needs and what follows; resolves when it is here or has failed. */
  async prepare(position: number, again = false): Promise<void> {
    const chapter = this.chapterAt(position);
    if (chapter === this.#near && !again) return;
    this.#near = chapter;
    this.#failed.delete(chapter);
    await this.#repertoire.prepare(chapter);
    if (this.#repertoire.clip(chapter)) return;
    this.#failed.add(chapter);
    this.#options.onArrival();
  }

  /** Paints a position; until its scene is here, what is shown stays. */
  paint(position: number): void {
    const { timeline, numbers } = this.#options;
    const width = this.#host.clientWidth;
    const height = this.#host.clientHeight;
    if (width === 0 || height === 0) return;
    const frame = stageWindow(width, height, width < FRAME_SIZE.wideFrom, 'left');
    const acts = numbers.map((_, act) => ({
      side: 'left' as const,
      scene: this.#repertoire.scene(act),
      transition: this.#repertoire.transition(act),
    }));
    const picture = compose(locate(position, timeline.geometry), acts, frame.screen);
    if (picture.scenes.length === 0) return;
    this.#painter.paint(picture, frame, {
      clip: (act) => this.#repertoire.clip(act),
      still: (act) => this.#still(act),
    });
  }

  /** A chapter's best frame. */
  #still(act: number): Clip | undefined {
    const clip = this.#repertoire.clip(act);
    const scene = this.#repertoire.scene(act);
    if (!clip || !scene) return undefined;
    const known = this.#stills.get(clip);
    if (known) return known;
    const still = { ...clip, frames: [clip.frames[frameAt(clip, scene.best)]!] };
    this.#stills.set(clip, still);
    return still;
  }
}
