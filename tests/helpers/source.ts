/** Sources of articles for tests, and what readers make of them in a form to compare. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import type { Article, Reader, Source, SourceFile } from '../../src/pipelines/import/article.ts';

/** @param content text, or bytes */
export function fileOf(path: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    path,
    size: bytes.length,
    bytes: () => Promise.resolve(bytes),
    // Small pieces: letters and marks are cut anywhere.
    async *stream() {
      if (bytes.length > 100_000) yield bytes;
      else for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997);
    },
  };
}

/** A source of one text. */
export const sourceOf = (name: string, content: string | Uint8Array): Source => ({
  name,
  files: [fileOf(name, content)],
});

/** A file or a folder among the fixtures. */
export function fixture(path: string): Source {
  const whole = join(import.meta.dirname, '../fixtures/articles', path);
  if (!statSync(whole).isDirectory()) return sourceOf(basename(path), readFileSync(whole));
  const files = readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(whole, name)).isFile())
    .sort();
  return {
    name: basename(path),
    files: files.map((name) => fileOf(name, readFileSync(join(whole, name)))),
  };
}

/** The beginning of a source's first file, as a reader is asked about it. */
export const beginningOf = async ({ files }: Source): Promise<Uint8Array> =>
  (await files[0]!.bytes()).subarray(0, 65_536);

/** An article's body as HTML, a line a block. */
export const bodyOf = ({ body }: Article): string[] => body.children.map((child) => toHtml(child));

/** Its notes as HTML, in order. */
export const notesOf = ({ notes }: Article): string[] =>
  [...notes.values()].map((note) => toHtml([...note] as Article['body']['children']));

/** Reads twice, and says whether both are the same. */
export async function readTwice(
  reader: Reader,
  source: Source,
  wanted?: string,
): Promise<{ readonly article: Article; readonly isSame: boolean }> {
  const [article, again] = [await reader.read(source, wanted), await reader.read(source, wanted)];
  const told = ({ images, ...rest }: Article) =>
    JSON.stringify([rest, [...rest.notes], [...images.keys()]]);
  return { article, isSame: told(article) === told(again) };
}

/** The one line with which a reader refuses a source. */
export async function refusalOf(reader: Reader, source: Source, wanted?: string): Promise<string> {
  const error: unknown = await reader.read(source, wanted).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error) || error.name !== 'ImportError' || error.message.includes('\n'))
    throw new Error(`no refusal in one line: ${String(error)}`);
  return error.message;
}
