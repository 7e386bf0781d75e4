import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headersFile, redirectsFile } from './headersFile.ts';

/**
 * Lays into the built folder what static hosts read there: `_headers` and
 * `_redirects` (Netlify, Cloudflare), `.nojekyll` (GitHub Pages, which would
 * leave out folders that begin with an underscore).
 *
 * @param base '' or '/story'
 */
export async function writeHostFiles(dist: string, base: string): Promise<void> {
  const found = await readdir(dist, { withFileTypes: true });
  const entries = found
    .filter(({ name }) => !/^[._](?!astro$)|\.(br|gz)$/.test(name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
  const redirects = redirectsFile(base);
  await writeFile(join(dist, '_headers'), headersFile(entries, base));
  if (redirects !== undefined) await writeFile(join(dist, '_redirects'), redirects);
  await writeFile(join(dist, '.nojekyll'), '');
}
