/** The frame's controls: a button and a slider, whose words may be in the blog's language. */
import { ENGLISH, type FrameWords } from '../../../core/embed/words.ts';

export interface ControlHandlers {
  onPlay(): void;
  onPause(): void;
  /** @param position where the slider was put */
  onSeek(position: number): void;
}

export class Controls {
  readonly #button: HTMLButtonElement;
  readonly #slider: HTMLInputElement;
  readonly #line: HTMLElement;
  readonly #end: number;
  #words: FrameWords = ENGLISH;
  #wanted = false;
  #position = 0;
  /** Clip frames a second. */
  readonly #rate: number;

  /**
   * @param root holds what the server has made: a button, a range, a line
   * @param end the last position, at `rate` positions a second
   */
  constructor(root: ParentNode, end: number, rate: number, handlers: ControlHandlers) {
    this.#button = root.querySelector('[data-play]')!;
    this.#slider = root.querySelector('[data-place]')!;
    this.#line = root.querySelector('[data-line]')!;
    this.#end = end;
    this.#rate = rate;
    // Whole steps, so that its end can be reached.
    const step = Number(this.#slider.step);
    this.#slider.max = String(Math.ceil(end / step) * step);
    this.#button.addEventListener('click', () =>
      this.#wanted ? handlers.onPause() : handlers.onPlay(),
    );
    this.#slider.addEventListener('input', () => {
      handlers.onSeek(this.#slider.valueAsNumber);
      this.#name();
    });
    // While she dances the slider's value rests, for the sake of screen readers; it is set before it is used.
    for (const type of ['focus', 'keydown', 'pointerdown']) {
      this.#slider.addEventListener(type, () => this.#name());
    }
    this.#label();
  }

  set words(words: FrameWords) {
    this.#words = words;
    this.#slider.setAttribute('aria-label', words.place);
    this.#label();
  }

  /** What the button offers. */
  set wanted(wanted: boolean) {
    this.#wanted = wanted;
    this.#label();
    if (!wanted) this.#name();
  }

  set position(position: number) {
    this.#position = position;
    this.#line.style.setProperty('--share', String(Math.round((position / this.#end) * 1e4) / 1e4));
  }

  #label(): void {
    this.#button.setAttribute('aria-label', this.#wanted ? this.#words.pause : this.#words.play);
    this.#button.dataset['play'] = this.#wanted ? 'playing' : 'paused';
  }

  #name(): void {
    this.#slider.value = String(Math.round(this.#position));
    const seconds = (frames: number) => Math.round(frames / this.#rate);
    const text = this.#words.seconds(seconds(this.#position), seconds(this.#end));
    this.#slider.setAttribute('aria-valuetext', text);
  }
}
