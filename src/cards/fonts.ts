/** The real fonts as files that satori reads: static woff, of the same families that pages use. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FIRST_PAIR, type TypePair, type TypeRole } from '../config/typefaces.ts';
import { facesOf } from '../core/fonts/faces.ts';
import { type Subset, subsetsFor } from '../core/fonts/subsets.ts';
import { subsetsOf } from '../data/typefaces.ts';

/** Families as a poster's words name them. */
export const DISPLAY = 'display';
export const TEXT = 'text';
const ROLES = [DISPLAY, TEXT] as const satisfies readonly TypeRole[];

interface CardFont {
  readonly name: string;
  readonly data: Buffer;
  readonly weight: 400;
  readonly style: 'normal' | 'italic';
}

/** What a poster's words are set in. */
interface CardFonts {
  readonly fonts: CardFont[];
  /** Families that stand for a role, in the order in which a letter is looked for. */
  readonly families: ReadonlyMap<string, string>;
}

const nameOf = ({ id, subset }: Subset) => `${id} ${subset}`;
const loaded = new Map<string, Promise<Buffer>>();

/** Each file read once; only those that the words need, and the first of each role. */
export async function cardFonts(words: string, pair: TypePair = FIRST_PAIR): Promise<CardFonts> {
  const fonts: CardFont[] = [];
  const families = new Map<string, string>();
  for (const role of ROLES) {
    const all = subsetsOf(process.cwd(), role, pair);
    const used = new Set([all[0]!, ...subsetsFor(words, all).used]);
    families.set(role, [...used].map(nameOf).join(', '));
    for (const subset of used) {
      if (fonts.some(({ name }) => name === nameOf(subset))) continue;
      const { italic } = facesOf(role, pair).find(({ id }) => id === subset.id)!;
      for (const style of italic ? (['normal', 'italic'] as const) : (['normal'] as const)) {
        fonts.push({ name: nameOf(subset), weight: 400, style, data: await fileOf(subset, style) });
      }
    }
  }
  return { fonts, families };
}

function fileOf({ id, subset }: Subset, style: string): Promise<Buffer> {
  const file = `node_modules/@fontsource/${id}/files/${id}-${subset}-400-${style}.woff`;
  const data = loaded.get(file) ?? readFile(path.join(process.cwd(), file));
  loaded.set(file, data);
  return data;
}
