/** The index of the rising number that is nearest to a place; of two that are as near, the later. */
export function nearest(rising: readonly number[], place: number): number {
  let found = 0;
  while (found + 1 < rising.length && rising[found + 1]! + rising[found]! <= 2 * place) found++;
  return found;
}
