/** What a page shows the studio around it of itself. */
import type { Geometry } from '../../core/reading/playhead.ts';
import type { SidedChapter } from '../../effects/stage/protocol.ts';

/** Marks the studio's frames, with the page's size as its value. */
export const PREVIEW_MARK = 'data-studio-frame';

/** On the window around, when a page has come or lies otherwise than before. */
export const PREVIEW_EVENT = 'studio:page';

/** On the page's window: the stage is set for these chapters. Stage.svelte hears it. */
export const CAST_EVENT = 'studio:cast';

/** A step of a chapter on the page. */
export interface StepFacts {
  /** Scroll position at which its middle is where words are read. */
  readonly middle: number;
  /** Its height in what the picture leaves of the window. */
  readonly screens: number;
}

/** Words that stand out too little now. */
export interface WeakWords {
  readonly slug: string;
  /** From 0 on; absent for words that are no step's. */
  readonly step?: number;
  readonly words: string;
  readonly ratio: number;
}

export interface Preview {
  /** Undefined while the stage is not there yet. */
  geometry(): Geometry | undefined;
  slugs(): readonly string[];
  steps(slug: string): readonly StepFacts[];
  /** Scroll position at which the chapter's quote is read. */
  quote(slug: string): number | undefined;
  /** Its colours, as `writePalette` writes them. */
  tones(): string;
  cast(chapters: readonly SidedChapter[]): void;
  weakWords(): readonly WeakWords[];
}

export type PreviewWindow = Window & { readonly studioPreview?: Preview };
