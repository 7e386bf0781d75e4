/**
 * A clip is one chapter's dance: ordered frames, each a stack of flat layers,
 * each layer a set of closed outlines. Colours are not part of it; every layer
 * is painted in the custom property `--tone-<layer>`, see `toneOf`.
 */

/**
 * All layers a clip may hold, back to front. `body` is the whole figure, in its darkest tone, and so is `near`: those of
 * her limbs that stand before her skirt.
 */
export const CLIP_LAYERS = [
  'body',
  'tutu-shade',
  'tutu-half',
  'tutu-lit',
  'dress-shade',
  'dress-half',
  'dress-lit',
  'stain',
  'stain-lit',
  'near',
  'skin-half',
  'skin-lit',
  'lips',
  'leotard-lit',
  'hair-lit',
  'shoe-shade',
  'shoe-lit',
  'rim',
  'blade',
  'blade-lit',
] as const;
export type ClipLayer = (typeof CLIP_LAYERS)[number];

/** The tone that a layer is painted in. */
export const toneOf = (layer: ClipLayer): Exclude<ClipLayer, 'near'> =>
  layer === 'near' ? 'body' : layer;

/** Joints that sets and props hang on, the first of JOINTS. */
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

/** One moment of the dance. */
export interface ClipFrame {
  /** Outlines by layer, in the order of the clip's `layers`; an absent layer is an empty array. */
  readonly layers: readonly (readonly Outline[])[];
  /** x and y by anchor, in the order of CLIP_ANCHORS, in clip units. */
  readonly anchors: readonly (readonly [number, number])[];
}

/** How what was drawn at some moments is carried to all others. */
export interface Motion {
  /** The moments that were drawn: rising indices of frames, the first and the last among them. */
  readonly drawn: readonly number[];
  /** By drawing, layer and outline: the limb that carries each control, an index into LIMBS. */
  readonly limbs: readonly (readonly (readonly (readonly number[])[])[])[];
  /**
   * Where each of JOINTS is seen, x0, y0, x1, y1, … in clip units: at each frame and halfway to the next, so that
   * that of frame f stands at 2 f.
   */
  readonly joints: readonly (readonly number[])[];
}

/** A picture of her, and how much of it is seen. */
export interface Shown {
  readonly frame: ClipFrame;
  readonly opacity: number;
}

/**
 * A decoded clip. Clip units: x to the right from the dancer's spot, y downwards
 * from the floor; standing flat she is about 700 units tall. A jump or a fall
 * moves her within the frame, never the frame itself.
 */
export interface Clip {
  readonly layers: readonly ClipLayer[];
  readonly frames: readonly ClipFrame[];
  /** Absent where every frame is drawn and nothing lies between two. */
  readonly motion?: Motion;
  /**
   * What is seen at a place, back to front: the index of a frame, or between two. Absent without motion.
   * @param gradual whether a drawing may give way to the next little by little
   */
  readonly seenAt?: (place: number, gradual?: boolean) => readonly [Shown, ...Shown[]];
}

/** Frames a second when a clip plays by itself, without scrolling. */
export const CLIP_RATE = 12;
