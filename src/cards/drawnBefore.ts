/** Bitmaps that were drawn before: the same drawing gives the same bytes, and drawing is most of a build's time. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** Below the root, out of the repository. */
const FOLDER = '.cache/cards';

/**
 * @param source all that the bitmap follows from but the program that draws it
 * @param draw called where that has not been drawn yet
 */
export async function drawnBefore(source: string, draw: () => Promise<Buffer>): Promise<Buffer> {
  const name = createHash('sha256').update(JSON.stringify(sharp.versions)).update(source);
  const file = path.join(process.cwd(), FOLDER, `${name.digest('hex').slice(0, 32)}.png`);
  try {
    return await readFile(file);
  } catch {
    const bitmap = await draw();
    await mkdir(path.dirname(file), { recursive: true });
    // Whole or not at all: another build may be reading.
    const half = `${file}.${process.pid}`;
    await writeFile(half, bitmap);
    await rename(half, file);
    return bitmap;
  }
}
