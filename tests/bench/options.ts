/** What may be said after `npm run bench --`. */
import { parseArgs } from 'node:util';
import { UsageError } from '../../src/server/settings.ts';

export interface BenchOptions {
  /** Slugs of the chapters to run, in the story's order. */
  readonly chapters: readonly string[];
  /** Visits of each page, of which the median counts. */
  readonly rounds: number;
}

const DEFAULT_ROUNDS = 3;

/**
 * @param args the words after the command: slugs or numbers of chapters (none means all), `--rounds n`
 * @param slugs all chapters, in order
 * @throws UsageError for a chapter that is none, or rounds that are no count
 */
export function readOptions(args: readonly string[], slugs: readonly string[]): BenchOptions {
  const { values, positionals } = parse(args);
  const rounds = Number(values.rounds ?? DEFAULT_ROUNDS);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new UsageError(`--rounds is "${values.rounds}", but takes a whole number from 1.`);
  const asked = positionals.map((name) => {
    const slug = slugs.includes(name) ? name : slugs[/^\d+$/.test(name) ? Number(name) : -1];
    if (!slug) throw new UsageError(`"${name}" is no chapter; there are ${slugs.join(', ')}.`);
    return slug;
  });
  return {
    rounds,
    chapters: asked.length > 0 ? slugs.filter((slug) => asked.includes(slug)) : slugs,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { rounds: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
