/** Changes fields of a content file, and nothing else of it: comments, order, quotation marks and lines stay as the author has them. Pure. */
import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, Scalar } from 'yaml';
import { frontMatterOf } from './frontMatter.ts';

/** What a field can be given; null takes it out of the file. */
export type FieldValue = string | number | boolean | readonly string[] | null;

/**
 * @param text the whole file, its lines ended either way; its fields are YAML
 * @param changes by the names of fields
 * @param order the names of all fields: a new one comes behind the last of those before it
 * @returns the file with these changes; the text itself where a field has its value already
 */
export function editFields(
  text: string,
  changes: Readonly<Record<string, FieldValue>>,
  order: readonly string[],
): string {
  const crlf = text.includes('\r\n');
  const lines = crlf ? text.replaceAll('\r\n', '\n') : text;
  const edited = Object.entries(changes).reduce(
    (whole, [field, value]) => editField(whole, field, value, order),
    lines,
  );
  return crlf ? edited.replaceAll('\n', '\r\n') : edited;
}

function editField(
  whole: string,
  field: string,
  value: FieldValue,
  order: readonly string[],
): string {
  const found = frontMatterOf(whole);
  if (!found) return whole;
  const { start, source } = found;
  const { contents } = parseDocument(source, { uniqueKeys: false });
  const pairs: readonly Pair[] = isMap(contents) ? contents.items : [];
  const pair = pairs.find(({ key }) => nameOf(key) === field);
  const replaced = pair
    ? value === null
      ? withoutPair(source, pair)
      : withValue(source, pair, value)
    : value === null
      ? source
      : withPair(source, pairs, `${field}: ${written(value)}\n`, field, order);
  return whole.slice(0, start) + replaced + whole.slice(start + source.length);
}

const nameOf = (key: unknown): string | undefined =>
  isScalar(key) ? String(key.value) : undefined;

/** Where what stands behind a field's colon begins and ends; the same place twice where nothing does. */
function spanOf(source: string, { key, value }: Pair): readonly [number, number] {
  const [from, to] = (value as { range?: readonly number[] } | null)?.range ?? [];
  if (from !== undefined && to !== undefined && to > from) {
    // What is set in a block of lines ends with the last of them, not with the line after.
    const end = withoutEnd(source.slice(from, to)).length + from;
    return [from, end];
  }
  const colon = source.indexOf(':', (key as Scalar).range![1]) + 1;
  return [colon, colon];
}

function withValue(source: string, pair: Pair, value: NonNullable<FieldValue>): string {
  const { value: node } = pair;
  const now = isScalar(node) ? node.value : isSeq(node) ? node.toJSON() : undefined;
  if (JSON.stringify(now) === JSON.stringify(value)) return source;
  const [from, to] = spanOf(source, pair);
  const like = isScalar(node) ? node.type : undefined;
  const inBlock = isSeq(node) && !node.flow && Array.isArray(value) && value.length > 0;
  const text = inBlock ? blockOf(source, from, value) : written(value, like);
  return source.slice(0, from) + (from === to ? ' ' : '') + text + source.slice(to);
}

/** A list of a line each, the first of which begins at `from`. */
function blockOf(source: string, from: number, value: readonly string[]): string {
  const indent = ' '.repeat(from - (source.lastIndexOf('\n', from - 1) + 1));
  return value.map((one) => `- ${written(one)}`).join(`\n${indent}`);
}

function withoutPair(source: string, pair: Pair): string {
  const from = source.lastIndexOf('\n', (pair.key as Scalar).range![0] - 1) + 1;
  return source.slice(0, from) + source.slice(lineEnd(source, spanOf(source, pair)[1]));
}

function withPair(
  source: string,
  pairs: readonly Pair[],
  line: string,
  field: string,
  order: readonly string[],
): string {
  const before = order.slice(0, order.indexOf(field));
  const after = pairs.findLast(({ key }) => before.includes(nameOf(key) ?? ''));
  const last = after ?? (order.includes(field) ? undefined : pairs.at(-1));
  const at = last ? lineEnd(source, spanOf(source, last)[1]) : 0;
  return source.slice(0, at) + line + source.slice(at);
}

/** Behind the end of the line that holds an offset. */
function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end + 1;
}

/** A value on one line, in the quotation marks that stood there if they can hold it. */
function written(value: NonNullable<FieldValue>, like?: Scalar.Type | null): string {
  if (typeof value === 'object') return `[${value.map((one) => written(one)).join(', ')}]`;
  const scalar = new Scalar(value);
  const marks = [Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE] as const;
  const kept = typeof value === 'string' && marks.find((one) => one === like);
  // Only in double quotation marks more than one line can be written on one.
  if (String(value).includes('\n')) scalar.type = Scalar.QUOTE_DOUBLE;
  else if (kept) scalar.type = kept;
  const options = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };
  return withoutEnd(new Document(scalar).toString(options));
}

/** Without what YAML takes for white at an end: a space that does not break is the author's. */
const withoutEnd = (text: string): string => text.replace(/[ \t\n]+$/, '');
