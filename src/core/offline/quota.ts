/** How much of a reader's room stories may take, and what goes first. Bytes. Pure. */

/** At most so much in pictures, clips and music, of all stories of a site: two of eleven chapters with their music. */
export const QUOTA = 16_000_000;
/** And at most this share of what the browser grants. */
const SHARE = 0.1;

/** What is kept, the oldest first. */
export interface Holding {
  readonly key: string;
  readonly bytes: number;
}

/** @param granted what the browser grants the whole host; undefined where it does not say */
export function allowance(granted: number | undefined): number {
  return granted === undefined ? QUOTA : Math.min(QUOTA, Math.floor(granted * SHARE));
}

export const total = (holdings: readonly Holding[]): number =>
  holdings.reduce((sum, { bytes }) => sum + bytes, 0);

/** The keys of what has to go, oldest first, so that the rest is within a quota. */
export function toDrop(holdings: readonly Holding[], quota: number): string[] {
  let over = total(holdings) - quota;
  return holdings
    .filter(({ bytes }) => {
      const goes = over > 0;
      if (goes) over -= bytes;
      return goes;
    })
    .map(({ key }) => key);
}
