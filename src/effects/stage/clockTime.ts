/** Milliseconds by a clock that the page and its threads share, and that only runs forward. */
export const clockTime = (): number => performance.timeOrigin + performance.now();
