/**
 * Arrays for what is worked out on the way, used again and again: a frame takes some hundred of
 * them, of megabytes each, and its fits hundred thousands of small ones, which costs more to get
 * and give back than to fill.
 */
interface Scratch<T> {
  /** So many zeros; the caller's until `release`. */
  take(size: number): T;
  /** All that was taken may be taken again. */
  release(): void;
}

function scratchOf<T extends Float32Array | Float64Array>(
  Kind: new (size: number) => T,
): Scratch<T> {
  const kept: T[] = [];
  let taken = 0;
  return {
    take(size) {
      const at = taken++;
      const known = kept[at];
      if (known && known.length >= size) return known.subarray(0, size).fill(0) as T;
      kept[at] = new Kind(size);
      return kept[at];
    },
    release() {
      taken = 0;
    },
  };
}

/** For fields. */
export const scratch = scratchOf(Float32Array);
/** For one fit of an outline. */
export const fitting = scratchOf(Float64Array);
