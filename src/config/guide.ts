/** Measures of the authors' guide's pictures, in pixels: two to a point of its columns. */

/** A scene. */
export const CHOICE = { width: 640, height: 400 } as const;
/** One of the moments in which a transition is shown, and what lies between two. */
export const MOMENT = { width: 400, height: 250, gap: 8 } as const;
/** Shares of a passage at which one sees how it goes. */
export const MOMENTS = [0.28, 0.5, 0.72] as const;
/** A transition. */
export const STRIP = {
  width: MOMENTS.length * (MOMENT.width + MOMENT.gap) - MOMENT.gap,
  height: MOMENT.height,
} as const;
