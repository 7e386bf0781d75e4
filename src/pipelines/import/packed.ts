/** Documents that are zip archives themselves: of a word processor, and books. */
import type { Source, SourceFile } from './article.ts';
import { isZip, unzip } from './zip.ts';

export interface Packed {
  /** What the author calls it. */
  readonly name: string;
  /** Its parts by their paths. */
  readonly parts: ReadonlyMap<string, SourceFile>;
}

/**
 * @param ending of such files' names, without the point
 * @returns the parts of a document: the only file, the only one of its kind in a folder, or the folder itself where it
 * was opened already; undefined where there is no archive
 * @throws ImportError for an archive that cannot be opened
 */
export async function openPacked(source: Source, ending: string): Promise<Packed | undefined> {
  const { files } = source;
  const isLikely = ({ path }: SourceFile) => path.toLowerCase().endsWith(`.${ending}`);
  const [file, another] = files.length === 1 ? files : files.filter(isLikely);
  if (!file) return { name: source.name, parts: byPath(files) };
  if (another) return undefined;
  const bytes = await file.bytes();
  if (!isZip(bytes)) return undefined;
  return { name: file.path, parts: byPath(await unzip(file.path, bytes)) };
}

const byPath = (files: readonly SourceFile[]): Map<string, SourceFile> =>
  new Map(files.map((file) => [file.path, file]));

/** A part as text; undefined where there is none. */
export async function textOfPart(packed: Packed, path: string): Promise<string | undefined> {
  const part = packed.parts.get(path);
  return part ? new TextDecoder().decode(await part.bytes()) : undefined;
}
