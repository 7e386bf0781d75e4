/** What the page and the theatre say to each other. All of it can be cloned: between them may lie two threads. */
import type { Playhead } from '../../core/progress/locate.ts';
import type { Side } from '../../core/stage/compose.ts';
import type { Colours } from '../../core/stage/drawPicture.ts';
import type { StageCanvas } from './canvasPen.ts';
import type { StageNumber } from './repertoire.ts';

/** One chapter on the page. */
export type TheatreNumber = StageNumber & { readonly side: Side };

export interface Programme {
  readonly numbers: readonly TheatreNumber[];
  /** The site's base path. */
  readonly base: string;
  /** Whether stills are fetched; where not, they are taken from the clips. */
  readonly stills: boolean;
  /** Colours of the stage, as the page's style sheets have them. */
  readonly tones: Colours;
}

/** The picture's box on the page. */
export interface Box {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Canvas pixels to a CSS pixel. */
  readonly ratio: number;
  /** Whether the picture stands above the text. */
  readonly tall: boolean;
}

/** A moment to show: of the dance, or a chapter's poster. */
export type Cue = { readonly playhead: Playhead } | { readonly poster: number };

/** From the page. */
export type Call =
  | { readonly kind: 'open'; readonly programme: Programme }
  | { readonly kind: 'box'; readonly box: Box }
  /** A chapter is near: it and its neighbours are wanted. */
  | { readonly kind: 'prepare'; readonly chapter: number; readonly clips: boolean }
  | { readonly kind: 'show'; readonly cue: Cue };

/** To the page. */
export type Reply =
  /** The first picture is on the canvas. */
  | { readonly kind: 'painted' }
  /** Chapters that can be danced now, or as much of them as will come. */
  | { readonly kind: 'ready'; readonly chapters: readonly number[] };

/** Asks the imported file to play in the page. */
export const PLAY_HERE = 'ballerina:play-here';

export interface PlayHere {
  readonly canvas: StageCanvas;
  readonly reply: (reply: Reply) => void;
  /** Gets the function that takes the calls. */
  readonly accept: (hear: (call: Call) => void) => void;
}
