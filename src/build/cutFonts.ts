/** Font files cut to the letters that are set in them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';
import { DISPLAY_OPTICAL_SIZE } from '../config/typefaces.ts';
import { pointsOf, rangeOf } from '../core/fonts/subsets.ts';
import type { PageFont, WholeFont } from '../data/typefaces.ts';

/** Where cut files lie until they are built: below the root, out of the repository. */
const FOLDER = '.cache/fonts';
/** What any line may hold beside its letters: the alphabet, figures, what parts sentences, no-break and thin spaces. */
const ALWAYS =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;!?()/-&\'"‘’“”–—…·×\u00a0\u2009\u202f';
/** What style sheets write into pages. */
const SIGNS = '↑↓*+';
/** All of the alphabet where its letters join: a word in two fonts would come apart. */
const JOINING = [{ letter: /\p{Script=Arabic}/u, alphabet: 'U+0621-064A' }];
/** What browsers do with letters unasked: style sheets here ask for nothing else, such as small capitals. */
const FEATURES = [
  ...['kern', 'liga', 'clig', 'calt', 'rclt', 'rlig', 'ccmp', 'locl', 'mark', 'mkmk', 'dist'],
  ...['frac', 'numr', 'dnom', 'rvrn'],
  // Where letters join or change with their place.
  ...['isol', 'init', 'medi', 'med2', 'fina', 'fin2', 'fin3', 'mset', 'stch', 'curs'],
  ...['nukt', 'akhn', 'rphf', 'rkrf', 'pref', 'blwf', 'half', 'abvf', 'pstf', 'cfar', 'cjct'],
  ...['vatu', 'pres', 'abvs', 'blws', 'psts', 'haln', 'abvm', 'blwm', 'ljmo', 'vjmo', 'tjmo'],
];
/** Pages set words in these; all others come from the nearer of them. */
const WEIGHTS = [400, 700];

type Axes = Readonly<Record<string, number>>;

/**
 * The same fonts, each with no more than the letters of a text, those of the alphabet and the usual signs.
 * The same text and file give the same bytes, under the same name.
 *
 * @throws Error where a file is no font
 */
export async function cutFonts(
  root: string,
  fonts: readonly WholeFont[],
  text: string,
): Promise<[PageFont, ...PageFont[]]> {
  const letters = [...new Set(ALWAYS + text)].sort().join('');
  const cut = await Promise.all(
    fonts.map(async ({ range: _, variable: __, ...font }) => ({
      ...font,
      src: [await cutFile(root, font.src[0], letters)],
    })),
  );
  return cut as unknown as [PageFont, ...PageFont[]];
}

/**
 * The same fonts, each in two: what a text is set in, and all its other letters, which a browser asks for
 * where one of them is written. What varies in weight comes in regular and bold, each with one optical size.
 *
 * @returns what sets most of the text in regular and upright first
 * @throws Error where a file is no font
 */
export async function partFonts(
  root: string,
  fonts: readonly WholeFont[],
  text: string,
): Promise<[PageFont, ...PageFont[]]> {
  const uses = countPoints([text, text.normalize('NFC'), text.toUpperCase()]);
  const alphabets = JOINING.filter(({ letter }) => letter.test(text));
  const written = new Set([
    ...[...ALWAYS, ...SIGNS].map((sign) => sign.codePointAt(0)!),
    ...uses.keys(),
    ...alphabets.flatMap(({ alphabet }) => pointsOf(alphabet)),
  ]);
  const isVarying = fonts.some(({ variable }) => variable);
  const parts = fonts.flatMap(({ range, variable, ...font }) => {
    const all = pointsOf(range);
    const own = all.filter((point) => written.has(point));
    const rest = all.filter((point) => !written.has(point));
    const use = own.reduce((sum, point) => sum + (uses.get(point) ?? 0), 0);
    const weights = isVarying ? WEIGHTS : [font.weight];
    return weights.flatMap((weight, lighter) => [
      { font, variable, weight, points: own, rank: lighter === 0 ? use : 0 },
      { font, variable, weight, points: rest, rank: -1 },
    ]);
  });
  const cut = await Promise.all(
    parts
      .filter(({ points }) => points.length > 0)
      .sort((a, b) => b.rank - a.rank)
      .map(async ({ font, variable, weight, points }) => ({
        ...font,
        weight,
        src: [
          await cutFile(
            root,
            font.src[0],
            String.fromCodePoint(...points),
            axesOf(variable, weight),
          ),
        ],
        unicodeRange: rangeOf(points),
      })),
  );
  return cut as unknown as [PageFont, ...PageFont[]];
}

/** How often each code point stands in some texts: these are long, and read for every typeface. */
function countPoints(texts: readonly string[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const text of texts)
    for (let at = 0; at < text.length; at++) {
      const point = text.codePointAt(at)!;
      if (point > 0xffff) at++;
      counts.set(point, (counts.get(point) ?? 0) + 1);
    }
  return counts;
}

const axesOf = (variable: WholeFont['variable'], wght: number | string): Axes => ({
  ...(variable && { wght: Number(wght) }),
  ...(variable === 'opsz' && { opsz: DISPLAY_OPTICAL_SIZE }),
});

async function cutFile(root: string, file: string, letters: string, axes: Axes = {}) {
  const whole = readFileSync(path.join(root, file));
  const mark = createHash('sha256')
    .update(whole)
    .update(letters)
    .update(JSON.stringify([axes, FEATURES]))
    .digest('hex')
    .slice(0, 16);
  const place = `./${FOLDER}/${path.basename(file, '.woff2')}-${mark}.woff2`;
  if (existsSync(path.join(root, place))) return place;
  const cut = await subsetFont(whole, letters, {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    variationAxes: axes,
  });
  mkdirSync(path.join(root, FOLDER), { recursive: true });
  writeFileSync(path.join(root, place), cut);
  return place;
}
