/** The fields at the head of a content file: found, read as YAML, and checked against a schema. Pure. */
import type { z } from 'astro/zod';
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import { ContentError, type ContentFault, nearest } from './contentError.ts';

/** A correct value for each field. */
export type Examples = Readonly<Record<string, unknown>>;

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$\n?/m;

/** Where the fields stand in a text whose lines end in `\n`: offset and text of what is between the lines `---`; undefined where they do not. */
export function frontMatterOf(
  text: string,
): { readonly start: number; readonly source: string; readonly end: number } | undefined {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const match = FRONT_MATTER.exec(text.slice(mark));
  if (match?.index !== 0) return undefined;
  const start = mark + match[0].indexOf('\n') + 1;
  return { start, source: match[1]!, end: mark + match[0].length };
}

/** The fields, and the body with an empty line for each of theirs: its lines keep their numbers. */
export interface Split {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** @throws ContentError naming the line of what is no YAML, or what YAML would lose without a word */
export function splitFrontMatter(file: string, text: string, examples: Examples): Split {
  const fault = (found: unknown, expected: string, line?: number, example?: string) =>
    new ContentError(file, [
      {
        field: 'front matter',
        line,
        found,
        expected,
        example: example ?? frontMatterExample(examples),
      },
    ]);
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = whole.startsWith('---') ? FRONT_MATTER.exec(whole) : null;
  if (match?.index !== 0) {
    throw whole.startsWith('---\n')
      ? fault(whole.slice(0, 40), 'the fields are not closed: a line --- ends them', 1)
      : fault(whole.slice(0, 40), 'the file begins with its fields between two lines ---');
  }
  const source = match[1]!;
  const lines = source.split('\n');
  const yaml = parseDocument(source, { uniqueKeys: false });
  const notYaml = (wrong: YAMLError | undefined) => {
    if (!wrong) return;
    const line = wrong.linePos?.[0].line ?? 1;
    const written = lines[line - 1] ?? '';
    throw fault(
      written,
      `line ${line + 1} is not YAML (a value with a colon or quote marks, or one that begins with a sign, needs quotes)`,
      undefined,
      /^\w+:\s*[^\s"'[{|>]/.test(written) ? quoted(written) : undefined,
    );
  };
  notYaml(yaml.errors[0]);
  const faults = [...doubleKeys(yaml, lines), ...lostWords(yaml, lines, examples)];
  if (faults.length > 0) throw new ContentError(file, faults);
  notYaml(yaml.warnings[0]);
  if (!isMap(yaml.contents)) {
    throw fault(yaml.toJS(), 'the front matter is a list of fields, one a line');
  }
  const data = yaml.toJS() as Record<string, unknown>;
  const blank = '\n'.repeat(match[0].split('\n').length - 1);
  return { data, body: blank + whole.slice(match[0].length) };
}

/** Fields that are given twice: YAML's parsers take one of them. */
function doubleKeys(yaml: Document, lines: readonly string[]): ContentFault[] {
  const faults: ContentFault[] = [];
  visit(yaml, {
    Map(_, map) {
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        const line = lineAt(lines, key.range[0]);
        const before = seen.get(name);
        if (before === undefined) seen.set(name, line);
        else
          faults.push({
            field: name,
            line,
            found: lines[line - 2]?.trim(),
            expected: `it is given twice, in line ${before} and in line ${line}; keep one of them`,
            example: lines[before - 2]!.trim(),
          });
      }
    },
  });
  return faults;
}

/** What YAML takes for a comment, a tag or an anchor where an author has written words. */
function lostWords(yaml: Document, lines: readonly string[], examples: Examples): ContentFault[] {
  const source = lines.join('\n');
  const faults: ContentFault[] = [];
  visit(yaml, {
    Pair(_, { key, value }, path) {
      if (!isScalar(key) || !key.range) return;
      const top = path.length <= 2;
      const words = !top || /\s/.test(String(examples[String(key.value)] ?? ' '));
      const line = lineAt(lines, key.range[0]);
      const written = lines[line - 2]!.trim();
      const push = (reason: string) =>
        faults.push({
          field: String(key.value),
          line,
          found: written,
          expected: `${reason}; put the value in quotes`,
          example: quoted(written),
        });
      if (isNode(value) && ('anchor' in value ? value.anchor : undefined)) {
        push('& begins a name in YAML, and what follows it would be lost');
      } else if (isNode(value) && value.tag && !isMap(value) && isScalar(value)) {
        push('! begins a tag in YAML, and what follows it would be lost');
      } else if (words && commentAfter(source, key, value)) {
        push('# begins a comment in YAML, and the words from there on would be lost');
      }
    },
    Alias(_, alias) {
      const line = lineAt(lines, alias.range?.[0] ?? 0);
      const written = lines[line - 2]!.trim();
      faults.push({
        field: written.split(':')[0]!,
        line,
        found: written,
        expected: '* begins a reference in YAML; put the value in quotes',
        example: quoted(written),
      });
    },
  });
  return faults;
}

/** Whether a plain value is followed by `#` on its last line. What stands in quotes may be. */
function commentAfter(source: string, key: Scalar, value: unknown): boolean {
  if (value !== null && !isScalar(value)) return false;
  if (isScalar(value) && value.type !== 'PLAIN' && value.value !== null) return false;
  const end = (isScalar(value) && value.range?.[1]) || key.range![1];
  return /^[ \t]*:?[ \t]*#/.test(source.slice(end).split('\n')[0]!);
}

/** Line in the file of an offset in the front matter, which begins in line 2. */
function lineAt(lines: readonly string[], offset: number): number {
  let left = offset;
  const index = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return (index < 0 ? lines.length : index) + 2;
}

/** `title: Killer #1` with its value in quotes. */
function quoted(written: string): string {
  const [, field, value] = /^(?:- )?([^:]*):\s*(.*)$/.exec(written) ?? [];
  return field === undefined ? JSON.stringify(written) : `${field}: ${JSON.stringify(value)}`;
}

function frontMatterExample(examples: Examples): string {
  const lines = Object.entries(examples).map(([field, value]) => exampleLine(field, value));
  return ['---', ...lines, '---'].join('\n    ');
}

/** A line of front matter; what is no plain word is JSON, which YAML reads too. */
function exampleLine(field: string, value: unknown): string {
  const plain = typeof value === 'string' && !/[:#"'{}[\]]/.test(value);
  return `${field}: ${plain ? value : JSON.stringify(value)}`;
}

/** The fields as a schema has them, or every fault of theirs. */
export function validate<S extends z.ZodType>(
  schema: S,
  data: unknown,
  examples: Examples,
): { value?: z.output<S>; list: ContentFault[] } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, list: [] };
  const fields = data as Record<string, unknown>;
  const list = result.error.issues.flatMap(meant).flatMap((issue): ContentFault[] => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
      return issue.keys.map((key) => ({
        field: key,
        found: fields[key],
        expected: `there is no such field; the fields are ${Object.keys(examples).join(', ')}`,
        example: exampleLine(
          nearest(key, Object.keys(examples)),
          examples[nearest(key, Object.keys(examples))],
        ),
      }));
    }
    const name = String(issue.path[0] ?? 'front matter');
    return [
      {
        field: fieldName(issue.path),
        found: issue.path.reduce<unknown>(
          (at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key],
          fields,
        ),
        expected: expectation(issue),
        example: exampleLine(name, examples[name] ?? ''),
      },
    ];
  });
  return { list };
}

/** Of a value that may be of several forms: what is wrong with the form that it has, or the names that it might be. */
function meant(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const within = ({ path, ...one }: z.core.$ZodIssue) =>
    ({ ...one, path: [...issue.path, ...path] }) as z.core.$ZodIssue;
  const form = issue.errors.find((list) =>
    list.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  const names = issue.errors.flat().filter(({ code }) => code === 'invalid_value');
  return form || names.length > 0 ? (form ?? names).map(within) : [issue];
}

/** `further[0].address` for a part of a list. */
function fieldName(path: readonly PropertyKey[]): string {
  return (
    path
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .slice(1) || 'front matter'
  );
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `it is one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `it has at least ${issue.minimum} ${unit(issue.origin)}`;
    case 'too_big':
      return `it has at most ${issue.maximum} ${unit(issue.origin)}`;
    case 'unrecognized_keys':
      return `it has no ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return `it is a ${issue.expected === 'array' ? 'list' : issue.expected}`;
    case 'invalid_union':
      return 'it is a date, YYYY-MM-DD';
    default:
      return issue.message.replace(/^Invalid/, 'it is not a valid');
  }
}

const unit = (origin: string): string => (origin === 'array' ? 'entries' : 'characters');
