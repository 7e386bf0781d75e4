/** From the costs of all visits to one line for each scene and transition. Pure. */
import type { Load } from './load.ts';
import type { Cost } from './trace.ts';

export const BOUNDS = { ratio: 2.5, longest: 50, stale: 0.01 } as const;

/** One visit of something, and the empty page's of the same round. */
export interface Visit {
  readonly name: string;
  readonly cost: Cost;
  readonly empty: Cost;
  /** Absent for what was not scrolled. */
  readonly load?: Load;
}

/** Medians over the rounds. */
export interface Result {
  readonly name: string;
  /** Milliseconds of the main thread in a second. */
  readonly busy: number;
  /** The same in multiples of the empty page. */
  readonly ratio: number;
  /** Longest task, ms. */
  readonly longest: number;
  /** Share of stale frames, 0 to 1. */
  readonly stale: number;
  /** Milliseconds of all threads in a second, and pictures a second, at full speed; NaN for what was not scrolled. */
  readonly all: number;
  readonly pictures: number;
  /** The bounds it exceeds. */
  readonly over: readonly (keyof typeof BOUNDS)[];
}

/** The middle value; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** One result for each name, in the order of their first visits. */
export function summarise(visits: readonly Visit[]): Result[] {
  return [...Map.groupBy(visits, ({ name }) => name)].map(([name, rounds]) => {
    const of = (value: (visit: Visit) => number) => median(rounds.map(value));
    const found = {
      busy: of(({ cost }) => cost.busy),
      ratio: of(({ cost, empty }) => cost.busy / empty.busy),
      longest: of(({ cost }) => cost.longest),
      stale: of(({ cost }) => cost.stale),
      all: of(({ load }) => load?.all ?? Number.NaN),
      pictures: of(({ load }) => load?.pictures ?? Number.NaN),
    };
    const bounds = Object.keys(BOUNDS) as (keyof typeof BOUNDS)[];
    return { name, ...found, over: bounds.filter((key) => found[key] > BOUNDS[key]) };
  });
}

/** Columns of equal width under their heads. */
export function table(results: readonly Result[]): string {
  const cells = results.map(({ name, busy, ratio, longest, stale, all, pictures, over }) => [
    name,
    busy.toFixed(0),
    ratio.toFixed(2),
    longest.toFixed(0),
    (stale * 100).toFixed(1),
    all.toFixed(0),
    pictures.toFixed(0),
    over.length > 0 ? `over: ${over.join(', ')}` : '',
  ]);
  const rows = [
    ['', 'main ms/s', 'ratio', 'longest ms', 'stale %', 'all ms/s', 'pictures/s', ''],
    ...cells,
  ];
  const last = rows[0]!.length - 1;
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          i === 0 || i === last ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
