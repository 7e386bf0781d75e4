/** What is wrong with a content file, and what would be right. */

export interface ContentFault {
  /** The field or part, such as `scene` or `body`. */
  readonly field: string;
  /** Line of the file, from 1 on, where there is one. */
  readonly line?: number | undefined;
  /** What was found, as the author wrote it; absent when it is missing. */
  readonly found?: unknown;
  /** What would be right, in a few words. */
  readonly expected: string;
  /** A corrected line to type. */
  readonly example: string;
}

/** One error for all faults of one file. Its message stands alone: file, line, field, found, expected, example. */
export class ContentError extends Error {
  readonly file: string;
  readonly faults: readonly ContentFault[];

  constructor(file: string, faults: readonly ContentFault[]) {
    super([`${file} cannot be used:`, ...faults.map(describe)].join('\n'));
    this.name = 'ContentError';
    this.file = file;
    this.faults = faults;
    // Authors need the message, not our call stack.
    this.stack = this.message;
  }
}

function describe(fault: ContentFault): string {
  const found = fault.found === undefined ? 'is missing' : `found ${shown(fault.found)}`;
  const place = fault.line === undefined ? '' : `line ${fault.line}, `;
  return `  ${place}${fault.field}: ${found}; ${fault.expected}. For example:\n    ${fault.example}`;
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}

/** The known word that shares most letters with a misspelt one. */
export function nearest(word: string, known: readonly string[]): string {
  const likeness = (candidate: string) =>
    [...word.toLowerCase()].filter((c) => candidate.toLowerCase().includes(c)).length -
    Math.abs(candidate.length - word.length);
  return known.reduce((best, candidate) =>
    likeness(candidate) > likeness(best) ? candidate : best,
  );
}
