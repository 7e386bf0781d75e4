/**
 * When to fetch what lies around a chapter. Before the reader has moved, it alone: many see no more than
 * the first view, and should not pay for more. Then its neighbours. She comes into it in the middle of a
 * transition, the dearest moment there is: if what is danced is here already, its
 * neighbours wait until the reader rests, or is well into the scene.
 */

/** Milliseconds without a call: the reader rests. */
const REST = 300;
/** This share of a scene away from its ends, its transitions are far. */
const WELL_INTO = 0.2;

export interface Moment {
  readonly chapter: number;
  /** Of the chapter's dance, 0 to 1. */
  readonly progress: number;
  /** Whether all that is danced is here. */
  readonly held: boolean;
  /** Whether the reader has scrolled since the page was opened. */
  readonly moved: boolean;
}

export class Prefetch {
  readonly #fetch: (chapter: number, around: boolean) => void;
  #due = false;
  /** The chapter that has been fetched alone. */
  #alone: number | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** Calls `fetch` with a chapter when it is time to fetch it, and whether its neighbours, too. */
  constructor(fetch: (chapter: number, around: boolean) => void) {
    this.#fetch = fetch;
  }

  /** A chapter has been neared: it and its neighbours are wanted. */
  want(): void {
    this.#due = true;
    this.#alone = undefined;
  }

  /** The dance is at a moment; told at each movement. */
  at({ chapter, progress, held, moved }: Moment): void {
    if (!this.#due) return;
    clearTimeout(this.#rest);
    if (!moved) {
      if (this.#alone !== chapter) this.#fetch(chapter, false);
      this.#alone = chapter;
      return;
    }
    const go = () => {
      this.#due = false;
      this.#fetch(chapter, true);
    };
    const far = Math.min(progress, 1 - progress) > WELL_INTO;
    if (far || !held) go();
    else this.#rest = setTimeout(go, REST);
  }
}
