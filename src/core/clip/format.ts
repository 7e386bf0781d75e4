/**
 * The clip format, version 2: one JSON object, so that every static host
 * serves it compressed.
 *
 *     { "format": "ballerina-clip", "version": 2, "grid": 1, "frames": 96, "drawn": "…",
 *       "layers": ["body", …], "heads": "…", "x": "…", "y": "…",
 *       "limbs": "…", "joints": 25, "places": "…" }
 *
 * `frames` tells how many moments the dance has; `drawn` which of them are drawn. All
 * others are drawings that are carried there by the limbs that they lie on (`carry.ts`).
 * Streams of whole numbers, all lengths in units of `grid` clip units:
 *
 *     drawn   = { gap }                      moments from the drawing before, the first one's from 0
 *     heads   = { layer }                    in the order of `layers`
 *     layer   = { drawing }                  for every drawing
 *     drawing = count { outline }
 *     outline = controls dx dy               controls: how many; dx, dy: from the start of the
 *                                            outline before it (the first one: from 0, 0)
 *     limbs   = { run { length run } }       for every outline: which limb carries its first controls; how many
 *                                            they are, unless they are all that is left
 *     places  = { x { } y { } }              for every joint its way through all moments, and with `limbs` what is
 *                                            halfway between two of them, x and then y: each from
 *                                            where the two before would lead (the first: from 0, the second: from it)
 *
 * A run's limb is written as its index in LIMBS, less 22, and 22 more where it is the outline's last: there are 22
 * limbs. `joints` says how many of JOINTS there are: all, or the anchors alone, where every
 * moment is drawn and `limbs` is empty.
 *
 * The start of an outline is its first control. `x` and `y` hold the steps from
 * each control to the next, for all outlines in the order of `heads`; the step
 * back to the start is not stored. Layers stand apart, and x apart from y,
 * because like compresses best beside like.
 *
 * Numbers are written with the 91 characters from # to ~ without the backslash,
 * worth 0 to 90. With d the first of them:
 *
 *     d <= 60       the number d - 30
 *     d <= 89       one more, e:        the far number 91 (d - 61) + e
 *     d = 90        two more, e and f:  the far number 91 e + f
 *
 * Far numbers count outwards beyond the near ones: 0 is 31, 1 is -31, 2 is 32 …
 *
 * Outlines follow SVG's fill rule `nonzero`: outer borders run clockwise on the screen, holes the
 * other way. The body is drawn limb by limb, and limbs overlap.
 */
export const CLIP_FORMAT = 'ballerina-clip';
export const CLIP_VERSION = 2;

export const DIGITS = 91;
/** Numbers up to this, either way, take one character. */
export const NEAR = 30;
/** What is taken from a limb's number, so that it takes one character. */
export const RUN_SHIFT = 22;
/** The digit that two more follow. */
export const FAR = DIGITS - 1;

export interface ClipText {
  readonly format: typeof CLIP_FORMAT;
  readonly version: number;
  readonly grid: number;
  readonly frames: number;
  readonly drawn: string;
  readonly layers: readonly string[];
  readonly heads: string;
  readonly x: string;
  readonly y: string;
  readonly limbs: string;
  readonly joints: number;
  readonly places: string;
}
