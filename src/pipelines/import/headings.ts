/** Which lines are headings, in whatever way an author has set them. Pure. */
import type { Element, ElementContent } from 'hast';
import { isElement } from './clean/elements.ts';
import { countWords, textOf } from './clean/text.ts';

/** What a heading says of its place. */
export interface Heading {
  /** The whole line. */
  readonly text: string;
  /** Its number, where it has one. */
  readonly number?: number;
  /** `Chapter One:`, `IV.`, `Introduction:`, as written, with the marks behind it. */
  readonly label?: string;
  /** Whether the label says that it opens or closes. */
  readonly part?: 'introduction' | 'conclusion';
  /** The line without number and label; empty where it has nothing else. */
  readonly title: string;
}

export type HeadingKind =
  | 'element'
  | 'chapter'
  | 'numbered'
  | 'roman'
  | 'bold'
  | 'upper'
  | 'label'
  | 'plain';

export interface Candidate {
  readonly at: number;
  readonly kind: HeadingKind;
  /** Of an element, 1 to 6. */
  readonly level?: number;
  readonly heading: Heading;
}

const CHAPTER_WORDS =
  'chapter|part|section|act|scene|chapitre|partie|acte|scène|kapitel|teil|abschnitt|akt|szene|cap[ií]tulo|parte|acto|escena|capitolo|atto|hoofdstuk|deel|kapittel|del|rozdział|część|kapitola|fejezet|bölüm|capitol(?:ul)?|luku|глава|часть|розділ|κεφάλαιο|μέρος|פרק|חלק|الفصل|الجزء';
const OPENINGS =
  'introduction|intro|prologue|prolog|foreword|preface|preamble|einleitung|einführung|vorwort|prologo|prólogo|introducción|introduzione|introdução|inleiding|inledning|indledning|wstęp|введение|предисловие|пролог|вступ|εισαγωγή|הקדמה|מבוא|مقدمة|المقدمة|序章|はじめに|引言|前言';
const CLOSINGS =
  'conclusions?|concluding thoughts|final thoughts|closing thoughts|in conclusion|epilogue|epilog|afterword|postscript|summary|verdict|the verdict|schluss|schlusswort|fazit|nachwort|épilogue|pour conclure|conclusión|conclusiones|epílogo|conclusione|conclusioni|conclusão|conclusie|slutsats|konklusion|podsumowanie|zakończenie|заключение|эпилог|итог|висновок|συμπέρασμα|επίλογος|סיכום|אחרית דבר|الخاتمة|خاتمة|終章|おわりに|结语|結論|结论';

const NUMBER_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  ),
  enth: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
    ' ',
  ),
  fr: 'un deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
  frth: 'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième'.split(
    ' ',
  ),
  de: 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  es: 'uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  it: 'uno due tre quattro cinque sei sette otto nove dieci undici dodici'.split(' '),
  ru: 'первая вторая третья четвёртая пятая шестая седьмая восьмая девятая десятая'.split(' '),
};

