/**
 * Fetches what the stage plays: scenes, transitions, stills and clips, one chapter ahead, and lets go
 * of what is far. Each is asked for by itself until it comes; none waits for another.
 */

import { CLIPS_HELD } from '../../config/stage.ts';
import { NOBODY } from '../../core/clip/nobody.ts';
import { withBase } from '../../core/site/address.ts';
import { sceneModule } from '../../scenes/index.ts';
import type { Clip } from '../../schemas/clip.ts';
import type { Scene, Transition } from '../../schemas/picture.ts';
import {
  type DanceId,
  NO_DANCE,
  type SceneId,
  type TransitionId,
} from '../../schemas/repertoire.ts';
import { transitionModule } from '../../transitions/index.ts';
import { fetchFile } from '../loading/fetchFile.ts';
import { importPart, Remembered } from '../loading/importPart.ts';
import { type Attempt, keepTrying } from '../loading/keepTrying.ts';
import { idle } from '../page/idle.ts';
import { inTimeSlices } from './timeSlice.ts';

/** What of a chapter the stage needs. */
export interface StageChapter {
  readonly slug: string;
  readonly scene: SceneId;
  readonly dance: DanceId;
  readonly transition: TransitionId;
}

export interface AssetLoaderOptions {
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
  /** When it has come or failed. */
  settled?: Promise<void>;
}

interface Holding extends Partial<Parts> {
  readonly trying: Map<Kind, Trying>;
}

/** Milliseconds after which a chapter's neighbours are asked for, although it is not all here or failed yet. */
const GRACE = 2000;

export class AssetLoader {
  readonly #chapters: readonly StageChapter[];
  readonly #options: AssetLoaderOptions;
  readonly #holdings: readonly Holding[];
  #turn = 0;
  #stopped = false;

  constructor(chapters: readonly StageChapter[], options: AssetLoaderOptions) {
    this.#chapters = chapters;
    this.#options = options;
    this.#holdings = chapters.map(() => ({ trying: new Map() }));
  }

  scene(chapter: number): Scene | undefined {
    return this.#holdings[chapter]?.scene;
  }
  transition(chapter: number): Transition | undefined {
    return this.#holdings[chapter]?.transition;
  }
  still(chapter: number): Clip | undefined {
    return this.#holdings[chapter]?.still;
  }
  clip(chapter: number): Clip | undefined {
    return this.#holdings[chapter]?.clip;
  }

  /** Whether all that is danced in a chapter is here. */
  holds(chapter: number): boolean {
    const holding = this.#holdings[chapter];
    const danced = this.#options.clips() ? holding?.clip : holding?.still;
    return Boolean(danced && holding?.scene && holding.transition);
  }

  /** Whether something did not come when it was asked for; it goes on being asked for. */
  lacks(chapter: number, kind: Kind): boolean {
    return this.#holdings[chapter]?.trying.get(kind)?.failed === true;
  }

  /**
   * Sees that a chapter and its neighbours are here, at once what has failed before; the nearest
   * is first on its way. Drops clips far away.
   *
   * @param around whether its neighbours are wanted yet
   */
  async prepare(near: number, around = true): Promise<void> {
    if (this.#stopped) return;
    const turn = ++this.#turn;
    this.#drop(near);
    // Scrolling back is rarer: the chapter before is fetched last.
    for (const chapter of around ? [near, near + 1, near - 1] : [near]) {
      if (turn !== this.#turn) return;
      if (!this.#holdings[chapter]) continue;
      const grace = new Promise((resolve) => setTimeout(resolve, GRACE));
      await Promise.race([this.#load(chapter), grace]);
    }
  }

  /** Asks for nothing any more, and gives up what is on its way. */
  stop(): void {
    this.#stopped = true;
    this.#turn++;
    for (const { trying } of this.#holdings) for (const { stop } of trying.values()) stop.abort();
  }

  #drop(near: number): void {
    const held = this.#holdings
      .map((holding, chapter) => ({ holding, distance: Math.abs(chapter - near) }))
      .sort((a, b) => a.distance - b.distance);
    for (const { holding, distance } of held)
      if (distance > 1) for (const { stop } of holding.trying.values()) stop.abort();
    for (const { holding } of held.filter(({ holding }) => holding.clip).slice(CLIPS_HELD))
      delete holding.clip;
  }

  /** Asks for all that a chapter lacks; resolves when each of it has come or failed. */
  async #load(chapter: number): Promise<void> {
    const { dance, scene, transition } = this.#chapters[chapter]!;
    const { base, clips, stills } = this.#options;
    await Promise.all([
      this.#get(
        chapter,
        'scene',
        async (attempt) => (await importPart(sceneModule(scene), attempt)).default,
      ),
      stills?.() !== false &&
        this.#get(chapter, 'still', (attempt) => readClip(base, 'stills', dance, attempt)),
      clips() && this.#get(chapter, 'clip', (attempt) => readClip(base, 'clips', dance, attempt)),
      this.#get(
        chapter,
        'transition',
        async (attempt) => (await importPart(transitionModule(transition), attempt)).default,
      ),
    ]);
  }

  #get<K extends Kind>(
    chapter: number,
    kind: K,
    task: (attempt: Attempt) => Promise<Parts[K]>,
  ): Promise<void> | undefined {
    const holding: Holding = this.#holdings[chapter]!;
    const before = holding.trying.get(kind);
    if (holding[kind]) return undefined;
    if (before?.failed === false) return before.settled;
    before?.stop.abort();
    const trying: Trying = { stop: new AbortController(), failed: before !== undefined };
    holding.trying.set(kind, trying);
    const { signal } = trying.stop;
    trying.settled = new Promise((settle) => {
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
    return trying.settled;
  }
}

/** Nothing is asked for where nobody dances. @throws when it does not come or is damaged */
async function readClip(
  base: string,
  kind: 'clips' | 'stills',
  dance: DanceId,
  attempt: Attempt,
): Promise<Clip> {
  if (dance === NO_DANCE) return NOBODY;
  const url = withBase(base, `${kind}/${dance}.json`);
  // What reads clips, and knows how their drawings are carried, comes along with them.
  const [text, { decodingClip }] = await Promise.all([
    fetchFile(url, attempt).then((response) => response.text()),
    importPart(() => import('../../core/clip/decodeClip.ts'), attempt),
  ]);
  await idle();
  return inTimeSlices(decodingClip(text));
}
