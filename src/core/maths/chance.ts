/** Chance that can be repeated. Pure. */

/**
 * A seeded source of numbers in [0, 1): mulberry32 (Tommy Ettinger, public
 * domain). The same seed gives the same sequence everywhere.
 */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Roughly normal numbers of mean 0 and standard deviation 1: the sum of four uniform ones. */
export function gaussian(uniform: () => number): () => number {
  return () => (uniform() + uniform() + uniform() + uniform() - 2) * Math.sqrt(3);
}
