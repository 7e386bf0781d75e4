/** Effects: short sounds that are set off, and sounds that last while a scene wants them. */
import { gainOf, moveLevel } from '../../core/sound/levels.ts';
import { Restraint } from '../../core/sound/restraint.ts';
import type { PlayedEffect } from '../../schemas/audioManifest.ts';
import type { SoundEffectId } from '../../schemas/cue.ts';
import { fetchSource, playable } from './fetchSource.ts';
import { Voice } from './voice.ts';

interface Prop {
  readonly effect: PlayedEffect;
  voice?: Voice;
  ready: boolean;
  level: number;
}

export class EffectsTrack {
  readonly #context: AudioContext;
  readonly #base: string;
  readonly #effects: readonly PlayedEffect[];
  readonly #props = new Map<SoundEffectId, Prop>();
  readonly #restraint = new Restraint();
  #last: Prop | undefined;

  constructor(context: AudioContext, base: string, effects: readonly PlayedEffect[]) {
    this.#context = context;
    this.#base = base;
    this.#effects = effects;
  }

  /** The effect that began last and still sounds. */
  get effect(): SoundEffectId | null {
    const prop = this.#last;
    if (!prop?.voice?.playing) return null;
    const over = !prop.effect.loop && prop.voice.elapsed >= prop.effect.duration;
    return over ? null : prop.effect.id;
  }

  /** Fetches these, and lets go of all others that are silent. */
  keep(ids: ReadonlySet<SoundEffectId>): void {
    for (const id of ids) if (!this.#props.has(id)) void this.#load(id);
    for (const [id, prop] of this.#props) {
      if (ids.has(id) || !prop.ready || !this.#over(prop)) continue;
      prop.voice?.unload();
      this.#props.delete(id);
    }
  }

  /** Sets one off; not if it is not here yet, or has just been heard. */
  strike(id: SoundEffectId): void {
    const prop = this.#props.get(id);
    if (!prop?.ready || !prop.voice) return;
    if (!this.#restraint.allows(id, this.#context.currentTime)) return;
    prop.voice.start();
    prop.voice.gain = prop.effect.gain;
    this.#last = prop;
  }

  /** Moves the lasting sounds on. @param wanted those that are to be heard */
  step(wanted: ReadonlySet<SoundEffectId>, seconds: number): void {
    for (const [id, prop] of this.#props) {
      const { voice, effect } = prop;
      const aim = wanted.has(id) ? 1 : 0;
      if (!voice || !prop.ready || !effect.loop || !(aim || voice.playing)) continue;
      if (!voice.playing) {
        voice.start(effect.loop);
        this.#last = prop;
      }
      prop.level = moveLevel(prop.level, aim, seconds);
      voice.gain = gainOf(prop.level) * effect.gain;
      if (prop.level === 0 && voice.silent) voice.stop();
    }
  }

  #over({ voice, effect }: Prop): boolean {
    return !voice?.playing || (!effect.loop && voice.elapsed >= effect.duration);
  }

  async #load(id: SoundEffectId): Promise<void> {
    const effect = this.#effects.find((one) => one.id === id);
    if (!effect) return;
    const prop: Prop = { effect, ready: false, level: 0 };
    this.#props.set(id, prop);
    for (const source of playable(effect.sources)) {
      try {
        const data = await fetchSource(this.#base, source);
        prop.ready = await new Promise<boolean>((resolve) => {
          prop.voice = new Voice(this.#context, data, resolve);
        });
        if (prop.ready) return;
        prop.voice?.unload();
        delete prop.voice;
      } catch {
        // The next source, or none: an effect that does not come is not missed.
      }
    }
    // It is asked for again when the chapter changes, or sound is switched on.
    this.#props.delete(id);
  }
}
