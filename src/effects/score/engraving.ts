/** An engraved staff in the page: drawn, run along, and its sounding notes marked. */
import { glide } from '../../core/score/glide.ts';
import { soundingAt } from '../../core/score/soundingAt.ts';
import { middleLine, placeAt, runTo, STAFF_UNITS, turnTo } from '../../core/score/staffPlace.ts';
import type { StaffFile } from '../../schemas/cue.ts';

export class Engraving {
  readonly #file: StaffFile;
  readonly #svg: SVGElement;
  readonly #notes: readonly (Element | null)[];
  readonly #host: HTMLElement;
  /** CSS pixels in one of the picture's units. */
  #scale = 0;
  /** Width of the window, CSS pixels. */
  #view = 0;
  #run = Number.NaN;
  #marked = '';

  /** Draws into `host`, in place of what is there. Throws on a damaged file. */
  constructor(host: HTMLElement, file: StaffFile) {
    const middle = middleLine(file.svg);
    if (middle === null) throw new Error(`${file.title}: no staff`);
    const parsed = new DOMParser().parseFromString(file.svg, 'image/svg+xml');
    this.#svg = document.importNode(parsed.documentElement, true) as unknown as SVGElement;
    this.#file = file;
    this.#host = host;
    const style = this.#svg.style;
    style.setProperty('--height', String(file.size[1] / STAFF_UNITS));
    style.setProperty('--middle', String(middle / STAFF_UNITS));
    host.replaceChildren(this.#svg);
    this.#notes = file.notes.map(([id]) => this.#svg.querySelector(`#${CSS.escape(id)}`));
    this.measure();
  }

  /** Takes its measures from the page again. */
  measure(): void {
    this.#scale = this.#svg.getBoundingClientRect().width / this.#file.size[0];
    this.#view = this.#host.clientWidth;
    this.#run = Number.NaN;
  }

  /**
   * Shows a moment.
   * @param at seconds of the recording
   * @param seconds since the last call; Infinity: do not glide
   * @param still turn pages instead of running
   * @returns whether it has come to rest
   */
  show(at: number, seconds: number, still: boolean): boolean {
    const ms = at * 1000;
    this.#mark(soundingAt(this.#file.notes, ms));
    const place = placeAt(this.#file, ms) * this.#scale;
    const width = this.#file.size[0] * this.#scale;
    const target = (still ? turnTo : runTo)(place, width, this.#view);
    // A leap (another moment, a repeat) is not run through.
    const leap = still || !(Math.abs(target - this.#run) < this.#view);
    const run = leap ? target : glide(this.#run, target, seconds);
    if (run !== this.#run) {
      this.#run = run;
      this.#svg.style.transform = `translate3d(${(-run).toFixed(2)}px,0,0)`;
    }
    return run === target;
  }

  #mark(sounding: readonly number[]): void {
    const marked = sounding.join();
    if (marked === this.#marked) return;
    for (const note of this.#svg.querySelectorAll('.sounding')) note.classList.remove('sounding');
    for (const index of sounding) this.#notes[index]?.classList.add('sounding');
    this.#marked = marked;
  }
}
