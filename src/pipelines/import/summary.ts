/** What an import tells at its end. Pure. */
import type { Dropped } from './article.ts';
import type { Imported } from './importArticle.ts';

export interface Place {
  /** Where it was written, or would be. */
  readonly folder: string;
  /** Whether nothing was written. */
  readonly dry: boolean;
  /** What to say next, to see it. */
  readonly next: readonly string[];
}

/** Signs of a line that is quoted. */
const LINE = 100;

const number = (count: number): string => count.toLocaleString('en');
const plural = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;
const shown = (words: string): string =>
  words.length > LINE ? `${words.slice(0, LINE - 1)}…` : words;

export function summarise(imported: Imported, { folder, dry, next }: Place): string {
  const { chapters, words, how, dropped, warnings, files } = imported;
  const pictures = [...files.keys()].filter((path) => !path.endsWith('.md')).length;
  const lines = [
    `${dry ? 'Would write' : 'Wrote'} ${folder}: ${plural(chapters.length, 'chapter')} (${how}), ${plural(words.kept, 'word')}${pictures > 0 ? `, ${plural(pictures, 'picture')}` : ''}.`,
    '',
    ...chapters.map(
      ({ file, title, words: count }) => `  ${file}  ${shown(title)} (${plural(count, 'word')})`,
    ),
    '',
  ];
  const reasons = chapters.filter(({ reason }) => reason !== '');
  if (reasons.length > 0)
    lines.push(
      'Staged, by what the words are about:',
      ...reasons.map(({ file, reason }) => `  ${file.slice(0, 2)}  ${reason}`),
      '',
    );
  if (dropped.length > 0)
    lines.push(`Left out (${plural(words.dropped, 'word')}):`, ...listed(dropped), '');
  if (warnings.length > 0) lines.push('Look at:', ...warnings.map((warning) => `  ${warning}`), '');
  lines.push(
    `Words: ${number(words.found)} found, ${number(words.kept)} kept, ${number(words.dropped)} left out. What was drafted is named in each file’s “drafted”.`,
    ...next,
  );
  return lines.join('\n');
}

const listed = (dropped: readonly Dropped[]): string[] =>
  dropped.map(({ words, reason }) => `  “${shown(words)}”: ${reason}`);
