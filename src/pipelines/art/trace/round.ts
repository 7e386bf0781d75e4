import type { Outline } from '../../../schemas/clip.ts';

/**
 * Controls rounded to multiples of `grid`. A corner keeps its two equal
 * controls; other controls that fall together become one, since two would make
 * a corner. An outline that collapses altogether is empty.
 */
export function roundOutline(controls: readonly number[], grid: number): Outline {
  const out: number[] = [];
  const n = controls.length;
  for (let i = 0; i < n; i += 2) {
    const x = Math.round(controls[i]! / grid) * grid + 0;
    const y = Math.round(controls[i + 1]! / grid) * grid + 0;
    const meant = controls[i] === controls[i - 2] && controls[i + 1] === controls[i - 1];
    if (!meant && out.length && out.at(-2) === x && out.at(-1) === y) continue;
    out.push(x, y);
  }
  return out.length >= 6 ? out : [];
}
