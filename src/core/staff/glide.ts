/** Seconds in which a gliding value covers two thirds of its way. */
const EASE = 0.22;

/** The next value on the way to `target`, `seconds` later: an even pull, whatever the frame rate. */
export function glide(value: number, target: number, seconds: number): number {
  const next = target + (value - target) * Math.exp(-seconds / EASE);
  return Math.abs(next - target) < 0.05 ? target : next;
}
