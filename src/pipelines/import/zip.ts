/** Files out of a zip archive, each read when it is wanted. */
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ImportError, type SourceFile } from './article.ts';

/** What no file of an article reaches, in bytes: beyond it a small archive would fill the machine. */
const LARGEST = 512 * 2 ** 20;
/** What no export reaches. */
const MOST = 100_000;

/** Whether these are the first bytes of a zip archive, also of an empty one. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * @param name what the author calls the archive, for messages
 * @param bytes the archive
 * @returns its files in its order, without what systems add of their own
 * @throws ImportError for an archive that is broken, encrypted, or names a file outside of itself; a file's own
 * `bytes` and `stream` throw it too
 */
export async function unzip(name: string, bytes: Uint8Array): Promise<SourceFile[]> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MOST) throw new Error(`${zip.entryCount} files`);
    const files: SourceFile[] = [];
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName;
      if (path.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$)/.test(path)) continue;
      if (entry.isEncrypted())
        throw new ImportError(
          `${name} is encrypted: take the password off, by unpacking it and packing it again without one.`,
        );
      files.push({
        path,
        size: entry.uncompressedSize,
        bytes: () => wholeOf(name, zip, entry),
        stream: () => piecesOf(name, zip, entry),
      });
    }
    return files;
  } catch (error) {
    throw explained(name, error);
  }
}

async function wholeOf(name: string, zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.uncompressedSize > LARGEST)
    throw new ImportError(
      `${entry.fileName} in ${name} would be ${Math.round(entry.uncompressedSize / 2 ** 20)} MB: an article has no such file.`,
    );
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(name, zip, entry)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* piecesOf(name: string, zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  try {
    const stream: Readable = await zip.openReadStreamPromise(entry);
    let sum = 0;
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      yield piece;
    }
    if (sum !== entry.crc32) throw new Error(`${entry.fileName} is not what was packed`);
  } catch (error) {
    throw explained(name, error);
  }
}

/** yauzl's own words say where it failed, and come last. */
function explained(name: string, error: unknown): Error {
  if (error instanceof ImportError) return error;
  const { message } = error as Error;
  if (/relative path|absolute path/.test(message))
    return new ImportError(
      `${name} names a file outside of its own folder (${message}): no export does so, get it again from where it came.`,
    );
  return new ImportError(
    `${name} is no whole zip archive (${message}): save or download it again.`,
  );
}
