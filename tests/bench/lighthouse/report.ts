/** What Lighthouse found, in few words. */
import type { Result } from 'lighthouse';
import { median } from '../results.ts';

/** Audits that find fault with what is meant. */
export const UNWANTED: readonly { readonly path: RegExp; readonly audit: string }[] = [
  // Frames are parts of other people's pages; what readers answer, of the story's own.
  { path: /^\/embed\/(?!guide\/)|\/replies\/$/, audit: 'is-crawlable' },
];

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** In milliseconds, but for the shift, which is a share of the window, and bytes. */
const FIGURES = {
  first: 'first-contentful-paint',
  largest: 'largest-contentful-paint',
  blocking: 'total-blocking-time',
  shift: 'cumulative-layout-shift',
  bytes: 'total-byte-weight',
} as const;
type Figure = keyof typeof FIGURES;

export interface Report {
  readonly name: string;
  /** 0 to 100, in the order of the categories. */
  readonly scores: readonly number[];
  readonly figures: Readonly<Record<Figure, number>>;
  /** What costs points, as Lighthouse names it. */
  readonly faults: readonly string[];
}

export function read(name: string, { categories, audits }: Result): Report {
  const scores = CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * 100));
  const weighed = CATEGORIES.flatMap((id) => categories[id]?.auditRefs ?? []);
  const faults = weighed
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id);
  const figures = Object.fromEntries(
    Object.entries(FIGURES).map(([key, id]) => [key, audits[id]?.numericValue ?? Number.NaN]),
  ) as Record<Figure, number>;
  return { name, scores, figures, faults };
}

/** Reports of the same name as one: medians, and all that costs points. */
export function summarise(reports: readonly Report[]): Report[] {
  return [...Map.groupBy(reports, ({ name }) => name)].map(([name, same]) => ({
    name,
    scores: CATEGORIES.map((_, index) => median(same.map(({ scores }) => scores[index]!))),
    figures: Object.fromEntries(
      (Object.keys(FIGURES) as Figure[]).map((key) => [
        key,
        median(same.map(({ figures }) => figures[key])),
      ]),
    ) as Record<Figure, number>,
    faults: [...new Set(same.flatMap(({ faults }) => faults))],
  }));
}

export function table(reports: readonly Report[]): string {
  const head = `| page | ${CATEGORIES.join(' | ')} | first paint ms | largest ms | blocking ms | shift | kB | costs points |`;
  const rows = reports.map(({ name, scores, figures, faults }) => {
    const { first, largest, blocking, shift, bytes } = figures;
    const ms = [first, largest, blocking].map((value) => value.toFixed(0));
    const cells = [name, ...scores, ...ms, shift.toFixed(3), (bytes / 1000).toFixed(0)];
    return `| ${[...cells, faults.join(', ')].join(' | ')} |`;
  });
  return [head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n');
}
