/**
 * A clip is one chapter's dance: ordered frames, each a stack of flat layers,
 * each layer a set of closed outlines. Colours are not part of it; every layer
 * is painted in the custom property `--tone-<layer>`.
 */

/** All layers a clip may hold, back to front. `body` is the whole figure, in its darkest tone. */
export const CLIP_LAYERS = [
  'body',
  'skin-half',
  'skin-lit',
  'lips',
  'leotard-lit',
  'hair-lit',
  'tutu-shade',
  'tutu-half',
  'tutu-lit',
  'dress-shade',
  'dress-half',
  'dress-lit',
  'stain',
  'stain-lit',
  'shoe-shade',
  'shoe-lit',
  'rim',
  'blade',
  'blade-lit',
] as const;
export type ClipLayer = (typeof CLIP_LAYERS)[number];

/** Points of the body that sets and props hang on, in clip units. */
export const CLIP_ANCHORS = [
  'head',
  'hips',
  'handLeft',
  'handRight',
  'toeLeft',
  'toeRight',
] as const;
export type ClipAnchor = (typeof CLIP_ANCHORS)[number];

/** A closed outline: control points x0, y0, x1, y1, … of a uniform quadratic B-spline, in clip units. */
export type Outline = readonly number[];

/** The same as a closed row of points, joined by straight lines: what lies between two drawings. */
export type Ring = Float32Array;

/** One moment of the dance. */
export interface ClipFrame {
  /** Outlines by layer, in the order of the clip's `layers`; an absent layer is an empty array. */
  readonly layers: readonly (readonly Outline[])[];
  /** x and y by anchor, in the order of CLIP_ANCHORS, in clip units. */
  readonly anchors: readonly (readonly [number, number])[];
}

/** What is seen of a dance: one of its frames, or what lies between two. */
export interface Picture extends Pick<ClipFrame, 'anchors'> {
  readonly layers: readonly (readonly (Outline | Ring)[])[];
}

/**
 * A decoded clip. Clip units: x to the right from the dancer's spot, y downwards
 * from the floor; standing flat she is about 700 units tall. A jump or a fall
 * moves her within the frame, never the frame itself.
 */
export interface Clip {
  readonly layers: readonly ClipLayer[];
  readonly frames: readonly ClipFrame[];
}

/** Frames a second when a clip plays by itself, without scrolling. */
export const CLIP_RATE = 12;
