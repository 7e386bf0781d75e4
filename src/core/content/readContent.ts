/** Reads the text of a chapter or story file. Pure: text in, data or a ContentError out. */
import type { z } from 'astro/zod';
import { parse, YAMLParseError } from 'yaml';
import {
  CHAPTER_EXAMPLES,
  type ChapterFrontMatter,
  chapterSchema,
  STEP_COUNT,
} from '../../schemas/chapter.ts';
import { STORY_EXAMPLES, type StoryFrontMatter, storySchema } from '../../schemas/story.ts';
import { ContentError, type ContentFault } from './contentError.ts';

/** A correct value for each field. */
type Examples = Readonly<Record<string, unknown>>;

/** A chapter's file before its Markdown is rendered. */
export interface ChapterSource extends ChapterFrontMatter {
  readonly slug: string;
  readonly order: number;
  readonly sources: readonly string[];
}

const FILE_NAME = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;
const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/**
 * Reads one chapter. `file` is the path shown in errors; its name gives order and slug: `03-john-wick.md`.
 * @throws ContentError with every fault found in the file.
 */
export function readChapter(file: string, text: string): ChapterSource {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const match = FILE_NAME.exec(name);
  if (!match) {
    throw new ContentError(file, [
      {
        field: 'file name',
        found: name,
        expected: 'a chapter is named by two digits for its place, then its slug in lower case',
        example: '03-john-wick.md',
      },
    ]);
  }
  const { data, body } = splitFrontMatter(file, text, CHAPTER_EXAMPLES);
  const sources = splitSteps(body);
  const faults = validate(chapterSchema, data, CHAPTER_EXAMPLES);
  if (sources.length < STEP_COUNT.min || sources.length > STEP_COUNT.max) {
    faults.list.push({
      field: 'body',
      found: `${sources.length} step${sources.length === 1 ? '' : 's'}`,
      expected: `a chapter has ${STEP_COUNT.min} to ${STEP_COUNT.max} steps, parted by a line ---`,
      example: 'First step.\n\n    ---\n\n    Second step.',
    });
  }
  if (!faults.value || faults.list.length > 0) throw new ContentError(file, faults.list);
  return { ...faults.value, order: Number(match[1]), slug: match[2]!, sources };
}

/** Reads the story file: its front matter, and its body, the editor's note in Markdown. @throws ContentError */
export function readStory(
  file: string,
  text: string,
): StoryFrontMatter & { readonly note: string } {
  const { data, body } = splitFrontMatter(file, text, STORY_EXAMPLES);
  const { value, list } = validate(storySchema, data, STORY_EXAMPLES);
  if (!value) throw new ContentError(file, list);
  return { ...value, note: body.trim() };
}

/**
 * Puts chapters in order and refuses two with one slug or one place.
 * @throws ContentError naming the second file.
 */
export function orderChapters<T extends { file: string; slug: string; order: number }>(
  chapters: readonly T[],
): T[] {
  const ordered = [...chapters].sort((a, b) => a.order - b.order || a.file.localeCompare(b.file));
  const slugs = new Map<string, string>();
  const places = new Map<number, string>();
  for (const { file, slug, order } of ordered) {
    const place = String(order).padStart(2, '0');
    const sameSlug = slugs.get(slug);
    const samePlace = places.get(order);
    const faults: ContentFault[] = [];
    if (sameSlug)
      faults.push({
        field: 'slug',
        found: slug,
        expected: `${sameSlug} has it already; each slug is an address and can be used once`,
        example: `${place}-${slug}-2.md`,
      });
    if (samePlace && !sameSlug)
      faults.push({
        field: 'place',
        found: place,
        expected: `${samePlace} stands there already; number the chapters in the order of reading`,
        example: `${String(Math.max(...chapters.map((c) => c.order)) + 1).padStart(2, '0')}-${slug}.md`,
      });
    if (faults.length > 0) throw new ContentError(file, faults);
    slugs.set(slug, file);
    places.set(order, file);
  }
  return ordered;
}

/** Splits a body into steps at lines that hold only `---` (Markdown's thematic break). */
export function splitSteps(body: string): string[] {
  return body
    .split(/^\s{0,3}---+\s*$/m)
    .map((step) => step.trim())
    .filter((step) => step !== '');
}

function splitFrontMatter(
  file: string,
  text: string,
  examples: Examples,
): { data: unknown; body: string } {
  const match = FRONT_MATTER.exec(text.replace(/^\uFEFF/, ''));
  const fault = (found: unknown, expected: string) =>
    new ContentError(file, [
      { field: 'front matter', found, expected, example: frontMatterExample(examples) },
    ]);
  if (!match) {
    throw fault(text.slice(0, 40), 'the file begins with its fields between two lines ---');
  }
  try {
    const data: unknown = parse(match[1]!);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
      throw fault(data, 'the front matter is a list of fields, one a line');
    }
    return { data, body: text.replace(/^\uFEFF/, '').slice(match[0].length) };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = (error.linePos?.[0].line ?? 0) + 1;
    throw fault(
      match[1]!.split('\n')[line - 2] ?? '',
      `line ${line} is not YAML (a value with a colon or quote marks needs quotes)`,
    );
  }
}

function frontMatterExample(examples: Examples): string {
  const lines = Object.entries(examples).map(([field, value]) => line(field, value));
  return ['---', ...lines, '---'].join('\n    ');
}

/** A line of front matter; what is no plain word is JSON, which YAML reads too. */
function line(field: string, value: unknown): string {
  const plain = typeof value === 'string' && !/[:#"'{}[\]]/.test(value);
  return `${field}: ${plain ? value : JSON.stringify(value)}`;
}

function validate<S extends z.ZodType>(
  schema: S,
  data: unknown,
  examples: Examples,
): { value?: z.output<S>; list: ContentFault[] } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, list: [] };
  const fields = data as Record<string, unknown>;
  const list = result.error.issues.flatMap((issue): ContentFault[] => {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
      return issue.keys.map((key) => ({
        field: key,
        found: fields[key],
        expected: `there is no such field; the fields are ${Object.keys(examples).join(', ')}`,
        example: line(
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
          (at, key) => (at as Record<PropertyKey, unknown>)?.[key],
          fields,
        ),
        expected: expectation(issue),
        example: line(name, examples[name] ?? ''),
      },
    ];
  });
  return { list };
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

/** The known field that shares most letters with a misspelt one. */
function nearest(key: string, known: readonly string[]): string {
  const score = (candidate: string) =>
    [...key.toLowerCase()].filter((c) => candidate.toLowerCase().includes(c)).length -
    Math.abs(candidate.length - key.length);
  return known.reduce((best, candidate) => (score(candidate) > score(best) ? candidate : best));
}
