import { random } from '../../core/maths/chance.ts';
import { mix } from '../../core/maths/scalar.ts';
import { band, round } from '../../core/paths/path.ts';

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
  /** How far its folds swing at the hem, in shares of its width; 0 when absent. */
  readonly swing?: number;
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

/** x of the inner edge at the tie of cloth that is not tied: from the rail to the hem it has no bend. */
export const hung = ([rail, tie, hem]: Drape['levels'], top: number, foot: number): number => {
  const above = 1.7 / (tie - rail);
  const below = Math.PI / 2 / (hem - tie);
  return mix(top, foot, below / (above + below));
};

/**
 * Cloth that hangs: three areas of path data, the whole, the lit side of each
 * fold, and the ridges. Folds are uneven, gather at the tie and swell to the hem.
 */
export const drape = (cloth: Drape): readonly string[] => {
  const { outer, levels, folds, seed, swing = 0 } = cloth;
  const noise = random(seed);
  const [rail, , hem] = levels;
  /** Cut along the cloth about share `u` of its width, from `from` to `to` of its height; `breadth` of where it is, 0 to 1, gives its half width in shares. */
  const cut = (u: number, from: number, to: number, breadth: (t: number) => number): string => {
    const sides: [number[], number[]] = [[], []];
    for (let i = 0; i <= STEPS; i++) {
      const t = mix(from, to, i / STEPS);
      const y = mix(rail, hem, t);
      const inner = edge(cloth, y);
      const sway = u + Math.sin(t * 4 + u * 19) * 0.004 + swing * t * t * Math.sin(u * 13);
      sides[0].push(mix(outer, inner, sway - breadth(i / STEPS)), y);
      sides[1].push(mix(outer, inner, sway + breadth(i / STEPS)), y);
    }
    return band(...sides);
  };
  let lit = '';
  let ridge = '';
  let hemline = '';
  const marks = [0];
  for (let i = 0; i < folds; i++) marks.push(marks[i]! + 0.45 + noise());
  const sum = marks[folds]!;
  for (let i = 0; i < folds; i++) {
    const a = marks[i]! / sum;
    const w = marks[i + 1]! / sum - a;
    const swell = 0.1 + noise() * 0.1;
    lit += cut(a + w * 0.52, 0, 1, (t) => w * (0.13 + swell * t));
    // Ridges are gouged: pointed where the light leaves the fold.
    const from = noise() * 0.3;
    const to = 0.72 + noise() * 0.34;
    ridge += cut(
      a + w * (0.5 + noise() * 0.08),
      from,
      Math.min(1, to),
      (t) => w * 0.085 * Math.sin(Math.PI * (to < 1 ? t : t * 0.72)) ** 0.7,
    );
    if (noise() > 0.45) ridge += cut(a + w * 0.2, 0.45 + noise() * 0.3, 1, (t) => w * 0.035 * t);
    const x0 = mix(outer, cloth.inner[2], a);
    const x1 = mix(outer, cloth.inner[2], a + w);
    hemline += `Q${round((x0 + x1) / 2)} ${round(hem + (x1 - x0) * 0.16 * Math.sign(x1 - x0) + 8)} ${round(x1)} ${round(hem)}`;
  }
  let back = '';
  for (let i = STEPS; i >= 0; i--) {
    const y = mix(rail, hem, i / STEPS);
    back += `L${round(edge(cloth, y))} ${round(y)}`;
  }
  return [`M${round(outer)} ${rail}L${round(outer)} ${hem}${hemline}${back}Z`, lit, ridge];
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
