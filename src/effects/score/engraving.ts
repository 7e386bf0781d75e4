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

export class Engraving {
  readonly #file: StaffFile;
  /** The staff, a picture; its symbols by their ids. */
  readonly #picture: HTMLImageElement;
  readonly #source: Document;
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
   * Draws for `host`, which shows it once it is mounted. As a picture: its hundreds
   * of symbols in the page would be gone through again on every frame of the dance.
   * @throws on a damaged file
   */
  static async draw(host: HTMLElement, file: StaffFile): Promise<Engraving> {
    const middle = middleLine(file.svg);
    if (middle === null) throw new Error(`${file.title}: no staff`);
    const picture = new Image();
    const colour = getComputedStyle(host).color;
    // The five lines, drawn for paper, hold on a dark ground.
    const drawn = file.svg
      .replace('<svg', `<svg color="${colour}"`)
      .replaceAll('stroke-width="13"', 'stroke-width="18"');
    picture.alt = '';
    picture.src = `data:image/svg+xml,${encodeURIComponent(drawn)}`;
    await picture.decode();
    await idle();
    return new Engraving(host, file, picture, middle / STAFF_UNITS);
  }

  private constructor(
    host: HTMLElement,
    file: StaffFile,
    picture: HTMLImageElement,
    middle: number,
  ) {
    this.#file = file;
    this.#host = host;
    this.#picture = picture;
    this.#source = new DOMParser().parseFromString(file.svg, 'image/svg+xml');
    const system = this.#source.querySelector('svg svg > g')!;
    this.#sheet = document.importNode(this.#source.documentElement) as unknown as SVGElement;
    this.#sheet.classList.add('score__sounding');
    for (const { style } of [picture, this.#sheet]) {
      style.setProperty('--height', String(file.size[1] / STAFF_UNITS));
      style.setProperty('--middle', String(middle));
    }
    this.#marks = document.importNode(system) as Element;
    const frame = document.importNode(system.parentNode!) as Element;
    frame.append(this.#marks);
    // What the symbols refer to.
    for (const defs of this.#source.querySelectorAll('defs'))
      this.#sheet.append(document.importNode(defs, true));
    this.#sheet.append(frame);
  }

  /** Puts it into its host, in place of what is there. */
  mount(): void {
    this.#host.replaceChildren(this.#picture, this.#sheet);
    this.measure();
  }

  /** Takes its measures from the page again. */
  measure(): void {
    this.#scale = this.#picture.getBoundingClientRect().width / this.#file.size[0];
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
      for (const { style } of [this.#picture, this.#sheet]) style.transform = transform;
    }
    return run === target;
  }

  #mark(sounding: readonly number[]): void {
    const marked = sounding.join();
    if (marked === this.#marked) return;
    const notes = sounding.flatMap((index) => {
      const note = this.#source.querySelector(`#${CSS.escape(this.#file.notes[index]![0])}`);
      return note ?? [];
    });
    this.#marks.replaceChildren(
      ...notes.flatMap((note) => [...document.importNode(note, true).childNodes]),
    );
    // For whoever watches.
    this.#host.dataset['sounding'] = notes.map(({ id }) => id).join(' ');
    this.#marked = marked;
  }
}
