import { mix } from '../../core/paths/ease.ts';
import { band, round } from '../../core/paths/path.ts';
import { random } from '../../core/paths/random.ts';

/** One half of a curtain. All lengths in the units of the space it is drawn in. */
export interface Drape {
  /** x of the edge that hangs straight. */
  readonly outer: number;
  /** x of the other edge at the rail, where it is tied, and at the hem. */
  readonly inner: readonly [rail: number, tie: number, hem: number];
  /** y of the rail, of the tie, and of the hem. */
  readonly levels: readonly [rail: number, tie: number, hem: number];
  readonly folds: number;
  readonly seed: number;
}

/** Names what {@link drape} returns, from the whole cloth to its brightest ridges. */
export const DRAPE_TONES = ['deep', 'wine', 'blood'] as const;

const STEPS = 7;

/** x of the inner edge at a height: an arc that falls in to the tie, then out to the hem. */
const edge = ({ inner, levels }: Drape, y: number): number => {
  const above = y < levels[1];
  const t = above
    ? (y - levels[0]) / (levels[1] - levels[0])
    : (y - levels[1]) / (levels[2] - levels[1] || 1);
  const bow = above ? t ** 1.7 : Math.sin((t * Math.PI) / 2);
  return mix(inner[above ? 0 : 1], inner[above ? 1 : 2], bow);
};

/**
 * Cloth that hangs: three areas of path data, the whole, the lit side of each
 * fold, and the ridges. Folds are uneven, gather at the tie and swell to the hem.
 */
export const drape = (cloth: Drape): readonly string[] => {
  const { outer, levels, folds, seed } = cloth;
  const noise = random(seed);
  const [rail, , hem] = levels;
  const side = Math.sign(cloth.inner[0] - outer) || 1;
  /** The line of the cloth at share `u` of its width, from rail to hem. */
  const line = (u: number, sway: number): number[] => {
    const points: number[] = [];
    for (let i = 0; i <= STEPS; i++) {
      const t = i / STEPS;
      const y = mix(rail, hem + Math.sin(u * folds * 6.3) * 7, t);
      const x = mix(outer, edge(cloth, mix(rail, hem, t)), u);
      points.push(x + sway * Math.sin(t * 5 + u * 9) * side, y);
    }
    return points;
  };
  let lit = '';
  let ridge = '';
  let hemline = '';
  const marks = [0];
  for (let i = 0; i < folds; i++) marks.push(marks[i]! + 0.5 + noise());
  const sum = marks[folds]!;
  for (let i = 0; i < folds; i++) {
    const a = marks[i]! / sum;
    const w = marks[i + 1]! / sum - a;
    lit += band(line(a + w * 0.34, 3), line(a + w * (0.72 + noise() * 0.16), 5));
    if (noise() > 0.25)
      ridge += band(line(a + w * 0.5, 4), line(a + w * (0.58 + noise() * 0.08), 4));
    const x0 = mix(outer, cloth.inner[2], a);
    const x1 = mix(outer, cloth.inner[2], a + w);
    hemline += `Q${round((x0 + x1) / 2)} ${round(hem + 16 + noise() * 14)} ${round(x1)} ${hem}`;
  }
  const inside = line(1, 4);
  let back = '';
  for (let i = STEPS; i >= 0; i--) back += `L${round(inside[2 * i]!)} ${round(inside[2 * i + 1]!)}`;
  return [`M${outer} ${rail}L${outer} ${hem}${hemline}${back}Z`, lit, ridge];
};

/** A row of festoons along the top: whole cloth, lit crescents, ridges. */
export const swags = (
  left: number,
  right: number,
  count: number,
  top: number,
  drop: number,
): readonly string[] => {
  const width = (right - left) / count;
  let whole = '';
  let lit = '';
  let ridge = '';
  for (let i = 0; i < count; i++) {
    const x = left + i * width;
    const sag = (share: number, inset: number): number[] => {
      const a = x + width * inset;
      const b = x + width * (1 - inset);
      const y = top + drop * share;
      return [
        a,
        top + drop * 0.18 * inset,
        mix(a, b, 0.2),
        y,
        mix(a, b, 0.5),
        y + drop * 0.25,
        mix(a, b, 0.8),
        y,
        b,
        top + drop * 0.18 * inset,
      ];
    };
    whole += band([x - width * 0.08, top - 900, x + width * 1.08, top - 900], sag(1, -0.04));
    for (let k = 0; k < 4; k++) {
      lit += band(sag(0.24 * k + 0.12, 0.02 + k * 0.012), sag(0.24 * k + 0.24, 0.01 + k * 0.012));
      if (k > 0) ridge += band(sag(0.24 * k + 0.16, 0.06), sag(0.24 * k + 0.2, 0.05));
    }
  }
  return [whole, lit, ridge];
};
