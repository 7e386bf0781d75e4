import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotli } from '../../src/build/compress.ts';
import { firstViewScripts, inlineScripts } from './moduleGraph.ts';

export interface Weight {
  /** Path below `dist`, or `inline` for scripts in the page itself. */
  readonly file: string;
  /** With brotli, in bytes. */
  readonly bytes: number;
}

/** What a page's first view has in scripts, those that stand in the page included. */
export async function firstViewWeights(
  dist: string,
  page: string,
  base = '',
): Promise<readonly Weight[]> {
  const html = readFileSync(join(dist, page), 'utf8');
  const inline = Buffer.from(inlineScripts(html).join('\n'));
  const files = await weigh(dist, firstViewScripts(dist, page, base));
  const bytes = inline.length === 0 ? 0 : (await brotli(inline)).length;
  return [...files, { file: 'inline', bytes }];
}

/** What has been compressed for the sake of its weight, once however many pages have it. */
const weighed = new Map<string, Promise<number>>();

/** @param files paths below `dist` */
export function weigh(dist: string, files: readonly string[]): Promise<Weight[]> {
  return Promise.all(
    files.map(async (file) => {
      const path = join(dist, file);
      const bytes = weighed.get(path) ?? sizeOf(path);
      weighed.set(path, bytes);
      return { file, bytes: await bytes };
    }),
  );
}

/** Of the copy that the server sends, where the build has made one. */
async function sizeOf(path: string): Promise<number> {
  const copy = statSync(`${path}.br`, { throwIfNoEntry: false });
  return copy ? copy.size : (await brotli(readFileSync(path))).length;
}

/** Sum in kB of 1000 bytes. */
export function kilobytes(weights: readonly Weight[]): number {
  return weights.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}

/** For a failed budget: the heaviest first. */
export function describeWeights(weights: readonly Weight[]): string {
  return [...weights]
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ file, bytes }) => `${(bytes / 1000).toFixed(1)} kB ${file}`)
    .join('\n');
}

/** Files in a folder of `dist` with one of these endings, at any depth, sorted; compressed copies left out. */
export function listBuilt(dist: string, folder: string, ending = ''): string[] {
  if (!statSync(join(dist, folder), { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending) && !/\.(br|gz)$/.test(file))
    .filter((file) => statSync(join(dist, file)).isFile())
    .sort();
}