const SEPARATOR = String.raw`\s*[.:)\]–—-]+\s*|\s+`;
const ROMAN = /^(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const CHAPTER = new RegExp(
  String.raw`^(?<label>(?:${CHAPTER_WORDS})\s+(?<number>\d{1,3}|[ivxlc]{1,7}|[\p{L}-]{2,12}))(?<rest>$|\s*[.:)\]–—-]\s*.*|\s+[–—-]\s+.*)$`,
  'iu',
);
const EAST =
  /^(?<label>第(?<number>[0-9０-９一二三四五六七八九十]{1,3})[章回話话部節节])(?<rest>.*)$/u;
const LABEL = new RegExp(
  String.raw`^(?<label>${OPENINGS}|${CLOSINGS})(?<rest>$|\s*[:.–—-]\s*.*)$`,
  'iu',
);
const OPENING = new RegExp(`^(?:${OPENINGS})$`, 'iu');
const NUMBERED = /^(?<label>[#№([]?(?<number>\d{1,3})\s?[.):\]–—-]+)\s*(?<rest>\S.*)?$/u;
const ROMANS = /^(?<label>(?<number>[IVXLC]{1,7})\s?[.):\]–—-]+)(?:\s+(?<rest>\S.*))?$/u;
const BARE_ROMAN = /^(?<number>[IVXLC]{1,7})\.?$/;

/** @returns the value of a Roman numeral; undefined for what is none */
export function romanValue(text: string): number | undefined {
  const letters = text.toUpperCase();
  if (letters === '' || !ROMAN.test(letters)) return undefined;
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  return [...letters].reduce((sum, letter, at) => {
    const value = values[letter]!;
    return (values[letters[at + 1] ?? ''] ?? 0) > value ? sum - value : sum + value;
  }, 0);
}

const EASTERN = '一二三四五六七八九十';

function numberOf(word: string): number | undefined {
  const figures = word.replace(/[０-９]/g, (figure) => String(figure.charCodeAt(0) - 0xff10));
  if (/^\d+$/.test(figures)) return Number(figures);
  if (EASTERN.includes(word)) return EASTERN.indexOf(word) + 1;
  const lower = word.toLowerCase();
  for (const words of Object.values(NUMBER_WORDS)) {
    const at = words.indexOf(lower);
    if (at >= 0) return at + 1;
  }
  return romanValue(word);
}

const unlead = (rest: string | undefined): string =>
  (rest ?? '').replace(new RegExp(`^(?:${SEPARATOR})`), '').trim();

/** What a heading's line says: number, label and the title behind them. */
export function readHeading(line: string): Heading {
  const text = line.replace(/\s+/g, ' ').trim();
  const chapter = CHAPTER.exec(text)?.groups ?? EAST.exec(text)?.groups;
  const chapterNumber = chapter ? numberOf(chapter['number']!) : undefined;
  if (chapter && chapterNumber !== undefined)
    return {
      text,
      number: chapterNumber,
      label: chapter['label']!,
      title: unlead(chapter['rest']),
    };
  const numbered = NUMBERED.exec(text)?.groups;
  const roman = ROMANS.exec(text)?.groups ?? BARE_ROMAN.exec(text)?.groups;
  const value = numbered
    ? Number(numbered['number'])
    : roman
      ? romanValue(roman['number']!)
      : undefined;
  if (value !== undefined) {
    const rest = (numbered ?? roman)?.['rest'] ?? '';
    const part = labelled(rest);
    return {
      text,
      number: value,
      label: text.slice(0, text.length - rest.length).trim(),
      ...(part && { part: part.part }),
      title: rest,
    };
  }
  const part = labelled(text);
  return part ? { text, ...part } : { text, title: text };
}

function labelled(
  text: string,
): (Pick<Heading, 'label' | 'title'> & { part: 'introduction' | 'conclusion' }) | undefined {
  const groups = LABEL.exec(text)?.groups;
  if (!groups) return undefined;
  const label = groups['label']!;
  return {
    label,
    part: OPENING.test(label) ? 'introduction' : 'conclusion',
    title: unlead(groups['rest']),
  };
}

/** A line has at most so many words to be a heading. */
const LONGEST = 18;

/** Each block that may be a heading, in the one way that is surest. */
export function candidatesOf(blocks: readonly ElementContent[]): Candidate[] {
  return blocks.flatMap((block, at): Candidate[] => {
    if (!isElement(block)) return [];
    const text = textOf(block);
    if (text === '') return [];
    const heading = readHeading(text);
    const level = /^h([1-6])$/.exec(block.tagName)?.[1];
    if (level) return [{ at, kind: 'element', level: Number(level), heading }];
    if (block.tagName !== 'p' || countWords(text) > LONGEST || text.length > 140) return [];
    const kind = kindOf(block, text, heading, blocks[at + 1]);
    return kind ? [{ at, kind, heading }] : [];
  });
}

function kindOf(
  block: Element,
  text: string,
  heading: Heading,
  next: ElementContent | undefined,
): HeadingKind | undefined {
  if (block.children.some((child) => isElement(child, 'img', 'br'))) return undefined;
  const ended = /[.,;…]["”’»]?$/.test(text) && !/^[\p{L}\d]+\.$/u.test(text);
  if (heading.number !== undefined && !ended) {
    if (/^\p{L}{2,}\s/u.test(heading.label ?? '') || heading.label?.startsWith('第'))
      return 'chapter';
    if (/\d/.test(heading.label ?? '')) return heading.title === '' ? undefined : 'numbered';
    return 'roman';
  }
  if (heading.part && !ended) return 'label';
  const alone = block.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  if (alone.length === 1 && isElement(alone[0], 'strong') && !/[.,;]$/.test(text)) return 'bold';
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (
    letters.length > 3 &&
    letters === letters.toUpperCase() &&
    letters !== letters.toLowerCase() &&
    !ended
  )
    return 'upper';
  const follows = isElement(next, 'p') && countWords(textOf(next)) > countWords(text) * 2;
  if (
    follows &&
    text.length <= 70 &&
    countWords(text) <= 10 &&
    /^["“«‘]?[\p{Lu}\p{Lo}\d]/u.test(text) &&
    !/[.!?…:;,"”’»)]$/.test(text)
  )
    return 'plain';
  return undefined;
}
