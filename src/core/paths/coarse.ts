/** Path data in whole units: a third shorter, and nowhere further off than half a unit. Pure. */

/** How many numbers a command takes, and whether they are points. */
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, H: 1, V: 1, Q: 4, S: 4, C: 6 };

/**
 * The same path with all its points on whole units. Relative commands stay
 * relative, their rounding carried on so that it never adds up. Arcs, which
 * nothing is gained from, make the whole path stay as it is.
 */
export function coarsePath(d: string): string {
  if (/[Aa]/.test(d)) return d;
  let out = '';
  /** The pen as it should be, as it is after rounding, and where its figure began: x then y. */
  let meant: [number, number] = [0, 0];
  let drawn: [number, number] = [0, 0];
  let begun: [[number, number], [number, number]] = [meant, drawn];
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const kind = letter.toUpperCase();
    if (kind === 'Z') {
      [meant, drawn] = begun;
      out += letter;
      continue;
    }
    const relative = letter !== kind;
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi) ?? []).map(Number);
    const takes = TAKES[kind];
    if (!takes) return d;
    const written: number[] = [];
    for (let i = 0; i + takes <= numbers.length; i += takes) {
      const from = meant;
      const base = drawn;
      for (let k = 0; k < takes; k += takes === 1 ? 1 : 2) {
        const axes = takes === 1 ? [kind === 'H' ? 0 : 1] : [0, 1];
        meant = [...from];
        drawn = [...base];
        for (const [step, axis] of axes.entries()) {
          const value = numbers[i + k + step]!;
          const point = relative ? from[axis]! + value : value;
          const rounded = Math.round(point);
          meant[axis] = point;
          drawn[axis] = rounded;
          written.push(relative ? rounded - base[axis]! : rounded);
        }
      }
      if (kind === 'M' && i === 0) begun = [meant, drawn];
    }
    out += letter + written.map((n, i) => (i > 0 && n >= 0 ? ` ${n}` : `${n}`)).join('');
  }
  return out;
}
