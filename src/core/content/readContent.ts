/** Reads the text of a chapter or story file. Pure: text in, data or a ContentError out. */
import {
  CHAPTER_EXAMPLES,
  type ChapterFrontMatter,
  chapterSchema,
  STEP_COUNT,
} from '../../schemas/chapter.ts';
import type { Catalogue } from '../../schemas/repertoire.ts';
import { MOST_CHAPTERS } from '../story/layout.ts';
import { type Body, type NoteWords, readBody } from './body/readBody.ts';
import { ContentError, type ContentFault } from './contentError.ts';
import { splitFrontMatter, validate } from './frontMatter.ts';
import { reservedSlug } from './reservedSlugs.ts';

/** A chapter's file before its addresses are looked up. */
export interface ChapterSource extends ChapterFrontMatter {
  readonly slug: string;
  readonly order: number;
  readonly body: Body;
}

const FILE_NAME = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;

/** Parts a chapter's slug from what ids it holds; no slug has it. */
const ID_MARK = '--';

/**
 * Reads one chapter. `file` is the path shown in errors; its name gives order and slug: `03-john-wick.md`.
 * @param catalogue the names that it may use
 * @param notes words about its notes in the story's language
 * @throws ContentError with every fault found in the file.
 */
export function readChapter(
  file: string,
  text: string,
  catalogue: Catalogue,
  notes?: NoteWords,
): ChapterSource {
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
  const [, place = '', slug = ''] = match;
  const { data, body: source } = splitFrontMatter(file, text, CHAPTER_EXAMPLES);
  const { value, list } = validate(schemaOf(catalogue), data, CHAPTER_EXAMPLES);
  const reserved = reservedSlug(slug, place);
  const body = readBody(source, `${slug}${ID_MARK}`, notes);
  const faults = [
    ...(reserved ? [reserved] : []),
    ...list,
    ...body.faults,
    ...countSteps(body),
    ...placeQuote(value?.quoteAfter, body),
  ];
  if (!value || faults.length > 0) throw new ContentError(file, faults);
  return { ...value, order: Number(place), slug, body };
}

/** Made once for all chapters that have the same names to choose from: making one takes longer than a chapter. */
const SCHEMAS = new WeakMap<Catalogue, ReturnType<typeof chapterSchema>>();

function schemaOf(catalogue: Catalogue): ReturnType<typeof chapterSchema> {
  const known = SCHEMAS.get(catalogue) ?? chapterSchema(catalogue);
  SCHEMAS.set(catalogue, known);
  return known;
}

function placeQuote(after: number | undefined, { steps }: Body): ContentFault[] {
  if (after === undefined || after <= steps.length) return [];
  return [
    {
      field: 'quoteAfter',
      found: after,
      expected: `the quote stands behind one of the chapter’s ${steps.length} steps`,
      example: `quoteAfter: ${steps.length}`,
    },
  ];
}

function countSteps({ steps, underlined }: Body): ContentFault[] {
  const { min, max } = STEP_COUNT;
  // One step is enough; not where a break was meant.
  const joined = steps.length === 1 && underlined.length > 0;
  if (steps.length >= min && steps.length <= max && !joined) return [];
  const hint =
    underlined.length === 0
      ? ''
      : ` with an empty line before it (in line ${underlined.join(', ')} it makes a heading of the words above)`;
  return [
    {
      field: 'body',
      found: `${steps.length} step${steps.length === 1 ? '' : 's'}`,
      expected: `a chapter has ${min} to ${max} steps, parted by a line ---${hint}`,
      example: 'First step.\n\n    ---\n\n    Second step.',
    },
  ];
}

/**
 * Puts chapters in order and refuses two with one slug or one place.
 * @throws ContentError naming the second file, or the first that is too many.
 */
export function orderChapters<T extends { file: string; slug: string; order: number }>(
  chapters: readonly T[],
): T[] {
  const over = chapters[MOST_CHAPTERS];
  if (over)
    throw new ContentError(over.file, [
      {
        field: 'chapters',
        found: chapters.length,
        expected: `a story has at most ${MOST_CHAPTERS} chapters`,
        example: 'two stories, each in a folder of its own',
      },
    ]);
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

/** Places between the first and the last chapter at which none stands. */
export function missingPlaces(chapters: readonly { order: number }[]): number[] {
  const places = chapters.map(({ order }) => order);
  const last = Math.max(...places);
  return Array.from({ length: last + 1 }, (_, place) => place).filter(
    (place) => place > Math.min(...places) && !places.includes(place),
  );
}
