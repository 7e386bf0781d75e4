/** Fetches what the stage plays: scenes, transitions, stills and clips, one chapter ahead, and lets go of what is far. */

import type { SceneId, TransitionId } from '../../config/programme.ts';
import { CLIPS_HELD } from '../../config/stage.ts';
import { withBase } from '../../core/address.ts';
import { decodingClip } from '../../core/clip/decodeClip.ts';
import { SCENES } from '../../scenes/index.ts';
import type { Clip } from '../../schemas/clip.ts';
import type { Scene, Transition } from '../../schemas/picture.ts';
import { TRANSITIONS } from '../../transitions/index.ts';
import { idle } from '../idle.ts';
import { inPieces } from './inPieces.ts';

/** One chapter's entries in the repertoire. */
export interface StageNumber {
  readonly slug: string;
  readonly scene: SceneId;
  readonly transition: TransitionId;
}

type Fetch = (url: string) => Promise<Response>;

export interface RepertoireOptions {
  readonly base: string;
  /** Called after anything has arrived. */
  readonly onArrival: () => void;
  /** Whether clips are wanted at all. */
  readonly clips: () => boolean;
  /** Whether stills are; they are when this is absent. */
  readonly stills?: () => boolean;
  /** For tests. */
  readonly fetch?: Fetch;
}

interface Holding {
  scene?: Scene;
  transition?: Transition;
  still?: Clip;
  clip?: Clip;
  /** What is on its way, or has failed and waits for the act to be neared again. */
  readonly pending: Set<'scene' | 'transition' | 'still' | 'clip'>;
}

export class Repertoire {
  readonly #numbers: readonly StageNumber[];
  readonly #options: RepertoireOptions;
  readonly #fetch: Fetch;
  readonly #holdings: readonly Holding[];
  #stopped = false;

  constructor(numbers: readonly StageNumber[], options: RepertoireOptions) {
    this.#numbers = numbers;
    this.#options = options;
    this.#fetch = options.fetch ?? ((url) => fetch(url));
    this.#holdings = numbers.map(() => ({ pending: new Set() }));
  }

  scene(act: number): Scene | undefined {
    return this.#holdings[act]?.scene;
  }
  transition(act: number): Transition | undefined {
    return this.#holdings[act]?.transition;
  }
  still(act: number): Clip | undefined {
    return this.#holdings[act]?.still;
  }
  clip(act: number): Clip | undefined {
    return this.#holdings[act]?.clip;
  }

  /** Whether all that is danced in an act is here. */
  holds(act: number): boolean {
    const holding = this.#holdings[act];
    const danced = this.#options.clips() ? holding?.clip : holding?.still;
    return Boolean(danced && holding?.scene && holding.transition);
  }

  /** Sees that the act at `near` and the next are here, the current one first; drops clips far away. */
  async prepare(near: number): Promise<void> {
    this.#drop(near);
    await this.#load(near);
    if (near + 1 < this.#numbers.length) await this.#load(near + 1);
    // Scrolling back is rarer: the scene before is fetched last.
    if (near > 0) await this.#load(near - 1);
  }

  stop(): void {
    this.#stopped = true;
  }

  #drop(near: number): void {
    const held = this.#holdings
      .map((holding, act) => ({ holding, distance: Math.abs(act - near) }))
      .filter(({ holding }) => holding.clip)
      .sort((a, b) => a.distance - b.distance);
    for (const { holding } of held.slice(CLIPS_HELD)) delete holding.clip;
  }

  async #load(act: number): Promise<void> {
    const { slug, scene, transition } = this.#numbers[act]!;
    const { base } = this.#options;
    await Promise.all([
      this.#get(act, 'scene', SCENES[scene]),
      this.#get(act, 'transition', TRANSITIONS[transition]),
      this.#options.stills?.() !== false &&
        this.#get(act, 'still', () => this.#readClip(withBase(base, `stills/${slug}.json`))),
    ]);
    if (this.#options.clips()) {
      await this.#get(act, 'clip', () => this.#readClip(withBase(base, `clips/${slug}.json`)));
    }
  }

  async #get<K extends 'scene' | 'transition' | 'still' | 'clip'>(
    act: number,
    what: K,
    load: () => Promise<NonNullable<Holding[K]>>,
  ): Promise<void> {
    const holding = this.#holdings[act]!;
    if (holding[what] || holding.pending.has(what)) return;
    holding.pending.add(what);
    try {
      const loaded = await load();
      if (this.#stopped) return;
      holding[what] = loaded as Holding[K];
      this.#options.onArrival();
    } catch {
      // What does not come leaves what is there: the still, the ground, the text. It is tried again when neared again.
    } finally {
      holding.pending.delete(what);
    }
  }

  async #readClip(url: string): Promise<Clip> {
    const response = await this.#fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const text = await response.text();
    await idle();
    return inPieces(decodingClip(text));
  }
}
