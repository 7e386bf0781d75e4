/**
 * Where the dance is drawn: fetches what it needs and paints each moment it is
 * asked for. Knows no page, so that it may live on a thread of its own.
 */

import { PICTURE_RATE, PICTURE_STEP } from '../../config/stage.ts';
import { isNobody } from '../../core/clip/nobody.ts';
import { placeAt } from '../../core/clip/placeAt.ts';
import { type DancePath, pathOf } from '../../core/clip/whereabouts.ts';
import { FRAME_TIME, framesPassed, positionIn, type Run } from '../../core/embed/timeline.ts';
import { chapterRead, type Geometry, locate } from '../../core/reading/playhead.ts';
import {
  compose,
  type StagedChapter,
  type StagePicture,
  stillOf,
} from '../../core/stage/compose.ts';
import { type Cast, drawPicture } from '../../core/stage/drawPicture.ts';
import { EMPTY_STAGE } from '../../core/stage/emptyStage.ts';
import { type StageWindow, stageWindow } from '../../core/stage/viewport.ts';
import type { Clip } from '../../schemas/clip.ts';
import { NO_DANCE } from '../../schemas/repertoire.ts';
import { importPart } from '../loading/importPart.ts';
import { keepTrying } from '../loading/keepTrying.ts';
import { AssetLoader } from './assetLoader.ts';
import { CanvasPen, type StageCanvas } from './canvasPen.ts';
import { clockTime } from './clockTime.ts';
import { type FrameMonitor, monitorFrames } from './frameMonitor.ts';
import { Prefetch } from './prefetch.ts';
import type { StageCall, StageReply, StageSetup } from './protocol.ts';
import type { SmoothScroll } from './smoothScroll.ts';

/**
 * Milliseconds after the beginning of a frame. Phones have few processors, and by then the page has done most of
 * what it has to do in it. What is drawn there the browser paints and shows in its next frame.
 */
const OFF_BEAT = 6;
/** Milliseconds for which another chapter's picture may stand while a chapter's set is on its way; then an empty stage does. */
const HOLD = 400;
/** CSS pixels from one picture to the next above which nobody sees what lies between the moments of a dance. */
const SWIFT = 18;

