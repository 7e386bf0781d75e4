import { round } from '../../core/paths/path.ts';

/** A tapered limb between two circles (x, y, radius). */
const limb = (x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): string => {
  const k = Math.hypot(x1 - x0, y1 - y0) || 1;
  const nx = -(y1 - y0) / k;
  const ny = (x1 - x0) / k;
  const p = (x: number, y: number, r: number): string =>
    `${round(x + nx * r)} ${round(y + ny * r)}`;
  return `M${p(x0, y0, r0)}A${r0} ${r0} 0 0 1 ${p(x0, y0, -r0)}L${p(x1, y1, -r1)}A${r1} ${r1} 0 0 1 ${p(x1, y1, r1)}Z`;
};

/** Chains of joints, each x, y, radius, …: drawn as one silhouette. */
export const figure = (...chains: readonly (readonly number[])[]): string => {
  let d = '';
  for (const c of chains)
    for (let i = 0; i + 5 < c.length; i += 3)
      d += limb(c[i]!, c[i + 1]!, c[i + 2]!, c[i + 3]!, c[i + 4]!, c[i + 5]!);
  return d;
};
