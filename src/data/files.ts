/** Content files, read: their bytes as text, their names, and no file at all as a fault in words. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ContentError } from '../core/content/contentError.ts';
import { decodeText } from '../core/content/decodeText.ts';
import { workshop } from './workshop.ts';

const isMissing = (error: unknown) =>
  ['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/**
 * A file's text: in development the one that is being tried in the studio, if there is one.
 *
 * @param root the project's folder
 * @param file path below it, as errors show it
 * @param what the file holds, in a few words
 * @throws ContentError when it is missing or no UTF-8
 */
export function readText(root: string, file: string, what: string): string {
  const tried = workshop.drafts.get(file);
  if (tried !== undefined) return tried;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path.join(root, file));
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new ContentError(file, [{ field: 'file', expected: `it holds ${what}`, example: file }]);
  }
  return decodeText(file, bytes);
}

/** Paths of all files in a folder, relative to it, with `/`; undefined when there is no folder. */
export async function listFiles(root: string, folder: string): Promise<string[] | undefined> {
  const full = path.join(root, folder);
  try {
    const entries = await readdir(full, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.relative(full, path.join(entry.parentPath, entry.name)))
      .map((name) => name.split(path.sep).join('/'));
  } catch (error) {
    if (!isMissing(error)) throw error;
    return undefined;
  }
}
