/**
 * Which controls are left when they are rounded to multiples of `grid`. A corner keeps its two equal
 * controls; other controls that fall together become one, since two would make
 * a corner. Of an outline that collapses altogether none is left.
 */
export function keptControls(controls: readonly number[], grid: number): number[] {
  const kept: number[] = [];
  const n = controls.length;
  const at = (i: number): number => Math.round(controls[i]! / grid);
  for (let i = 0; i < n; i += 2) {
    const meant = controls[i] === controls[i - 2] && controls[i + 1] === controls[i - 1];
    const last = kept.at(-1);
    if (!meant && last !== undefined && at(2 * last) === at(i) && at(2 * last + 1) === at(i + 1))
      continue;
    kept.push(i / 2);
  }
  return kept.length >= 3 ? kept : [];
}
