/** The marks of an engraving, for those who draw without SVG. Pure. */
import { type Matrix, matrixOf, multiplied } from '../paths/transform.ts';

/** One filled and, with `stroke` above 0, outlined area of an engraving, in its units. */
export interface EngravedMark {
  /** SVG path data, before `at`. */
  readonly path: string;
  readonly at: Matrix;
  /** Width of the outline, before `at`. */
  readonly stroke: number;
  /** Ids of the notes and chords that it belongs to. */
  readonly within: readonly string[];
  /** Where it lies from left to right; never less than it takes. */
  readonly from: number;
  readonly to: number;
}

/** No symbol of the font is wider, in the engraving's units. */
const WIDEST = 3000;
const TAG = /<(\/?)(\w+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

type Attributes = Readonly<Record<string, string | undefined>>;

interface Open {
  readonly at: Matrix;
  readonly within: readonly string[];
  /** Id of the symbol that is being defined. */
  readonly symbol: string | null;
}

/**
 * Reads what Verovio draws, as `public/scores` has it: symbols in `defs`, then
 * `use`, `path`, `polygon` and `ellipse` in nested groups; other elements are passed over.
 */
export function engravedMarks(svg: string): EngravedMark[] {
  const marks: EngravedMark[] = [];
  const symbols = new Map<string, { readonly path: string; readonly at: Matrix }[]>();
  const open: Open[] = [{ at: [1, 0, 0, 1, 0, 0], within: [], symbol: null }];
  let defining = false;
  for (const [, closes, name = '', written = '', alone] of svg.matchAll(TAG)) {
    const around = open.at(-1)!;
    if (closes) {
      if (name === 'defs') defining = false;
      if (name === 'g') open.pop();
      continue;
    }
    const own = Object.fromEntries([...written.matchAll(ATTRIBUTE)].map(([, k, v]) => [k, v]));
    const moved = own['transform'];
    const at = moved ? multiplied(around.at, matrixOf(moved)) : around.at;
    if (name === 'defs') defining = !alone;
    else if (name === 'g' && !alone) {
      const symbol = defining ? (own['id'] ?? around.symbol) : null;
      const id = defining ? undefined : own['id'];
      open.push({ at, within: id ? [...around.within, id] : around.within, symbol });
    } else if (name === 'use') {
      for (const symbol of symbols.get(own['href']?.slice(1) ?? '') ?? []) {
        const whole = multiplied(at, symbol.at);
        const from = at[4] - WIDEST / 2;
        marks.push({
          path: symbol.path,
          at: whole,
          stroke: 0,
          within: around.within,
          from,
          to: from + 2 * WIDEST,
        });
      }
    } else {
      const path = pathOf(name, own);
      if (!path) continue;
      if (around.symbol !== null) {
        symbols.set(around.symbol, [...(symbols.get(around.symbol) ?? []), { path, at }]);
        continue;
      }
      const stroke = Number(own['stroke-width'] ?? 0);
      const across = placesAcross(name, path, own).map((x) => at[0] * x + at[4]);
      const [from, to] = [Math.min(...across) - stroke, Math.max(...across) + stroke];
      marks.push({ path, at, stroke, within: around.within, from, to });
    }
  }
  return marks;
}

/** X of every point that the area reaches; of curves their controls, which reach further. */
function placesAcross(name: string, path: string, own: Attributes): number[] {
  if (name === 'ellipse')
    return [1, -1].map((side) => Number(own['cx']) + side * Number(own['rx']));
  return [...path.matchAll(/(-?[\d.]+)[ ,]+-?[\d.]+/g)].map(([, x]) => Number(x));
}

function pathOf(name: string, own: Attributes): string | null {
  if (name === 'path') return own['d'] ?? null;
  if (name === 'polygon') return `M${own['points']}z`;
  if (name !== 'ellipse') return null;
  const [x = 0, y = 0, rx = 0, ry = 0] = ['cx', 'cy', 'rx', 'ry'].map((key) => Number(own[key]));
  return `M${x - rx} ${y}A${rx} ${ry} 0 1 0 ${x + rx} ${y}A${rx} ${ry} 0 1 0 ${x - rx} ${y}z`;
}
