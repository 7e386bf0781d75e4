/**
 * One decoded recording, played by Howler, whose gain glides. Howler has no loop
 * that returns to a point after the beginning, and its volume() steps: both are
 * done on the Web Audio nodes that it makes, which `nodesOf` alone reaches for.
 */
import { Howl, type Howler } from 'howler/dist/howler.core.min.js';

/** Time constant of a gain's glide, seconds: longer than a step of the level, shorter than one hears. */
const GLIDE = 0.015;

type Context = NonNullable<typeof Howler.ctx>;

export interface Region {
  readonly start: number;
  readonly end: number;
}

interface Nodes {
  readonly gain: GainNode;
  readonly source: AudioBufferSourceNode;
}

export class Voice {
  readonly #howl: Howl;
  readonly #context: Context;
  #nodes: Nodes | undefined;
  #began = 0;
  /** When its gain was last above 0. */
  #loud = 0;

  /**
   * @param source a data: URI; nothing is fetched
   * @param onSettled true once it is decoded, false when it cannot be
   */
  constructor(context: Context, source: string, onSettled: (ready: boolean) => void) {
    this.#context = context;
    this.#howl = new Howl({
      src: [source],
      volume: 0,
      // To Howler all are loops: its timers run on the wall's clock and would cut a piece that has rested.
      loop: true,
      onload: () => onSettled(true),
      onloaderror: () => onSettled(false),
    });
  }

  get playing(): boolean {
    return this.#nodes !== undefined;
  }

  /** Seconds since it was started, by the context's clock. */
  get elapsed(): number {
    return this.#context.currentTime - this.#began;
  }

  /** Starts from the beginning, silent; with a region it goes round in that for ever. */
  start(region?: Region): void {
    this.stop();
    this.#howl.play();
    this.#began = this.#context.currentTime;
    this.#nodes = nodesOf(this.#howl);
    const { source } = this.#nodes;
    source.loop = region !== undefined;
    if (region) {
      source.loopStart = region.start;
      source.loopEnd = region.end;
    }
  }

  /** Whether its gain has been at 0 long enough to be there. */
  get silent(): boolean {
    return this.#context.currentTime - this.#loud > 8 * GLIDE;
  }

  set gain(gain: number) {
    if (gain > 0) this.#loud = this.#context.currentTime;
    this.#nodes?.gain.gain.setTargetAtTime(gain, this.#context.currentTime, GLIDE);
  }

  /** At once: only for what is silent. */
  stop(): void {
    if (!this.#nodes) return;
    this.#nodes = undefined;
    this.#howl.stop();
  }

  /** Gives the decoded recording back. */
  unload(): void {
    this.stop();
    this.#howl.unload();
  }
}

function nodesOf(howl: Howl): Nodes {
  const { _sounds } = howl as unknown as {
    _sounds: { _paused: boolean; _node: GainNode & { bufferSource: AudioBufferSourceNode } }[];
  };
  const gain = _sounds.find(({ _paused }) => !_paused)!._node;
  return { gain, source: gain.bufferSource };
}
