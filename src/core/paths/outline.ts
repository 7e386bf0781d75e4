import type { Outline } from '../../schemas/clip.ts';
import { round } from './path.ts';

/** Path data of closed uniform quadratic B-splines given by their control points. */
export const outlinePath = (outlines: readonly Outline[]): string =>
  outlines
    .map((o) => {
      const n = o.length;
      let d = `M${round((o[n - 2]! + o[0]!) / 2)} ${round((o[n - 1]! + o[1]!) / 2)}`;
      for (let i = 0; i < n; i += 2) {
        const j = (i + 2) % n;
        d += `Q${round(o[i]!)} ${round(o[i + 1]!)} ${round((o[i]! + o[j]!) / 2)} ${round((o[i + 1]! + o[j + 1]!) / 2)}`;
      }
      return `${d}Z`;
    })
    .join('');
