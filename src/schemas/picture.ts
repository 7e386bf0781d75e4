/**
 * What the stage can show, as data: scenes and transitions return it, the
 * painter (and the server) draws it. No DOM here.
 *
 * Two spaces:
 * - *world*: x right from the dancer's spot, y down from the floor line, in the
 *   clip's units (she is about 700 tall). Draw sets from x -1800 to 1800 and
 *   from y -1500 to 900, so that every screen's window is covered.
 * - *screen*: x from 0 to `screen.width`, y from 0 to 1000; for transitions.
 */

import type { EffectMark, EffectSpan } from './audioManifest.ts';
import type { ClipAnchor, ClipLayer } from './clip.ts';
import type { PosterDirection } from './poster.ts';
import type { Suits, Themed } from './repertoire.ts';

/** A colour by its name: one of the palette's, or a scene's own. */
export type Tone = string;

/** A colour made of the palette's: one of its tones, or a mixture, `share` (0 to 1) of the way from one to another. */
export type Tint = Tone | readonly [from: Tint, to: Tint, share: number];

/** One flat area. */
export interface Shape {
  /** Path data; absolute or relative commands, at most one decimal. */
  readonly d: string;
  readonly tone: Tone;
  /** 0 to 1; 1 when absent. */
  readonly opacity?: number;
  /** Names a shape that `Moment.parts` moves. Unique within a scene. */
  readonly id?: string;
  /** What a slow machine leaves out: 1 soon (particles), 2 later (rain and other things that drift). Absent: never. */
  readonly spare?: 1 | 2;
  /** Light on her, drawn about 0: it goes with her where a dance takes her away from there. */
  readonly follows?: true;
}

/** How a part of a set differs from its drawing at one moment. */
export interface PartState {
  readonly d?: string;
  /** SVG transform list, world units. */
  readonly transform?: string;
  readonly opacity?: number;
  readonly tone?: Tone;
}

/** A camera over the world. `zoom` 1 shows her whole; x and y are the world point it is centred on, relative to the dancer's usual framing. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** A second figure made of the dancer's own outlines: shadow, mirror image, corps. */
export interface Echo {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly mirrored?: boolean;
  /** Frames behind (negative) or ahead of the dancer; wraps around within the clip. */
  readonly offset?: number;
  /** One flat tone for the whole figure; her own tones when absent. */
  readonly tone?: Tone;
  /** With `tone`: layers that catch light all the same, and the tone of each. */
  readonly accents?: Readonly<Partial<Record<ClipLayer, Tone>>>;
  readonly opacity?: number;
  /** Which set layer it stands in front of. `near` covers the dancer. */
  readonly layer: 'far' | 'middle' | 'near';
  /**
   * Something it holds and the dancer does not: drawn in the echo's units and
   * tone, its origin at the anchor, its +x turned away from the echo's chest,
   * more so towards `lean` (echo units, beside the length of an arm: about 250).
   */
  readonly holds?: {
    readonly d: string;
    readonly anchor: ClipAnchor;
    readonly lean?: readonly [x: number, y: number];
  };
}

/** A scene at one progress. All fields optional: what is absent is at rest. */
export interface Moment {
  readonly camera?: Camera;
  readonly parts?: Readonly<Record<string, PartState>>;
  readonly echoes?: readonly Echo[];
  /** Tones that differ at this moment. */
  readonly tones?: Readonly<Record<Tone, Tint>>;
  readonly dancer?: { readonly opacity?: number };
}

export type Point = readonly [x: number, y: number];

/** A half of a wide screen: where words stand, or where she does. */
export type Side = 'left' | 'right';

/** The visible window, for the few things that depend on the screen's shape. */
export interface Screen {
  /** In screen units, the height being 1000. */
  readonly width: number;
  /** Taller than wide: the picture stands above the text instead of beside it. */
  readonly tall: boolean;
  /** For scenes that are not turned: where words stand. Left when absent. */
  readonly words?: Side;
}

/** A set, its light and what happens in it. Pure: the same progress gives the same moment. */
export interface Scene extends Themed {
  /** Shapes back to front. `far` hardly moves with the camera, `near` passes before the dancer. */
  readonly set: {
    readonly far: readonly Shape[];
    readonly middle: readonly Shape[];
    readonly near: readonly Shape[];
  };
  /** Tones of its own, or of the palette as they look here. */
  readonly tones?: Readonly<Record<Tone, Tint>>;
  /** Progress at which the scene and its clip look best: the still. 0 to 1. */
  readonly best: number;
  /**
   * Where its set leaves room for words, as it is drawn: where they stand on the other side, the set is turned
   * over, not she. `either`: it leaves room on both, or sees to it itself by `Screen.words`.
   */
  readonly quiet: Side | 'either';
  /** What was made for it; a scene that says nothing is danced only where a chapter asks for it. Not in pages. */
  readonly suits?: Suits;
  /** What those who cannot see it should know of it and the dance it was made for, by language (`en`). Not in pages. */
  readonly told?: Readonly<Record<string, string>>;
  /** It opens stories, or closes them; no other does. Not in pages. */
  readonly part?: 'opening' | 'closing';
  /** x of the line about which its set is turned over; her spot, 0, when absent. */
  readonly axis?: number;
  /** x at which she ends the dance that it was made for, where its set leads there: with another it is moved to where she is. */
  readonly mark?: number;
  /** The lamp that may stay when all other light goes out, in the world as it is drawn. */
  readonly lamp?: readonly [x: number, y: number];
  /** What is heard in it, at its progress; her landings are read from the clips. Not in pages. */
  readonly sounds?: readonly EffectMark[];
  /** Sounds that last. Not in pages. */
  readonly lasting?: readonly EffectSpan[];
  /** How it is composed as a poster. Not in pages. */
  readonly poster?: PosterDirection;
  at(progress: number, screen: Screen): Moment;
}

/**
 * One view of an outgoing or incoming set during a transition, in screen units.
 * Where the two overlap, the outgoing one is seen.
 */
export interface Pane {
  /** Path that bounds what is seen of it, before the pane is moved; all when absent. Non-zero winding. */
  readonly clip?: string;
  readonly x?: number;
  readonly y?: number;
  /** Degrees, about the screen's centre. */
  readonly rotate?: number;
}

/** A transition at one progress, in screen units. The dancer dances on between `behind` and `before`. */
export interface TransitionPicture {
  /** Up to twelve views of the scene that leaves; none hides it. */
  readonly outgoing: readonly Pane[];
  readonly incoming: readonly Pane[];
  readonly behind: readonly Shape[];
  readonly before: readonly Shape[];
  /** Figures of the outgoing clip that pass before the dancer, in screen units from the floor line. */
  readonly troupe?: readonly Omit<Echo, 'layer' | 'holds'>[];
  /** She; and by how many screen units she is carried up, who then does not fade where nobody comes after her. */
  readonly dancer?: { readonly opacity?: number; readonly rise?: number };
}

/** A way from one scene to the next. Pure: the same progress gives the same picture. */
export interface Transition extends Themed {
  /**
   * At 0 only the outgoing scene is seen, at 1 only the incoming one.
   * @param lamp where the lamp of the scene that leaves is seen, in screen units, if it has one
   */
  at(progress: number, screen: Screen, lamp?: Point): TransitionPicture;
  /**
   * It hides her in its middle, so that the next dance may begin in another pose than hers: of those that do, the one
   * of the lowest number is preferred, being the calmest. Not in pages.
   */
  readonly hides?: number;
  /** What is heard of it, at shares of the passage. Not in pages. */
  readonly sounds?: readonly EffectMark[];
}
