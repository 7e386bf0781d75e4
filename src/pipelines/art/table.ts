/** Linear interpolation in a table of [x, y], x descending, held constant outside. */
export function table(rows: readonly (readonly [number, number])[], x: number): number {
  if (x >= rows[0]![0]) return rows[0]![1];
  for (let i = 1; i < rows.length; i++) {
    const [a, ya] = rows[i - 1]!;
    const [b, yb] = rows[i]!;
    if (x >= b) return yb + ((ya - yb) * (x - b)) / (a - b);
  }
  return rows.at(-1)![1];
}
