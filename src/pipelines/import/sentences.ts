/** Where sentences end. Pure, and the same on every machine that has the same Unicode. */

/** Words with a full stop that is seldom a sentence's: titles, measures, languages of bloggers. */
const TITLES = new Set(
  (
    'mr mrs ms dr prof st sr jr rev hon capt col gen lt sgt mt messrs mme mlle mm me vs cf no nr bd vol ch chap fig ed eds trans op pp p ' +
    'z d u i e g b bzw ggf ca evtl inkl usw hr fr frl dott sig sra srta dña ud uds av bzgl geb gest approx dept est min max al'
  ).split(' '),
);
/** Those that may also end a sentence. */
const ENDS = new Set([
  'etc',
  'usw',
  'no',
  'inc',
  'ltd',
  'co',
  'corp',
  'jr',
  'sr',
  'al',
  'min',
  'max',
  'me',
  'ed',
  'p',
  'st',
  'fr',
]);

export interface Span {
  readonly start: number;
  readonly end: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/**
 * @param language BCP 47
 * @returns the sentences of one paragraph, which together are the whole text
 */
export function sentencesOf(text: string, language: string): Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of segmenter(language).segment(text)) {
    const before = spans.at(-1);
    const end = index + segment.length;
    if (before && continues(text.slice(before.start, before.end), segment))
      spans[spans.length - 1] = { start: before.start, end };
    else spans.push({ start: index, end });
  }
  return spans;
}

/** Whether what follows belongs to the sentence before it. */
function continues(before: string, next: string): boolean {
  // Nothing but marks, or no mark before: the segmenter has parted at a line break.
  if (!/[\p{L}\p{N}]/u.test(next) || !/[\p{L}\p{N}]/u.test(before)) return true;
  if (!/[.!?…。！？؟।]["'”’»)\]*]*\s*$/u.test(before)) return !/[\n\u2028\u2029]\s*$/.test(before);
  if (/^\s*["'“‘«([]*\p{Ll}/u.test(next)) return true;
  const word = /([\p{L}.]+)\.\s*$/u.exec(before)?.[1];
  if (word === undefined) return false;
  const plain = word.toLowerCase();
  // J. K. Rowling; e.g. and U.S. before a name are one; "plan B. Then" is taken for an initial too, which only joins.
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  if (plain === 'no' || plain === 'nr' || plain === 'p' || plain === 'pp')
    return /^\s*\d/.test(next);
  return TITLES.has(plain) && !ENDS.has(plain);
}

/** Words of a sentence as one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A paragraph's sentences, each on one line. */
export const sentenceList = (text: string, language: string): string[] =>
  sentencesOf(text, language)
    .map(({ start, end }) => oneLine(text.slice(start, end)))
    .filter((sentence) => sentence !== '');
