import type { Spans } from './field.ts';

/**
 * A mask whose thin parts (where no disc of diameter `least` fits) have grown
 * by `growth` pixels all round, so that a hair line stays one line when it is
 * smoothed and traced, instead of breaking into crumbs. Thick parts stay as
 * they are. Nothing may lie within `growth + least` of the border.
 * @param spans where there may be anything at all
 */
export function thicken(
  mask: Uint8Array,
  width: number,
  least: number,
  growth: number,
  spans: Spans = [[0, mask.length]],
): Uint8Array {
  const core = new Uint8Array(mask.length);
  const within = disc(least / 2, width);
  for (const [from, to] of spans)
    for (let i = from; i < to; i++) if (mask[i] && !meets(mask, 0, i, within)) core[i] = 1;
  const around = disc(least / 2 + 1, width);
  const grown = disc(growth, width);
  const out = mask.slice();
  for (const [from, to] of spans)
    for (let i = from; i < to; i++) {
      if (!mask[i] || core[i] || meets(core, 1, i, around)) continue;
      for (const d of grown) out[i + d] = 1;
    }
  return out;
}

/** Whether any pixel at one of the steps from `i` has this value. */
function meets(mask: Uint8Array, value: 0 | 1, i: number, steps: readonly number[]): boolean {
  for (let k = 0; k < steps.length; k++) if (mask[i + steps[k]!] === value) return true;
  return false;
}

/** Steps in an array of rows from a pixel to all others within a radius. */
function disc(radius: number, width: number): number[] {
  const steps: number[] = [];
  const reach = Math.floor(radius);
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      if ((dx || dy) && dx * dx + dy * dy <= radius * radius) steps.push(dy * width + dx);
  return steps;
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
