/** The frame's controls: a button and a slider, whose words may be in the blog's language. */
import { formFor, say } from '../../../core/wording/say.ts';
import type { Wording } from '../../../schemas/wording.ts';

/** The words that change as she dances, and their language. */
export interface ControlWording
  extends Pick<Wording['frame'], 'play' | 'pause' | 'seconds' | 'soundNotLoaded'> {
  readonly soundRefused: Wording['sound']['refused'];
  /** BCP 47. */
  readonly language: string;
}

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
  #wording: ControlWording;
  #wanted = false;
  #position = 0;
  /** Clip frames a second. */
  readonly #rate: number;

  /**
   * @param root holds what the server has made: a button, a range, a line
   * @param end the last position, at `rate` positions a second
   * @param wording the page's own
   */
  constructor(
    root: ParentNode,
    end: number,
    rate: number,
    wording: ControlWording,
    handlers: ControlHandlers,
  ) {
    this.#wording = wording;
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

  set wording(wording: ControlWording) {
    this.#wording = wording;
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
    const { pause, play } = this.#wording;
    this.#button.setAttribute('aria-label', say(this.#wanted ? pause : play));
    this.#button.dataset['play'] = this.#wanted ? 'playing' : 'paused';
  }

  #name(): void {
    this.#slider.value = String(Math.round(this.#position));
    const seconds = (frames: number) => Math.round(frames / this.#rate);
    const [passed, all] = [seconds(this.#position), seconds(this.#end)];
    const { seconds: word, language } = this.#wording;
    const text = say(formFor(word, all, language), { passed, all });
    this.#slider.setAttribute('aria-valuetext', text);
  }
}
