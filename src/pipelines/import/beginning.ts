/** By what a file is told. */
import type { SourceFile } from './article.ts';

/** Bytes that are looked at. */
const LENGTH = 65_536;

/** @returns the first 64 KiB of a file, or all of a smaller one */
export async function beginningOf(file: SourceFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of file.stream()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= LENGTH) break;
  }
  return Buffer.concat(pieces).subarray(0, LENGTH);
}
