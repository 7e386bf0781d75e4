/**
 * The clip format, version 1: one JSON object, so that every static host
 * serves it compressed.
 *
 *     { "format": "ballerina-clip", "version": 1, "grid": 1, "frames": 72,
 *       "layers": ["body", …], "heads": "…", "x": "…", "y": "…" }
 *
 * `heads`, `x` and `y` are streams of whole numbers, all lengths in units of
 * `grid` clip units:
 *
 *     heads   = { layer } anchors            in the order of `layers`
 *     layer   = { frame }                    for every frame
 *     frame   = count { outline }
 *     outline = controls dx dy               controls: how many; dx, dy: from the start of the
 *                                            outline before it (the first one: from 0, 0)
 *     anchors = { dx dy }                    six to a frame, in the order of CLIP_ANCHORS, each
 *                                            from its own place in the frame before (first: 0)
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
 * Outlines follow SVG's fill rule `nonzero` (and, holes being holes, `evenodd`
 * alike): outer borders run clockwise on the screen, holes the other way.
 */
export const CLIP_FORMAT = 'ballerina-clip';
export const CLIP_VERSION = 1;

export const DIGITS = 91;
/** Numbers up to this, either way, take one character. */
export const NEAR = 30;
/** The digit that two more follow. */
export const FAR = DIGITS - 1;

export interface ClipText {
  readonly format: typeof CLIP_FORMAT;
  readonly version: number;
  readonly grid: number;
  readonly frames: number;
  readonly layers: readonly string[];
  readonly heads: string;
  readonly x: string;
  readonly y: string;
}
