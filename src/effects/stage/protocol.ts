/** What the page and the painters on its canvases say to each other. All of it can be cloned: between them may lie two threads. */
import type { Run } from '../../core/embed/timeline.ts';
import type { Geometry } from '../../core/reading/playhead.ts';
import type { Colours } from '../../core/stage/tints.ts';
import type { Side } from '../../schemas/picture.ts';
import type { StageChapter } from './assetLoader.ts';
import type { StageCanvas } from './canvasPen.ts';

/** One chapter on the page. */
export type SidedChapter = StageChapter & {
  readonly side: Side;
  /** No words stand before its set. */
  readonly asDrawn?: boolean;
};

export interface StageSetup {
  readonly chapters: readonly SidedChapter[];
  /** The site's base path. */
  readonly base: string;
  /** The path under which the story's pages and posters are. */
  readonly home: string;
  /** Whether stills are fetched; where not, they are taken from the clips. */
  readonly stills: boolean;
  /** Colours of the stage. */
  readonly tones: Colours;
}

/** A canvas's place on the page. */
export interface Box {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Canvas pixels to a CSS pixel. */
  readonly ratio: number;
}

/** To the stage's renderer. */
export type StageCall =
  | { readonly kind: 'open'; readonly setup: StageSetup }
  /** `tall`: the picture stands above the text. */
  | { readonly kind: 'box'; readonly box: Box; readonly tall: boolean }
  /** The canvas is gone: nothing is fetched or shown any more. */
  | { readonly kind: 'close' }
  /** Where the dance lies. */
  | { readonly kind: 'geometry'; readonly geometry: Geometry }
  /** What is wanted at a scroll position, and what has failed before, is to be fetched. */
  | { readonly kind: 'prepare'; readonly scroll: number }
  /** The picture of a scroll position, at once or by gliding there: the moment of the dance, or the poster of the chapter that is read. In a run it goes on by itself. */
  | {
      readonly kind: 'show';
      readonly scroll: number;
      readonly still: boolean;
      readonly glides: boolean;
      readonly run?: Run | undefined;
    };

export type StageReply =
  /** The first picture is on the canvas. */
  | { readonly kind: 'painted' }
  /** Chapters that can be danced now, or as much of them as will come. */
  | { readonly kind: 'ready'; readonly chapters: readonly number[] };

/** To the engraved staff. */
export type StaffCall =
  | {
      readonly kind: 'open';
      /** Told back when it is ready. */
      readonly piece: number;
      /** The engraving, of lines and symbols as `core/staff/engravedMarks.ts` reads them. */
      readonly svg: string;
      readonly ink: string;
      /** Colour of what sounds. */
      readonly sounding: string;
    }
  | {
      readonly kind: 'box';
      readonly box: Box;
      /** CSS pixels from the top line to the bottom line … */
      readonly staff: number;
      /** … from the canvas's top to the middle line … */
      readonly middle: number;
      /** … and over how many it fades at its left and its right. */
      readonly fades: readonly [left: number, right: number];
      /** Milliseconds at least between two pictures. */
      readonly pause: number;
    }
  /** `aim`: CSS pixels that have passed to the left, reached at once or by gliding; `sounding`: ids of notes. */
  | {
      readonly kind: 'show';
      readonly aim: number;
      readonly glides: boolean;
      readonly sounding: readonly string[];
    };

/** The piece can be shown. */
export interface StaffReply {
  readonly kind: 'drawn';
  readonly piece: number;
}

/** Who plays on a canvas. */
export interface Parts {
  readonly stage: { readonly call: StageCall; readonly reply: StageReply };
  readonly staff: { readonly call: StaffCall; readonly reply: StaffReply };
}
export type Part = keyof Parts;

/** Asks the worker's file, imported into the page, to paint there. */
export const PAINT_HERE = 'ballerina:play-here';

export interface PaintHere<P extends Part = Part> {
  readonly part: P;
  readonly canvas: StageCanvas;
  readonly reply: (reply: Parts[P]['reply']) => void;
  /** Gets the function that takes the calls. */
  readonly accept: (hear: (call: Parts[P]['call']) => void) => void;
}

/** To the thread: a part to be played from now on. */
export interface CanvasRequest {
  readonly id: number;
  readonly part: Part;
  readonly canvas: OffscreenCanvas;
}
/** To one of those who play there. */
export interface Told {
  readonly id: number;
  readonly call: Parts[Part]['call'];
}
/** To the thread: one of them is needed no more. */
export interface CanvasRelease {
  readonly id: number;
  readonly dismissed: true;
}
/** From one of them. */
export interface Replied {
  readonly id: number;
  readonly reply: Parts[Part]['reply'];
}
/** From the thread: it is here, and hears. */
export const HERE = 'here';
