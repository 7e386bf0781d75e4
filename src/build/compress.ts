import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
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
 * @param kept a folder in which copies are kept by what they are copies of, for the next time; absent, none is
 * @returns how many files got copies
 */
export async function compressFolder(dist: string, kept?: string): Promise<number> {
  const done = await Promise.all(
    (await compressible(dist)).map(async (file) => {
      const copies = await copiesOf(await readFile(file), kept);
      await Promise.all(copies.map(({ ending, content }) => writeFile(file + ending, content)));
      return copies.length > 0;
    }),
  );
  return done.filter(Boolean).length;
}

/** Sees that the copies of a folder's files are kept already when they are asked for. */
export async function prepareCopies(folder: string, kept: string): Promise<void> {
  for (const file of await compressible(folder)) await copiesOf(await readFile(file), kept);
}

async function compressible(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isCompressible(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
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

interface Copy {
  readonly ending: '.br' | '.gz';
  readonly content: Buffer;
}

/** Those copies of a file that are smaller than it. */
async function copiesOf(content: Buffer, kept?: string): Promise<Copy[]> {
  if (content.length < MINIMUM) return [];
  const made = await Promise.all([
    keeping(kept, content, '.br', brotli),
    keeping(kept, content, '.gz', (whole) =>
      toGzip(whole, { level: constants.Z_BEST_COMPRESSION }),
    ),
  ]);
  return made.filter((copy) => copy.content.length < content.length);
}

async function keeping(
  kept: string | undefined,
  whole: Buffer,
  ending: Copy['ending'],
  make: (whole: Buffer) => Promise<Buffer>,
): Promise<Copy> {
  if (kept === undefined) return { ending, content: await make(whole) };
  const { brotli: coder, zlib } = process.versions;
  const name = createHash('sha256').update(`${coder} ${zlib} `).update(whole).digest('hex');
  const file = join(kept, name.slice(0, 32) + ending);
  try {
    return { ending, content: await readFile(file) };
  } catch {
    const content = await make(whole);
    await mkdir(kept, { recursive: true });
    // Whole or not at all: another build may be reading.
    const half = `${file}.${process.pid}`;
    await writeFile(half, content);
    await rename(half, file);
    return { ending, content };
  }
}
