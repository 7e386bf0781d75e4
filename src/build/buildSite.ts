import { join } from 'node:path';
import { readSettings, UsageError } from '../server/settings.ts';
import { runAstro } from './astro.ts';
import { compressFolder, prepareCopies } from './compress.ts';
import { hashInputs, isFresh, removeStamp, writeStamp } from './freshness.ts';
import { writeHostFiles } from './hosting/writeHostFiles.ts';
import { bundleServiceWorker, writeServiceWorker } from './offline/writeServiceWorker.ts';
import { tidyPages } from './tidyPages.ts';

/** Compressed copies of former builds, below the root, out of the repository. */
const KEPT_COPIES = '.cache/copies';

/**
 * Builds `dist` with what static hosts read and its compressed copies.
 *
 * @param root the folder of package.json
 * @throws UsageError where Astro fails; it has told why by then
 */
export async function buildSite(root: string): Promise<void> {
  removeStamp(root);
  const astro = runAstro(root, ['build'], (text) => {
    process.stderr.write(withoutEmptyTrace(text));
  });
  // Beside Astro, which keeps one processor busy: what needs nothing of what it writes. It has read no source yet.
  const inputs = hashInputs(root, process.env);
  const kept = join(root, KEPT_COPIES);
  // Clips and scores are what takes longest. What goes wrong here goes wrong below, and is told there.
  const prepared = prepareCopies(join(root, 'public'), kept).catch(() => {});
  const worker = bundleServiceWorker();
  worker.catch(() => {});
  const code = await astro;
  if (code !== 0) throw new UsageError('The build failed: see the error above.');
  await tidyPages(join(root, 'dist'));
  await writeServiceWorker(join(root, 'dist'), readSettings(process.env).base, worker);
  await writeHostFiles(join(root, 'dist'), readSettings(process.env).base);
  await prepared;
  await compressFolder(join(root, 'dist'), kept);
  writeStamp(root, inputs);
}

/** Builds only if `dist` is not what the sources would build now. */
export async function ensureBuild(root: string): Promise<void> {
  if (!isFresh(root, process.env)) await buildSite(root);
}

/** Astro announces a stack trace even for errors in words, which have none. */
export function withoutEmptyTrace(errors: string): string {
  return errors.replace(/\n[^\n]*Stack trace:[^\n]*\s*$/, '\n');
}
