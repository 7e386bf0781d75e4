/** When something that did not come is asked for again, and how long one waits for it. Milliseconds. */

/** After so many failures in a row nothing more is asked for by itself: only when the connection comes back, or on demand. */
export const ATTEMPTS = 9;

/** The pause after a number of failures in a row, 1 or more: 1 s, then twice as long each time, up to a minute. */
export function pauseAfter(failures: number): number {
  return Math.min(60_000, 1000 * 2 ** (failures - 1));
}

/**
 * How long an attempt may bring nothing before it is given up: 10 s for the first (0),
 * then twice as long each time, up to a minute. What is slow comes in the end; what hangs is left soon.
 */
export function limitOf(attempt: number): number {
  return Math.min(60_000, 10_000 * 2 ** attempt);
}
