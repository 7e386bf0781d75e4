/**
 * An engraved staff in the page: drawn, run along, and its sounding notes marked.
 * They are drawn once more, on a sheet of their own above: a mark within the
 * staff would have the browser paint all of it again.
 */

import { glide } from '../../core/score/glide.ts';
import { soundingAt } from '../../core/score/soundingAt.ts';
import { middleLine, placeAt, runTo, STAFF_UNITS, turnTo } from '../../core/score/staffPlace.ts';
import type { StaffFile } from '../../schemas/cue.ts';
import { idle } from '../idle.ts';

/** Symbols drawn at a time. */
const PORTION = 60;

export class Engraving {
  readonly #file: StaffFile;
  readonly #svg: SVGElement;
  /** The sheet above, and its innermost group. */
  readonly #sheet: SVGElement;
  readonly #marks: Element;
  readonly #host: HTMLElement;
  /** CSS pixels in one of the picture's units. */
  #scale = 0;
  /** Width of the window, CSS pixels. */
  #view = 0;
  #run = Number.NaN;
  #marked = '';

  /**
   * Draws into `host`, in place of what is there, bit by bit whenever nothing else
   * is urgent: a whole staff at once would hold up the dance on a slow phone.
   * @throws on a damaged file
   */
  static async draw(host: HTMLElement, file: StaffFile): Promise<Engraving> {
    const parsed = new DOMParser().parseFromString(file.svg, 'image/svg+xml');
    const svg = document.importNode(parsed.documentElement, true) as unknown as SVGElement;
    const system = svg.querySelector('svg > g');
    const middle = middleLine(file.svg);
    if (!system || middle === null) throw new Error(`${file.title}: no staff`);
    const symbols = [...system.children];
    system.replaceChildren();
    const engraving = new Engraving(host, file, svg, system, middle / STAFF_UNITS);
    for (let i = 0; i < symbols.length; i += PORTION) {
      await idle();
      system.append(...symbols.slice(i, i + PORTION));
    }
    return engraving;
  }

  private constructor(
    host: HTMLElement,
    file: StaffFile,
    svg: SVGElement,
    system: Element,
    middle: number,
  ) {
    this.#file = file;
    this.#host = host;
    this.#svg = svg;
    this.#sheet = svg.cloneNode() as SVGElement;
    this.#sheet.classList.add('score__sounding');
    for (const { style } of [svg, this.#sheet]) {
      style.setProperty('--height', String(file.size[1] / STAFF_UNITS));
      style.setProperty('--middle', String(middle));
    }
    this.#marks = system.cloneNode() as Element;
    const frame = system.parentNode!.cloneNode() as Element;
    frame.append(this.#marks);
    this.#sheet.append(frame);
    host.replaceChildren(svg, this.#sheet);
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
      const transform = `translate3d(${(-run).toFixed(2)}px,0,0)`;
      for (const { style } of [this.#svg, this.#sheet]) style.transform = transform;
    }
    return run === target;
  }

  #mark(sounding: readonly number[]): void {
    const marked = sounding.join();
    if (marked === this.#marked) return;
    const notes = sounding.flatMap((index) => {
      const note = this.#svg.querySelector(`#${CSS.escape(this.#file.notes[index]![0])}`);
      return note ?? [];
    });
    this.#marks.replaceChildren(...notes.flatMap((note) => [...note.cloneNode(true).childNodes]));
    // For whoever watches.
    this.#host.dataset['sounding'] = notes.map(({ id }) => id).join(' ');
    this.#marked = marked;
  }
}
