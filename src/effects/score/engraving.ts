/** An engraved staff in the page: which piece, how far it has run, and what sounds. Drawn by a player of the theatre. */
import { glide } from '../../core/score/glide.ts';
import { soundingAt } from '../../core/score/soundingAt.ts';
import { middleLine, placeAt, runTo, STAFF_UNITS, turnTo } from '../../core/score/staffPlace.ts';
import type { StaffFile } from '../../schemas/cue.ts';
import { engage, type Player, sharpBox } from '../theatre/engage.ts';

/** From the box's top to the staff's middle line, in staffs; in the style sheet too (`--above`). */
const ABOVE = 1.6;

export class Engraving {
  readonly #host: HTMLElement;
  readonly #player: Player<'staff'>;
  #canvas: HTMLCanvasElement | undefined;
  #file: StaffFile | undefined;
  #piece = 0;
  #drawn: ((piece: number) => void) | undefined;
  /** CSS pixels from the staff's top line to its bottom line. */
  #staff = 0;
  /** Width of the window, CSS pixels. */
  #view = 0;
  #run = Number.NaN;
  #marked = '';

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#player = engage('staff', {
      put: (canvas) => {
        this.#canvas = canvas;
        host.append(canvas);
      },
      hear: ({ piece }) => this.#drawn?.(piece),
    });
  }

  /** Draws a piece in place of the one before; resolves when it can be shown. @throws on a damaged file */
  async draw(file: StaffFile): Promise<void> {
    if (middleLine(file.svg) === null) throw new Error(`${file.title}: no staff`);
    const piece = ++this.#piece;
    const style = getComputedStyle(this.#host);
    const ink = style.color;
    const sounding = style.getPropertyValue('--sounding').trim();
    await new Promise<void>((resolve) => {
      this.#drawn = (done) => done === piece && resolve();
      this.#player.say({ kind: 'open', piece, svg: file.svg, ink, sounding });
    });
    this.#file = file;
    this.#marked = '';
    this.measure();
  }

  /** Takes its measures from the page again. */
  measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#host;
    // The style sheet tells a staff's height as the canvas's font size.
    this.#staff = this.#canvas ? Number.parseFloat(getComputedStyle(this.#canvas).fontSize) : 0;
    this.#view = width;
    this.#run = Number.NaN;
    this.#player.say({
      kind: 'box',
      box: sharpBox(width, height),
      staff: this.#staff,
      middle: ABOVE * this.#staff,
    });
  }

  /**
   * Shows a moment.
   * @param at seconds of the recording
   * @param seconds since the last call; Infinity: do not glide
   * @param still turn pages instead of running
   * @returns whether it has come to rest
   */
  show(at: number, seconds: number, still: boolean): boolean {
    const file = this.#file;
    if (!file) return true;
    const ms = at * 1000;
    const sounding = soundingAt(file.notes, ms).map((index) => file.notes[index]![0]);
    const scale = this.#staff / STAFF_UNITS;
    const target = (still ? turnTo : runTo)(
      placeAt(file, ms) * scale,
      file.size[0] * scale,
      this.#view,
    );
    // A leap (another moment, a repeat) is not run through.
    const leap = still || !(Math.abs(target - this.#run) < this.#view);
    const run = leap ? target : glide(this.#run, target, seconds);
    const marked = sounding.join(' ');
    if (run !== this.#run || marked !== this.#marked)
      this.#player.say({ kind: 'show', run, sounding });
    // For whoever watches.
    if (marked !== this.#marked) this.#host.dataset['sounding'] = marked;
    this.#run = run;
    this.#marked = marked;
    return run === target;
  }

  dismiss(): void {
    this.#player.dismiss();
  }
}
