/**
 * Arrays for what is worked out on the way, used again and again: a frame takes some hundred of
 * them, of megabytes each, which costs more to get and give back than to fill.
 */
const kept: Float32Array[] = [];
let taken = 0;

export const scratch = {
  /** So many zeros; the caller's until `release`. */
  take(size: number): Float32Array {
    const at = taken++;
    const known = kept[at];
    if (known && known.length >= size) return known.subarray(0, size).fill(0);
    kept[at] = new Float32Array(size);
    return kept[at];
  },
  /** All that was taken may be taken again. */
  release(): void {
    taken = 0;
  },
};
