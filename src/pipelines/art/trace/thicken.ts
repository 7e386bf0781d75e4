import { distanceTo } from './distance.ts';

/**
 * A mask whose thin parts (where no disc of diameter `least` fits) have grown
 * by `growth` pixels all round, so that a hair line stays one line when it is
 * smoothed and traced, instead of breaking into crumbs. Thick parts stay as
 * they are.
 */
export function thicken(
  mask: Uint8Array,
  width: number,
  height: number,
  least: number,
  growth: number,
): Uint8Array {
  const outside = mask.map((m) => (m ? 0 : 1));
  const inward = distanceTo(outside, width, height);
  const core = mask.map((_, i) => (inward[i]! > least / 2 ? 1 : 0));
  const fromCore = distanceTo(core, width, height);
  const thin = mask.map((m, i) => (m && fromCore[i]! > least / 2 + 1 ? 1 : 0));
  const fromThin = distanceTo(thin, width, height);
  return mask.map((m, i) => (m || fromThin[i]! <= growth ? 1 : 0));
}

/** What exceeds `low` and is joined (eight ways) to something that exceeds `high`. */
export function hysteresis(
  values: Float32Array,
  width: number,
  low: number,
  high: number,
): Uint8Array {
  const mask = new Uint8Array(values.length);
  const open: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i]! > high && !mask[i]) {
      mask[i] = 1;
      open.push(i);
    }
    while (open.length) {
      const at = open.pop()!;
      for (const d of [-1, 1, -width, width, -width - 1, -width + 1, width - 1, width + 1]) {
        const next = at + d;
        if (next >= 0 && next < values.length && !mask[next] && values[next]! > low) {
          mask[next] = 1;
          open.push(next);
        }
      }
    }
  }
  return mask;
}
