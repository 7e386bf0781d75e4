/** The real fonts as files that satori reads: static woff, of the same families that pages use. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const DISPLAY = 'Bodoni Moda';
export const TEXT = 'Newsreader';

export interface CardFont {
  readonly name: string;
  readonly data: Buffer;
  readonly weight: 400 | 500;
  readonly style: 'normal' | 'italic';
}

const FILES = [
  { name: DISPLAY, folder: 'bodoni-moda', weight: 400, style: 'normal' },
  { name: DISPLAY, folder: 'bodoni-moda', weight: 400, style: 'italic' },
  { name: TEXT, folder: 'newsreader', weight: 400, style: 'normal' },
  { name: TEXT, folder: 'newsreader', weight: 400, style: 'italic' },
] as const;

let loaded: Promise<CardFont[]> | undefined;

/** Read once; the latin cut holds all that titles here are written with. */
export function cardFonts(): Promise<CardFont[]> {
  loaded ??= Promise.all(
    FILES.map(async ({ name, folder, weight, style }) => ({
      name,
      weight,
      style,
      data: await readFile(
        path.join(
          process.cwd(),
          `node_modules/@fontsource/${folder}/files/${folder}-latin-${weight}-${style}.woff`,
        ),
      ),
    })),
  );
  return loaded;
}
