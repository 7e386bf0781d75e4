/** The cues: at most two decoded, faded from one to the other frame by frame, the rest let go of. */

import { gainOf, moveLevel } from '../../core/sound/levels.ts';
import { type Plan, plan } from '../../core/sound/plan.ts';
import { beginsAgain, hasFallenSilent, positionAt } from '../../core/sound/playback.ts';
import type { PlayedCue } from '../../schemas/audioManifest.ts';
import type { CueId } from '../../schemas/repertoire.ts';
import { fetchSource, playable } from './fetchSource.ts';
import { Voice } from './voice.ts';

interface Holding {
  readonly id: CueId;
  readonly cue: PlayedCue;
  readonly voice: Voice;
  ready: boolean;
  level: number;
}

/** A cue on its way: its bytes, once here, wait for room. */
interface Delivery {
  readonly cue: PlayedCue;
  readonly abort: AbortController;
  source?: string;
}

export class MusicTrack {
  readonly #context: AudioContext;
  readonly #base: string;
  readonly #held: Holding[] = [];
  readonly #failed = new Set<CueId>();
  /** How many sources of a cue have failed. */
  readonly #tried = new Map<CueId, number>();
  /** Cues that have failed at any time. */
  readonly #doubted = new Set<CueId>();
  #wanted: PlayedCue | null = null;
  #next: PlayedCue | null = null;
  #delivery: Delivery | undefined;
  #lead: Holding | undefined;

  constructor(context: AudioContext, base: string) {
    this.#context = context;
    this.#base = base;
  }

  /** The cue that leads; null in silence. */
  get cue(): CueId | null {
    const lead = this.#lead;
    return lead && !hasFallenSilent(lead.cue, lead.voice.elapsed) ? lead.id : null;
  }

  /** Whether the wanted cue could not be loaded. */
  get missing(): boolean {
    return this.#wanted !== null && this.#failed.has(this.#wanted.id);
  }

  /** Seconds of the leading recording that leave the loudspeakers now; null when none does. */
  position(): number | null {
    if (!this.#lead) return null;
    const { outputLatency, baseLatency } = this.#context;
    const elapsed = this.#lead.voice.elapsed - (outputLatency || baseLatency || 0);
    return positionAt(this.#lead.cue, Math.max(0, elapsed));
  }

  /** Sets what is to sound, and what probably comes after it. */
  aim(wanted: PlayedCue | null, next: PlayedCue | null): void {
    if (wanted?.id !== this.#wanted?.id) this.hope();
    this.#wanted = wanted;
    this.#next = next;
  }

  /** What has failed may come another time, and is asked for again. */
  hope(): void {
    this.#failed.clear();
    this.#tried.clear();
  }

  /** Moves everything on. @param seconds since the last time */
  step(seconds: number): void {
    const held = this.#held.map(({ id, ready, level, voice }) => ({
      id,
      ready,
      level,
      sounding: voice.playing,
    }));
    const { lead, drop, load, room } = plan(held, {
      wanted: this.#wanted?.id ?? null,
      next: this.#next?.id ?? null,
      failed: this.#failed,
    });
    this.#lead = this.#held.find(({ id }) => id === lead);
    for (const id of drop) this.#release(id);
    this.#fetch(load);
    if (room) this.#decode();
    for (const holding of this.#held) this.#play(holding, holding === this.#lead, seconds);
  }

  #play(holding: Holding, leads: boolean, seconds: number): void {
    const { voice, cue } = holding;
    if (!holding.ready || !(leads || voice.playing)) return;
    if (!voice.playing || beginsAgain(cue, voice.elapsed)) voice.start(cue.loop);
    holding.level = moveLevel(holding.level, leads ? 1 : 0, seconds);
    voice.gain = gainOf(holding.level) * cue.gain;
    if (holding.level === 0 && voice.silent) voice.stop();
  }

  #release(id: CueId): void {
    const index = this.#held.findIndex((one) => one.id === id);
    this.#held.splice(index, 1)[0]!.voice.unload();
  }

  #fetch(id: Plan['load']): void {
    if (this.#delivery?.cue.id === id) return;
    this.#delivery?.abort.abort();
    const cue = [this.#wanted, this.#next].find((one) => one?.id === id);
    if (!cue) {
      this.#delivery = undefined;
      return;
    }
    const delivery: Delivery = { cue, abort: new AbortController() };
    this.#delivery = delivery;
    const source = playable(cue.sources)[this.#tried.get(cue.id) ?? 0]!;
    const again = this.#doubted.has(cue.id);
    fetchSource(this.#base, source, { signal: delivery.abort.signal, again }).then(
      (data) => {
        delivery.source = data;
      },
      () => !delivery.abort.signal.aborted && this.#fail(cue),
    );
  }

  #decode(): void {
    const { cue, source } = this.#delivery ?? {};
    if (!cue || source === undefined) return;
    this.#delivery = undefined;
    const voice = new Voice(this.#context, source, (ready) => {
      holding.ready = ready;
      if (ready) return;
      this.#release(cue.id);
      this.#fail(cue);
    });
    const holding: Holding = { id: cue.id, cue, voice, ready: false, level: 0 };
    this.#held.push(holding);
  }

  /** The next source is tried, if there is one. */
  #fail(cue: PlayedCue): void {
    if (this.#delivery?.cue === cue) this.#delivery = undefined;
    this.#doubted.add(cue.id);
    const tried = (this.#tried.get(cue.id) ?? 0) + 1;
    this.#tried.set(cue.id, tried);
    if (tried >= playable(cue.sources).length) this.#failed.add(cue.id);
  }
}