export class StageRenderer {
  readonly #canvas: StageCanvas;
  readonly #pen: CanvasPen;
  readonly #reply: (reply: StageReply) => void;
  readonly #onStuck: (error: Error) => void;
  readonly #frameMonitor: FrameMonitor;
  readonly #stills = new WeakMap<Clip, Clip>();
  #setup: StageSetup | undefined;
  #assets: AssetLoader | undefined;
  #clips = true;
  #box: Extract<StageCall, { kind: 'box' }> | undefined;
  #window: StageWindow | undefined;
  #geometry: Geometry | undefined;
  #scroll = Number.NaN;
  #still = false;
  #smoothScroll: SmoothScroll | undefined;
  #engaging = false;
  /** The chapter that was last prepared for, and whether with its dance. */
  #near = '';
  readonly #prefetch = new Prefetch(
    (chapter, around) => void this.#assets?.prepare(chapter, around),
  );
  /** Where the page was opened. */
  #opened: number | undefined;
  #shedding = 0;
  /** She passes so fast that nobody sees what lies between her moments. */
  #swift = false;
  /** One set gives way to another. */
  #crossing = false;
  #asked = 0;
  /** The next picture of a run. */
  #beat: ReturnType<typeof setTimeout> | undefined;
  #painted = false;
  /** The chapter that cannot be shown whole yet, and since when. */
  #lacking: { readonly chapter: number; readonly since: number } | undefined;
  #ready = '';

  /**
   * @param onStuck hears that a part cannot be had any more on this thread
   * @throws Error when the canvas cannot be drawn on
   */
  constructor(
    canvas: StageCanvas,
    reply: (reply: StageReply) => void,
    onStuck: (error: Error) => void,
  ) {
    this.#canvas = canvas;
    this.#pen = new CanvasPen(canvas);
    this.#reply = reply;
    this.#onStuck = onStuck;
    this.#frameMonitor = monitorFrames(() => {
      if (this.#shedding > 0) this.#ask();
      this.#shedding = 0;
    });
    // A graphics card may lose what was drawn.
    canvas.addEventListener('contextrestored', () => {
      this.#pen.forget();
      this.#ask();
    });
  }

  /** The first call opens; the others may come in any order. */
  hear(call: StageCall): void {
    if (call.kind === 'open') this.#open(call.setup);
    else if (call.kind === 'box') this.#resize(call);
    else if (call.kind === 'geometry') this.#geometry = call.geometry;
    else if (call.kind === 'close') this.#close();
    else if (call.kind === 'prepare') this.#prepare(call.scroll, true);
    else this.#show(call);
  }

  #close(): void {
    clearTimeout(this.#beat);
    this.#assets?.stop();
  }

  #show(call: Extract<StageCall, { kind: 'show' }>): void {
    clearTimeout(this.#beat);
    this.#still = call.still;
    if (call.run) {
      this.#play(call.run);
      return;
    }
    this.#prepare(call.scroll, false);
    if (call.glides && !call.still && this.#smoothScroll) {
      this.#smoothScroll.follow(call.scroll);
      return;
    }
    this.#shedding = 0;
    this.#swift = false;
    this.#scroll = call.scroll;
    this.#smoothScroll?.jump(call.scroll);
    this.#ask();
    if (call.glides) void this.#startSmoothing();
  }

  /** Paints each frame of a run at its time, and wakes for nothing else. */
  #play(run: Run): void {
    const now = clockTime();
    this.#scroll = positionIn(run, now);
    this.#prepare(this.#scroll, false);
    this.#paint();
    const passed = framesPassed(run, now);
    if (passed === run.most) return;
    const next = run.since + (passed + 1) * FRAME_TIME - now;
    this.#beat = setTimeout(() => this.#play(run), Math.ceil(next));
  }

  /** Whoever smooths the scroll comes after the first picture; until then the dance follows the scroll plainly. */
  async #startSmoothing(): Promise<void> {
    if (this.#engaging) return;
    this.#engaging = true;
    const { SmoothScroll } = await keepTrying((attempt) =>
      importPart(() => import('./smoothScroll.ts'), attempt),
    );
    this.#smoothScroll = new SmoothScroll(this.#scroll, (scroll, there) => {
      if (this.#still) return;
      const shedding = this.#frameMonitor.frame();
      // Gliding ends slowly: what would be the same picture is not painted again.
      const way = Math.abs(scroll - this.#scroll);
      if (there ? way === 0 && !this.#swift : way < PICTURE_STEP) return;
      this.#swift = !there && way > SWIFT;
      this.#scroll = scroll;
      this.#shedding = shedding;
      const crossing = locate(scroll, this.#geometry!).crossing !== null;
      if (crossing !== this.#crossing) {
        this.#crossing = crossing;
        this.#setRate();
      }
      if (this.#box?.tall) setTimeout(() => this.#paint(), OFF_BEAT);
      else this.#paint();
    });
    this.#setRate();
  }

  #setRate(): void {
    const moves = this.#crossing && !this.#box?.tall;
    const rate = PICTURE_RATE[moves ? 'crossing' : 'scene'];
    this.#frameMonitor.rate = rate;
    if (this.#smoothScroll) this.#smoothScroll.rate = rate;
  }

  #open(setup: StageSetup): void {
    this.#setup = setup;
    // Opened again with another cast: what is near is asked for anew.
    if (import.meta.env.DEV) this.#near = '';
    this.#assets = new AssetLoader(setup.chapters, {
      base: setup.base,
      clips: () => this.#clips,
      stills: () => setup.stills,
      onNews: () => {
        this.#tellReady();
        this.#ask();
      },
      onStuck: this.#onStuck,
    });
  }

  #resize(call: Extract<StageCall, { kind: 'box' }>): void {
    const { width, height } = call.box;
    const side = this.#setup?.chapters[0]?.side ?? 'left';
    this.#box = call;
    this.#window = stageWindow(width, height, call.tall, side);
    this.#setRate();
    const pixels = (length: number) => Math.max(1, Math.round(length * call.box.ratio));
    const size = { width: pixels(width), height: pixels(height) };
    if (this.#canvas.width === size.width && this.#canvas.height === size.height) return;
    // Not changed in mid-dance, to be finer at rest: the page lays itself out anew for a canvas of another size.
    Object.assign(this.#canvas, size);
    // At once: a canvas of a new size is empty.
    this.#paint();
  }

  #prepare(scroll: number, again: boolean): void {
    if (!this.#geometry) return;
    const { chapter, progress } = locate(scroll, this.#geometry);
    this.#clips = !this.#still;
    const near = `${chapter} ${this.#clips}`;
    if (near !== this.#near || again) this.#prefetch.want();
    this.#near = near;
    this.#opened ??= scroll;
    const held = !again && this.#assets?.holds(chapter) === true;
    this.#prefetch.at({ chapter, progress, held, moved: scroll !== this.#opened });
  }

  #tellReady(): void {
    const chapters = [...(this.#setup?.chapters.keys() ?? [])].filter((chapter) => {
      const here = this.#assets!;
      const danced = here.clip(chapter) || here.lacks(chapter, 'clip');
      return danced && (here.scene(chapter) || here.lacks(chapter, 'scene'));
    });
    if (chapters.join() === this.#ready) return;
    this.#ready = chapters.join();
    this.#reply({ kind: 'ready', chapters });
  }

  /** Paints in the next frame; whatever is asked for until then is one picture. */
  #ask(): void {
    this.#asked ||= requestAnimationFrame(() => {
      this.#asked = 0;
      this.#paint();
    });
  }

  #paint(): void {
    const [window, geometry, scroll] = [this.#window, this.#geometry, this.#scroll];
    const [setup, assets] = [this.#setup, this.#assets];
    if (!window || !geometry || Number.isNaN(scroll) || !setup || !assets) return;
    const chapters = setup.chapters.map(
      ({ side, asDrawn = false, dance }, chapter): StagedChapter => ({
        side,
        asDrawn,
        empty: dance === NO_DANCE,
        scene: assets.scene(chapter) ?? EMPTY_STAGE,
        transition: assets.transition(chapter),
        path: this.#pathOf(chapter),
      }),
    );
    const picture = this.#still
      ? stillOf(chapterRead(scroll, geometry), chapters, window.screen)
      : compose(locate(scroll, geometry), chapters, window.screen);
    if (this.#waits(picture)) return;
    this.#pen.begin(this.#canvas.height / 1000);
    drawPicture(this.#pen, picture, {
      window,
      cast: (chapter) => this.#cast(chapter, picture.dancer),
      tones: setup.tones,
      shedding: this.#shedding,
    });
    if (this.#painted) return;
    this.#painted = true;
    this.#reply({ kind: 'painted' });
  }

  /** Whether what is shown stays: what the picture needs is on its way and may be here in a moment. */
  #waits({ dancer }: StagePicture): boolean {
    const here = this.#assets!;
    // Before the first picture, one without her would be poorer than the server's.
    if (here.scene(dancer.chapter) && (this.#painted || this.#cast(dancer.chapter, dancer))) {
      this.#lacking = undefined;
      return false;
    }
    // The server's picture is that of the page's first chapter.
    if (!this.#painted && dancer.chapter === 0) return true;
    const now = performance.now();
    if (this.#lacking?.chapter !== dancer.chapter) {
      this.#lacking = { chapter: dancer.chapter, since: now };
      setTimeout(() => this.#ask(), HOLD);
    }
    return !here.lacks(dancer.chapter, 'scene') && now - this.#lacking.since < HOLD;
  }

  #cast(
    chapter: number,
    dancer: { readonly chapter: number; readonly frame: number | 'still' },
  ): Cast | undefined {
    const whole = this.#assets?.clip(chapter);
    const clip =
      chapter === dancer.chapter && dancer.frame === 'still' ? this.#best(chapter) : whole;
    const shown = clip ?? this.#best(chapter) ?? whole;
    if (!shown) return undefined;
    if (chapter === dancer.chapter)
      return {
        clip: shown,
        frame:
          dancer.frame === 'still' ? 0 : placeAt(shown, dancer.frame, this.#swift ? 1 : undefined),
        gradual: dancer.frame !== 'still' && !this.#swift,
      };
    // A neighbour's echoes dance their own chapter's clip: its end, or its beginning.
    return { clip: shown, frame: chapter < dancer.chapter ? shown.frames.length - 1 : 0 };
  }

  /** Her way through a chapter's dance; that of its best frame while there is no more. */
  #pathOf(chapter: number): DancePath | undefined {
    const clip = (this.#still ? undefined : this.#assets?.clip(chapter)) ?? this.#best(chapter);
    return clip && !isNobody(clip) ? pathOf(clip) : undefined;
  }

  /** A chapter's best frame. */
  #best(chapter: number): Clip | undefined {
    const fetched = this.#assets?.still(chapter);
    const clip = this.#assets?.clip(chapter);
    const scene = this.#assets?.scene(chapter);
    if (fetched || !clip || !scene) return fetched;
    const known = this.#stills.get(clip);
    if (known) return known;
    const still = { layers: clip.layers, frames: [clip.frames[placeAt(clip, scene.best, 1)]!] };
    this.#stills.set(clip, still);
    return still;
  }
}
