/** The frame's controls: a button and a slider, whose words may be in the blog's language. */
import { FRAME_TIME, type Timeline } from '../../../core/embed/timeline.ts';
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
  /** Where she is, in clip frames. */
  position(): number;
  onPlay(): void;
  onPause(): void;
  /** @param position where the slider was put */
  onSeek(position: number): void;
}

/** How wide the line's end is, in style sheets too. */
const LINE_END = '3px';

export class Controls {
  readonly #button: HTMLButtonElement;
  readonly #slider: HTMLInputElement;
  /** The line's way once through the timeline: the browser moves it without asking this thread. */
  readonly #line: Animation;
  readonly #timeline: Timeline;
  readonly #position: () => number;
  #wording: ControlWording;
  #wanted = false;

  /**
   * @param root holds what the server has made: a button, a range, a line
   * @param wording the page's own
   */
  constructor(
    root: ParentNode,
    timeline: Timeline,
    wording: ControlWording,
    handlers: ControlHandlers,
  ) {
    this.#wording = wording;
    this.#button = root.querySelector('[data-play]')!;
    this.#slider = root.querySelector('[data-place]')!;
    this.#timeline = timeline;
    this.#position = handlers.position;
    const { end, again } = timeline;
    const begin = `translate(calc(${LINE_END} - 100%))`;
    this.#line = root.querySelector('[data-line]')!.animate(
      {
        transform: [begin, begin, 'none'],
        offset: [0, again / (again - end)],
        // A step for each of her pictures: nothing is drawn between them.
        easing: ['linear', `steps(${Math.ceil(end) + 1}, jump-none)`],
      },
      { pseudoElement: '::before', duration: (end - again) * FRAME_TIME, iterations: Infinity },
    );
    this.#line.pause();
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

  /** The line stands at a position, or runs from there. */
  stand(position: number, moving: boolean): void {
    const line = this.#line;
    if (moving && line.playState === 'running') return;
    const { end, again } = this.#timeline;
    // First: a pause is over at once where a time is set, else with the next picture, which may not come out of sight.
    if (!moving) line.pause();
    // A moment into its step, which is not exact; the last lasts until it begins again.
    line.currentTime = (Math.min(position, end - 0.1) - again) * FRAME_TIME + 1;
    if (moving) line.play();
  }

  #label(): void {
    const { pause, play } = this.#wording;
    this.#button.setAttribute('aria-label', say(this.#wanted ? pause : play));
    this.#button.dataset['play'] = this.#wanted ? 'playing' : 'paused';
  }

  #name(): void {
    const position = this.#position();
    this.#slider.value = String(Math.round(position));
    const seconds = (frames: number) => Math.round((frames * FRAME_TIME) / 1000);
    const [passed, all] = [seconds(position), seconds(this.#timeline.end)];
    const { seconds: word, language } = this.#wording;
    const text = say(formFor(word, all, language), { passed, all });
    this.#slider.setAttribute('aria-valuetext', text);
  }
}
