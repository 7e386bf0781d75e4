/** The typefaces' files: which of them the story's letters need. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  FIRST_PAIR,
  FIRST_SUBSET,
  type Typeface,
  type TypePair,
  type TypeRole,
} from '../config/typefaces.ts';
import { ContentError } from '../core/content/contentError.ts';
import { frontMatterOf } from '../core/content/frontMatter.ts';
import { facesOf } from '../core/fonts/faces.ts';
import { type Subset, subsetsFor } from '../core/fonts/subsets.ts';
import { closestLanguage } from '../core/wording/closestLanguage.ts';

/** All parts of a role's families, in the order in which a letter is looked for. */
export function subsetsOf(root: string, role: TypeRole, pair: TypePair = FIRST_PAIR): Subset[] {
  return facesOf(role, pair).flatMap(({ id, subsets }) => {
    const file = path.join(root, 'node_modules/@fontsource', id, 'unicode.json');
    const ranges = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    return Object.entries(ranges)
      .filter(([subset]) => subsets.includes(subset))
      .sort(([a], [b]) => Number(b === FIRST_SUBSET) - Number(a === FIRST_SUBSET))
      .map(([subset, range]) => ({ id, subset, range }));
  });
}

/** @throws ContentError when a line that posters show has letters that no typeface has */
export function checkLetters(
  root: string,
  file: string,
  field: string,
  text: string,
  pair: TypePair = FIRST_PAIR,
): void {
  const { missing } = subsetsFor(text, subsetsOf(root, 'display', pair));
  if (missing.length === 0) return;
  throw new ContentError(file, [
    {
      field,
      found: text,
      expected: `posters show it, and no typeface here has ${missing.slice(0, 8).join(' ')}; leave them out, or add a typeface that has them to src/config/typefaces.ts`,
      example: `npm install --save-exact @fontsource/${packageFor(missing[0]!)}`,
    },
  ]);
}

/** A family that has such a letter, as far as one can say. */
function packageFor(letter: string): string {
  const scripts: readonly (readonly [RegExp, string])[] = [
    [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'noto-serif-jp'],
    [/\p{Script=Hangul}/u, 'noto-serif-kr'],
    [/\p{Script=Han}/u, 'noto-serif-sc'],
    [/\p{Script=Thai}/u, 'noto-serif-thai'],
    [/\p{Script=Devanagari}/u, 'noto-serif-devanagari'],
  ];
  return scripts.find(([script]) => script.test(letter))?.[1] ?? 'noto-sans-symbols';
}

/** A font file of pages, as Astro's settings name it. */
export interface PageFont {
  readonly src: [string];
  readonly weight: number | string;
  readonly style: 'normal' | 'italic';
  readonly unicodeRange?: [string, ...string[]];
}

/** A part of a family, as it comes in its package. */
export interface WholeFont extends PageFont {
  /** Its letters, as CSS writes them: of the first part, too, which is declared without. */
  readonly range: string;
  /** What it varies in. */
  readonly variable?: Typeface['variable'];
}

/**
 * Font files of a role for pages: always the first, then those whose letters
 * stand in the text. They are one family: a browser takes for each letter the
 * file that has it, and asks for no other.
 *
 * @param weight of the whole family, as CSS has it: a range, or one
 */
export function pageFonts(
  root: string,
  role: TypeRole,
  weight: number | string,
  text: string,
  pair: TypePair = FIRST_PAIR,
): [WholeFont, ...WholeFont[]] {
  const faces = facesOf(role, pair);
  const styles: readonly PageFont['style'][] = faces[0]!.italic ? ['normal', 'italic'] : ['normal'];
  const [first, ...more] = subsetsOf(root, role, pair);
  const used = subsetsFor(text, [first!, ...more]).used.filter((subset) => subset !== first);
  const fonts = [first!, ...used].flatMap((subset) => {
    const face = faces.find(({ id }) => id === subset.id)!;
    return styles.map(
      (style): WholeFont => ({
        range: subset.range,
        ...(face.variable && { variable: face.variable }),
        src: [fileOf(face, subset.subset, face.italic ? style : 'normal')],
        weight,
        style,
        ...(subset !== first && {
          unicodeRange: subset.range.split(',') as [string, ...string[]],
        }),
      }),
    );
  });
  return fonts as [WholeFont, ...WholeFont[]];
}

function fileOf({ id, variable }: Typeface, subset: string, style: string): string {
  return variable
    ? `./node_modules/@fontsource-variable/${id}/files/${id}-${subset}-${variable}-${style}.woff2`
    : `./node_modules/@fontsource/${id}/files/${id}-${subset}-400-${style}.woff2`;
}

/** All that is written in a folder and a file, as letters; what cannot be read is told elsewhere. */
export const lettersIn = (folder: string, file: string): string => textsIn(folder, file).join('');

/** What is written in the fields alone: titles and quotes among them. */
export const fieldsIn = (folder: string, file: string): string =>
  textsIn(folder, file)
    .map((text) => frontMatterOf(text.replaceAll('\r', ''))?.source ?? text)
    .join('');

/** What stands around a story in its language: the interface's words, and what is told of the music. */
export function wordsAround(root: string, language: string): string {
  const folder = path.join(root, 'src/i18n');
  const tags = readdirSync(folder).map((name) => path.basename(name, '.json'));
  const own = closestLanguage(language, tags) ?? 'en';
  return [path.join(folder, `${own}.json`), path.join(root, 'src/data/cues.json')]
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
}

function textsIn(folder: string, file: string): string[] {
  const read = (name: string) => {
    try {
      return readFileSync(name, 'utf8');
    } catch {
      return '';
    }
  };
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  } catch {}
  return [...names.map((name) => read(path.join(folder, name))), read(file)];
}
