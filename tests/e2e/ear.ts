/** Listens to a page from outside: what leaves for the loudspeakers, which recordings sound and how loud, what is held decoded. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import type { CueSheet } from '../../src/schemas/cue.ts';

const { cues, effects } = JSON.parse(readFileSync('src/data/cues.json', 'utf8')) as CueSheet;
const recordings = [...cues, ...effects].map(({ id, duration }) => [id, duration] as const);

/** A recording that has been started and not stopped. */
export interface Heard {
  readonly id: string;
  /** Of its own gain node, before the master's. */
  readonly gain: number;
}

interface Ear {
  context?: AudioContext;
  sounding(): Heard[];
  level(): number;
  held(): string[];
  started: string[];
  frames: Heard[][] | null;
  keys: Map<string, () => void>;
}
declare global {
  interface Window {
    ear: Ear;
  }
}

/** Call before the page is opened. */
export async function pricksUpEars(page: Page): Promise<void> {
  await page.addInitScript((recordings) => {
    const nameOf = ({ duration }: AudioBuffer) => {
      const off = ([, length]: readonly [string, number]) => Math.abs(length - duration);
      const nearest = recordings.reduce((best, one) => (off(one) < off(best) ? one : best));
      return off(nearest) < 0.06 ? nearest[0] : `${duration} s`;
    };
    const buffers: WeakRef<AudioBuffer>[] = [];
    const playing = new Map<AudioBufferSourceNode, GainNode>();
    let analyser: AnalyserNode | undefined;

    window.ear = {
      sounding: () =>
        [...playing].map(([source, gain]) => ({
          id: nameOf(source.buffer!),
          gain: gain.gain.value,
        })),
      level() {
        if (!analyser || this.context?.state !== 'running') return 0;
        const samples = new Float32Array(analyser.fftSize);
        analyser.getFloatTimeDomainData(samples);
        return Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
      },
      held: () =>
        buffers.flatMap((ref) => {
          const buffer = ref.deref();
          return buffer && buffer.duration > 10 ? [nameOf(buffer)] : [];
        }),
      started: [],
      frames: null,
      keys: new Map(),
    };
    const watch = () => {
      window.ear.frames?.push(window.ear.sounding());
      requestAnimationFrame(watch);
    };
    watch();

    window.AudioContext = class extends AudioContext {
      constructor(...options: ConstructorParameters<typeof AudioContext>) {
        super(...options);
        window.ear.context = this;
      }
      override async decodeAudioData(data: ArrayBuffer) {
        const buffer = await super.decodeAudioData(data);
        buffers.push(new WeakRef(buffer));
        return buffer;
      }
    };
    const connect = AudioNode.prototype.connect as (to: AudioNode, ...rest: number[]) => AudioNode;
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode, ...rest: number[]) {
      if (to === this.context.destination) {
        analyser = this.context.createAnalyser();
        analyser.fftSize = 16384;
        connect.call(this, analyser);
      }
      if (this instanceof AudioBufferSourceNode) playing.set(this, to as GainNode);
      return connect.call(this, to, ...rest);
    } as typeof AudioNode.prototype.connect;
    const { start, stop } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...when) {
      window.ear.started.push(nameOf(this.buffer!));
      this.addEventListener('ended', () => playing.delete(this));
      start.apply(this, when);
    };
    AudioBufferSourceNode.prototype.stop = function (...when) {
      playing.delete(this);
      stop.apply(this, when);
    };
    const set = navigator.mediaSession.setActionHandler;
    navigator.mediaSession.setActionHandler = function (action, handler) {
      if (handler) window.ear.keys.set(action, handler as () => void);
      set.call(this, action, handler);
    };
  }, recordings);
}

export const sounding = (page: Page | Frame): Promise<readonly Heard[]> =>
  page.evaluate(() => window.ear.sounding());

/** The cues that sound at more than a whisper. */
export async function cuesHeard(page: Page | Frame): Promise<readonly string[]> {
  return (await sounding(page))
    .filter(({ id, gain }) => gain > 0.02 && cues.some((cue) => cue.id === id))
    .map(({ id }) => id);
}

/** Root mean square of what leaves now for the loudspeakers, over the last third of a second. */
export const level = (page: Page | Frame): Promise<number> =>
  page.evaluate(() => window.ear.level());

export const state = (page: Page | Frame): Promise<string | undefined> =>
  page.evaluate(() => window.ear.context?.state);

/** Cues that are decoded in memory, after what is not needed any more has been swept away. */
export async function cuesHeld(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return page.evaluate(() => window.ear.held());
}

/** Presses a key of the system's media controls. */
export const mediaKey = (page: Page, action: string): Promise<void> =>
  page.evaluate((key) => window.ear.keys.get(key)!(), action);
