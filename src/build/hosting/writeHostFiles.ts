import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headersFile, redirectsFile } from './headersFile.ts';
import { nginxPolicies } from './nginx.ts';
import { readPolicies } from './pagePolicies.ts';

/**
 * Lays into the built folder what static hosts read there: `_headers` and
 * `_redirects` (Netlify, Cloudflare), `_policies.conf` (nginx), `.nojekyll` (GitHub
 * Pages, which would leave out folders that begin with an underscore).
 *
 * @param base '' or '/story'
 */
export async function writeHostFiles(dist: string, base: string): Promise<void> {
  const top = await entriesOf(dist);
  // Only a story's folder has one of chapters in it.
  const isStory = (entry: string) => existsSync(join(dist, entry, 'chapters'));
  const entries = await Promise.all(
    top.map(async (entry) =>
      isStory(entry) ? (await entriesOf(join(dist, entry))).map((one) => entry + one) : [entry],
    ),
  );
  const redirects = redirectsFile(base);
  const pages = await readPolicies(dist);
  await writeFile(join(dist, '_headers'), headersFile(entries.flat(), base, pages));
  await writeFile(join(dist, '_policies.conf'), nginxPolicies(pages, base));
  if (redirects !== undefined) await writeFile(join(dist, '_redirects'), redirects);
  await writeFile(join(dist, '.nojekyll'), '');
}

/** What lies in a folder and is served, folders with a slash behind. */
async function entriesOf(folder: string): Promise<string[]> {
  return (await readdir(folder, { withFileTypes: true }))
    .filter(({ name }) => !/^[._](?!astro$)|\.(br|gz)$/.test(name))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .sort();
}
