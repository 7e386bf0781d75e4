/** Which parts of which fonts a text needs. Pure. */

/** A part of a family: a font file holds its letters. */
export interface Subset {
  readonly id: string;
  readonly subset: string;
  /** As CSS writes it: `U+0400-045F,U+0490`. */
  readonly range: string;
}

type Spans = readonly (readonly [from: number, to: number])[];

function spansOf(range: string): Spans {
  return range.split(',').map((part) => {
    const [from = '0', to = from] = part.trim().replace(/^U\+/i, '').split('-');
    return [
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to.replaceAll('?', 'F'), 16),
    ] as const;
  });
}

/** Code points of a range as CSS writes it. */
export const pointsOf = (range: string): number[] =>
  spansOf(range).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));

/** @returns the range of some code points, in its parts as CSS writes them: `U+41-5A` */
export function rangeOf(points: Iterable<number>): string[] {
  const spans: [number, number][] = [];
  for (const point of [...points].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else spans.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return spans.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`);
}

/**
 * @param subsets in the order in which a letter is looked for
 * @returns those that a text needs, in that order, and its letters that none has
 */
export function subsetsFor(
  text: string,
  subsets: readonly Subset[],
): { used: Subset[]; missing: string[] } {
  const spans = subsets.map(({ range }) => spansOf(range));
  const used = new Set<Subset>();
  const missing: string[] = [];
  for (const letter of new Set(text.normalize('NFC').replace(/[\s\p{Cf}]/gu, ''))) {
    const point = letter.codePointAt(0)!;
    const index = spans.findIndex((one) => one.some(([from, to]) => point >= from && point <= to));
    if (index < 0) missing.push(letter);
    else used.add(subsets[index]!);
  }
  return { used: subsets.filter((subset) => used.has(subset)), missing };
}

const RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a line is read from right to left: what its first letter says. */
export function readsRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RTL.test(first);
}
