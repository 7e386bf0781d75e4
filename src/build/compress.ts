import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What shrinks, clips and scores in JSON among it; pictures, fonts and music are compressed already. */
const TEXT = new Set(
  '.css .html .ics .js .json .map .mid .mjs .svg .ts .txt .webmanifest .xml'.split(' '),
);
/** Below this, in bytes, a response's own headers weigh more than what is saved. */
const MINIMUM = 512;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/**
 * Lays a `.br` and a `.gz` copy beside each file that gains from it. The same
 * files give the same copies.
 *
 * @param dist the folder of built files
 * @returns how many files got copies
 */
export async function compressFolder(dist: string): Promise<number> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && isCompressible(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const done = await Promise.all(files.map(compressFile));
  return done.filter(Boolean).length;
}

/** Whether a file of this name is text, by its ending. */
export function isCompressible(name: string): boolean {
  return TEXT.has(extname(name).toLowerCase());
}

/** Brotli of the best quality, in bytes: what a budget counts. */
export function brotli(content: Buffer): Promise<Buffer> {
  return toBrotli(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
}

async function compressFile(file: string): Promise<boolean> {
  const content = await readFile(file);
  if (content.length < MINIMUM) return false;
  const copies = [
    { ending: '.br', content: await brotli(content) },
    { ending: '.gz', content: await toGzip(content, { level: constants.Z_BEST_COMPRESSION }) },
  ].filter((copy) => copy.content.length < content.length);
  await Promise.all(copies.map((copy) => writeFile(file + copy.ending, copy.content)));
  return copies.length > 0;
}
