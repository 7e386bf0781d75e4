/** An engraved staff in the page: which piece, how far it has run, and what sounds. Drawn by a painter on the worker. */
import { PICTURE_RATE, STAFF_ABOVE, TALL_QUERY } from '../../config/stage.ts';
import { soundingAt } from '../../core/staff/soundingAt.ts';
import { placeAt, runTo, STAFF_UNITS, turnTo } from '../../core/staff/staffPlace.ts';
import type { StaffFile } from '../../schemas/cue.ts';
import { type CanvasPainter, openCanvas, sharpBox } from '../stage/canvasWorker.ts';

export class Engraving {
  readonly #host: HTMLElement;
  readonly #painter: CanvasPainter<'staff'>;
  readonly #colours: { readonly ink: string; readonly sounding: string };
  #canvas: HTMLCanvasElement | undefined;
  /** The canvas whose measures the painter knows. */
  #measured: HTMLCanvasElement | undefined;
  #file: StaffFile | undefined;
  #piece = 0;
  #drawn: ((piece: number) => void) | undefined;
  /** CSS pixels from the staff's top line to its bottom line. */
  #staff = 0;
  /** Width of the window, CSS pixels. */
  #view = 0;
  #aim = Number.NaN;
  #marked = '';

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#painter = openCanvas('staff', {
      put: (canvas) => {
        this.#canvas = canvas;
        host.append(canvas);
      },
      hear: ({ piece }) => this.#drawn?.(piece),
    });
    // Looked up once: to ask in mid-scroll would have the page laid out at once.
    const style = getComputedStyle(host);
    this.#colours = { ink: style.color, sounding: style.getPropertyValue('--sounding').trim() };
  }

  /** Draws a piece in place of the one before; resolves when it can be shown */
  async draw(file: StaffFile): Promise<void> {
    const piece = ++this.#piece;
    const { ink, sounding } = this.#colours;
    await new Promise<void>((resolve) => {
      this.#drawn = (done) => done === piece && resolve();
      this.#painter.say({ kind: 'open', piece, svg: file.svg, ink, sounding });
    });
    this.#file = file;
    this.#marked = '';
    this.#aim = Number.NaN;
    // A canvas keeps its measures from piece to piece; it may have come only now.
    if (this.#measured !== this.#canvas) this.measure();
  }

  /** Takes its measures from the page again. */
  measure(): void {
    this.#measured = this.#canvas;
    const { clientWidth: width, clientHeight: height } = this.#canvas ?? this.#host;
    // Told by the style sheet in properties that a canvas has no other use for.
    const style = this.#canvas && getComputedStyle(this.#canvas);
    const pixels = (length: string | undefined) => Number.parseFloat(length ?? '') || 0;
    this.#staff = pixels(style?.fontSize);
    this.#view = width;
    this.#aim = Number.NaN;
    this.#painter.say({
      kind: 'box',
      box: sharpBox(width, height),
      staff: this.#staff,
      middle: STAFF_ABOVE * this.#staff,
      pause: 900 / PICTURE_RATE[window.matchMedia(TALL_QUERY).matches ? 'scene' : 'crossing'],
      fades: [pixels(style?.scrollPaddingInlineStart), pixels(style?.scrollPaddingInlineEnd)],
    });
  }

  /**
   * Shows a moment, in seconds of the recording: as a run, to which it glides by itself, or
   * as pages that are turned.
   */
  show(at: number, manner: 'run' | 'pages'): void {
    const file = this.#file;
    if (!file) return;
    const ms = at * 1000;
    const sounding = soundingAt(file.notes, ms).map((index) => file.notes[index]![0]);
    const scale = this.#staff / STAFF_UNITS;
    const place = placeAt(file, ms) * scale;
    const aim = (manner === 'run' ? runTo : turnTo)(place, file.size[0] * scale, this.#view);
    const marked = sounding.join(' ');
    if (aim === this.#aim && marked === this.#marked) return;
    this.#painter.say({ kind: 'show', aim, glides: manner === 'run', sounding });
    // For whoever watches.
    if (marked !== this.#marked) this.#host.dataset['sounding'] = marked;
    this.#aim = aim;
    this.#marked = marked;
  }

  dismiss(): void {
    this.#painter.dismiss();
  }
}
