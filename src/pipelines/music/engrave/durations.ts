const NAMES: readonly (readonly [quarters: number, name: number])[] = [
  [4, 1],
  [2, 2],
  [1, 4],
  [0.5, 8],
  [0.25, 16],
  [0.125, 32],
];

/** A drawn length as MEI's `dur` (1, 2, 4 …) and number of dots. Throws when one note cannot show it. */
export function noteValue(quarters: number): { readonly dur: number; readonly dots: number } {
  for (const [length, dur] of NAMES)
    for (const dots of [0, 1, 2])
      if (Math.abs(quarters - length * (2 - 2 ** -dots)) < 1e-4) return { dur, dots };
  throw new Error(`${quarters} quarters cannot be drawn as one note; tie two`);
}
