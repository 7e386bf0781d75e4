/** Measures of the stage. Style sheets have them by name, see `build/styleFacts.ts`. */

/** World units in one picture's height: en pointe, arms en couronne (960), she has air above her. */
export const PICTURE_UNITS = 1120;
/**
 * The picture stands above the text, not beside it, on windows at most this wide for their height. Style sheets
 * say `(--tall)`, and for all other windows `not all and (--tall)`: so one of the two holds at the boundary itself.
 */
export const TALL_QUERY = '(max-aspect-ratio: 5/4)';
/** The picture's share of a tall window's height. */
export const TALL_SHARE = 0.56;
/** The floor line, as a share of the picture's height. */
export const FLOOR_SHARE = 0.885;
/** Where she stands, as a share of the width, by the side on which the text is. */
export const SPOT = { left: 0.66, right: 0.34, tall: 0.5 } as const;
/** How much each layer follows the camera. */
export const PARALLAX = { far: 0.35, middle: 1, near: 1.35 } as const;
/** The point of the world a camera at rest looks at. */
export const FRAMING_CENTRE = { x: 0, y: -400 } as const;
/** The world's drawing area: x, y, width, height. */
export const WORLD_BOX = { x: -1800, y: -1500, width: 3600, height: 2400 } as const;
/** From the top of the written music's canvas to its staff's middle line, in staffs. */
export const STAFF_ABOVE = 2;
/** Milliseconds in which a staff comes and goes. */
export const STAFF_FADE = 240;
/**
 * The ground behind the words on wide windows: its width as a share of the window's, how dense it is at the window's
 * edge and where it begins to fade, and where that is, as a share of its width.
 */
export const SCRIM = { width: 0.57, edge: 0.86, inner: 0.82, solid: 0.82 } as const;
/** Seconds the picture takes to catch up with the scroll. */
export const SCRUB_SECONDS = 0.35;
/**
 * Pictures a second while one scrolls. In a scene a chapter's hundred drawings are scrolled through in four or
 * five seconds: more would show the same dance at a higher price. In a crossing whole sets move, on a wide window far.
 */
export const PICTURE_RATE = { scene: 20, crossing: 30 } as const;
/** CSS pixels of scroll below which a picture is the one before to the eye; at rest it is that of the exact place. */
export const PICTURE_STEP = 2;
/** Canvas pixels to a CSS pixel at most: flat areas with clean edges gain little from more, and each is painted in every picture. */
export const PICTURE_FINENESS = { wide: 1.5, tall: 1.25 } as const;
/** Decoded clips held at once. */
export const CLIPS_HELD = 3;
