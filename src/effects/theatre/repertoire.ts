/**
 * Fetches what the stage plays: scenes, transitions, stills and clips, one chapter ahead, and lets go
 * of what is far. Each is asked for by itself until it comes; none waits for another.
 */

import type { SceneId, TransitionId } from '../../config/programme.ts';
import { CLIPS_HELD } from '../../config/stage.ts';
import { withBase } from '../../core/address.ts';
import { decodingClip } from '../../core/clip/decodeClip.ts';
import { SCENES } from '../../scenes/index.ts';
import type { Clip } from '../../schemas/clip.ts';
import type { Scene, Transition } from '../../schemas/picture.ts';
import { TRANSITIONS } from '../../transitions/index.ts';
import { idle } from '../idle.ts';
import { fetchFile } from '../loading/fetchFile.ts';
import { importPart, Remembered } from '../loading/importPart.ts';
import { type Attempt, keepTrying } from '../loading/keepTrying.ts';
import { inPieces } from './inPieces.ts';

/** One chapter's entries in the repertoire. */
export interface StageNumber {
  readonly slug: string;
  readonly scene: SceneId;
  readonly transition: TransitionId;
}

export interface RepertoireOptions {
  readonly base: string;
  /** Called after anything has arrived, or has failed for the first time. */
  readonly onNews: () => void;
  /** A part of the program cannot be had any more on this thread. */
  readonly onStuck: (error: Remembered) => void;
  /** Whether clips are wanted at all. */
  readonly clips: () => boolean;
  /** Whether stills are; they are when this is absent. */
  readonly stills?: () => boolean;
}

interface Parts {
  scene: Scene;
  transition: Transition;
  still: Clip;
  clip: Clip;
}
type Kind = keyof Parts;

/** Something that is asked for until it comes. */
interface Trying {
  readonly stop: AbortController;
  /** It has failed before, and may be waiting for its next attempt. */
  failed: boolean;
}

interface Holding extends Partial<Parts> {
  readonly trying: Map<Kind, Trying>;
}

/** Milliseconds after which a chapter's neighbours are asked for, although it is not all here or failed yet. */
const GRACE = 2000;

export class Repertoire {
  readonly #numbers: readonly StageNumber[];
  readonly #options: RepertoireOptions;
  readonly #holdings: readonly Holding[];
  #turn = 0;

  constructor(numbers: readonly StageNumber[], options: RepertoireOptions) {
    this.#numbers = numbers;
    this.#options = options;
    this.#holdings = numbers.map(() => ({ trying: new Map() }));
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

  /** Whether something did not come when it was asked for; it goes on being asked for. */
  lacks(act: number, kind: Kind): boolean {
    return this.#holdings[act]?.trying.get(kind)?.failed === true;
  }

  /**
   * Sees that an act and its neighbours are here, at once what has failed before; the nearest
   * is first on its way. Drops clips far away.
   */
  async prepare(near: number): Promise<void> {
    const turn = ++this.#turn;
    this.#drop(near);
    // Scrolling back is rarer: the act before is fetched last.
    for (const act of [near, near + 1, near - 1]) {
      if (turn !== this.#turn) return;
      if (!this.#holdings[act]) continue;
      const grace = new Promise((resolve) => setTimeout(resolve, GRACE));
      await Promise.race([this.#load(act), grace]);
    }
  }

  #drop(near: number): void {
    const held = this.#holdings
      .map((holding, act) => ({ holding, distance: Math.abs(act - near) }))
      .sort((a, b) => a.distance - b.distance);
    for (const { holding, distance } of held)
      if (distance > 1) for (const { stop } of holding.trying.values()) stop.abort();
    for (const { holding } of held.filter(({ holding }) => holding.clip).slice(CLIPS_HELD))
      delete holding.clip;
  }

  /** Asks for all that an act lacks; resolves when each of it has come or failed. */
  async #load(act: number): Promise<void> {
    const { slug, scene, transition } = this.#numbers[act]!;
    const { base, clips, stills } = this.#options;
    const only = <Part>(module: unknown) => (module as { default: Part }).default;
    await Promise.all([
      this.#get(act, 'scene', (attempt) => importPart(SCENES[scene], attempt, only<Scene>)),
      stills?.() !== false &&
        this.#get(act, 'still', (attempt) =>
          readClip(withBase(base, `stills/${slug}.json`), attempt),
        ),
      clips() &&
        this.#get(act, 'clip', (attempt) =>
          readClip(withBase(base, `clips/${slug}.json`), attempt),
        ),
      this.#get(act, 'transition', (attempt) =>
        importPart(TRANSITIONS[transition], attempt, only<Transition>),
      ),
    ]);
  }

  #get<K extends Kind>(
    act: number,
    kind: K,
    task: (attempt: Attempt) => Promise<Parts[K]>,
  ): Promise<void> | undefined {
    const holding: Holding = this.#holdings[act]!;
    const before = holding.trying.get(kind);
    if (holding[kind] || before?.failed === false) return undefined;
    before?.stop.abort();
    const trying: Trying = { stop: new AbortController(), failed: before !== undefined };
    holding.trying.set(kind, trying);
    const { signal } = trying.stop;
    return new Promise((settle) => {
      const onFailure = (error: unknown) => {
        if (error instanceof Remembered) this.#options.onStuck(error);
        settle();
        if (trying.failed) return;
        trying.failed = true;
        this.#options.onNews();
      };
      keepTrying(task, { signal, onFailure }).then(
        (part) => {
          holding.trying.delete(kind);
          Object.assign(holding, { [kind]: part });
          settle();
          this.#options.onNews();
        },
        // Given up on the way, or asked for anew: then that one counts.
        () => {
          if (holding.trying.get(kind) === trying) holding.trying.delete(kind);
          settle();
        },
      );
    });
  }
}

/** @throws when it does not come or is damaged */
async function readClip(url: string, attempt: Attempt): Promise<Clip> {
  const text = await (await fetchFile(url, attempt)).text();
  await idle();
  return inPieces(decodingClip(text));
}
