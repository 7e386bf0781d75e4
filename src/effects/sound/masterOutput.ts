/**
 * The mixing output: Howler on a given audio context, its master volume, and the
 * policy of running and resting. Resting suspends the context, so that its clock
 * and with it every recording, gain and silence stand still together; Howler's own
 * suspension after 30 s knows nothing of rests and is off.
 */
import { Howler } from 'howler/dist/howler.core.min.js';

/** Time constants of the master's way up and down, seconds. */
const RISE = 0.12;
const FALL = 0.03;
/** After which the fall cannot be heard any more. */
const FALLEN = 8 * FALL;

export class MasterOutput {
  readonly context: AudioContext;
  readonly #master: GainNode;
  #volume = 1;
  #running = false;
  #falling: ReturnType<typeof setTimeout> | undefined;

  /** @param context opened by the reader's press */
  constructor(context: AudioContext) {
    this.context = context;
    this.#master = context.createGain();
    this.#master.gain.value = 0;
    this.#master.connect(context.destination);
    // Howler would open a context of its own, and too late for phones. Its `state` is what its play() asks.
    Object.assign(Howler, {
      ctx: context,
      masterGain: this.#master,
      state: 'running',
      autoSuspend: false,
      autoUnlock: false,
    });
  }

  /** 0 to 1 as on a slider; loudness follows its square. */
  set volume(volume: number) {
    this.#volume = volume * volume;
    if (this.#running) this.#steer(this.#volume, FALL);
  }

  /** Whether sound is wanted now; it may still be on its way, or refused by the system. */
  get running(): boolean {
    return this.#running;
  }

  run(): void {
    clearTimeout(this.#falling);
    this.#running = true;
    void this.context.resume().catch(() => {});
    this.#steer(this.#volume, RISE);
  }

  rest(): void {
    clearTimeout(this.#falling);
    this.#running = false;
    this.#steer(0, FALL);
    this.#falling = setTimeout(() => void this.context.suspend().catch(() => {}), FALLEN * 1000);
  }

  #steer(gain: number, timeConstant: number): void {
    this.#master.gain.setTargetAtTime(gain, this.context.currentTime, timeConstant);
  }
}
