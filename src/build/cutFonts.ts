/** Font files cut to the letters that are set in them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';
import type { PageFont } from '../data/typefaces.ts';

/** Where cut files lie until they are built: below the root, out of the repository. */
const FOLDER = '.cache/fonts';
/** What any line may hold beside its letters: the alphabet, figures, what parts sentences, no-break and thin spaces. */
const ALWAYS =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;!?()/-&\'"‘’“”–—…·×\u00a0\u2009\u202f';

/**
 * The same fonts, each with no more than the letters of a text, those of the alphabet and the usual signs.
 * The same text and file give the same bytes, under the same name.
 *
 * @throws Error where a file is no font
 */
export async function cutFonts(
  root: string,
  fonts: readonly PageFont[],
  text: string,
): Promise<[PageFont, ...PageFont[]]> {
  const letters = [...new Set(ALWAYS + text)].sort().join('');
  const cut = await Promise.all(
    fonts.map(async (font) => ({ ...font, src: [await cutFile(root, font.src[0], letters)] })),
  );
  return cut as unknown as [PageFont, ...PageFont[]];
}

async function cutFile(root: string, file: string, letters: string): Promise<string> {
  const whole = readFileSync(path.join(root, file));
  const mark = createHash('sha256').update(whole).update(letters).digest('hex').slice(0, 16);
  const place = `./${FOLDER}/${path.basename(file, '.woff2')}-${mark}.woff2`;
  if (existsSync(path.join(root, place))) return place;
  const cut = await subsetFont(whole, letters, { targetFormat: 'woff2' });
  mkdirSync(path.join(root, FOLDER), { recursive: true });
  writeFileSync(path.join(root, place), cut);
  return place;
}
