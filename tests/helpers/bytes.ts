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

/** @param files paths below `dist` */
export function weigh(dist: string, files: readonly string[]): Promise<Weight[]> {
  return Promise.all(
    files.map(async (file) => {
      const compressed = await brotli(readFileSync(join(dist, file)));
      return { file, bytes: compressed.length };
    }),
  );
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
