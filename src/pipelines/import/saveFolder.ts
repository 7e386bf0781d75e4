/** Writes a folder whole, or not at all. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ImportError } from './article.ts';

/**
 * The files are written beside the folder and moved into its place in one step: what stops it on the way leaves
 * all as it was.
 *
 * @param folder where they are to be
 * @param files by path in it
 * @param force whether a folder that is there already is replaced
 * @throws ImportError where there is one, and it is not to be
 */
export function saveFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  force: boolean,
): void {
  refuseExisting(folder, force);
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  const beside = mkdtempSync(path.join(parent, '.import-'));
  const made = path.join(beside, 'new');
  const old = path.join(beside, 'old');
  try {
    mkdirSync(made);
    for (const [name, content] of files) {
      const file = path.join(made, name);
      if (path.relative(made, file).startsWith('..'))
        throw new ImportError(`${name} lies outside of the story`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    if (!existsSync(folder)) renameSync(made, folder);
    else {
      renameSync(folder, old);
      try {
        renameSync(made, folder);
      } catch (error) {
        renameSync(old, folder);
        throw error;
      }
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** @throws ImportError for a folder that is there and not to be replaced */
export function refuseExisting(folder: string, force: boolean): void {
  if (existsSync(folder) && !force)
    throw new ImportError(
      `${folder} is there already: say --force to replace it, or --story NAME for another name`,
    );
}
