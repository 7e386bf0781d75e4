/** The line that has a screen of its own: the author's words, and not beside the sentence that they repeat. Pure. */
import type { ElementContent } from 'hast';
import { isElement } from '../clean/elements.ts';
import { textOf } from '../clean/text.ts';
import { sentenceList } from '../sentences.ts';
import { plainWords } from '../write/readWords.ts';
import { shorten } from './shorten.ts';

const MOST = 110;

export interface Quote {
  readonly quote: string;
  /** The step behind which it stands, from 1 on; none where any will do. */
  readonly quoteAfter?: number;
}

/** Begins with what the sentence before has named. */
const LEANING =
  /^(?:he|she|it|they|this|that|these|those|and|but|or|so|then|there|here|which|who|also|however|il|elle|ils|elles|cela|ce|et|mais|er|sie|es|das|dies|und|aber|él|ella|esto|eso|y|pero)\b/i;
/** What makes a line worth a screen: a turn. */
const TURNING =
  /[—–]|\b(?:not|never|nothing|only|until|yet|but|more than|less than|ne|pas|jamais|nicht|nie|nur|no|nunca|sino)\b/i;

/**
 * @param steps of the chapter
 * @param chosen pull quotes of the author's own, first choices
 * @param used quotes of the chapters before: no line twice
 */
export function draftQuote(
  steps: readonly (readonly ElementContent[])[],
  language: string,
  chosen: readonly string[],
  used: ReadonlySet<string>,
): Quote {
  const own = chosen.find((line) => line.length >= 2 && line.length <= MOST);
  const sentences = steps.map((step) => step.flatMap((block) => proseOf(block, language)));
  const words = steps.map((step) => plainWords(step.map((block) => textOf(block)).join(' ')));
  if (own !== undefined) return placed(own, words);
  const all = sentences.flatMap((list, at) =>
    list.map((sentence, index) => ({ sentence, at, index })),
  );
  const best = all
    .map((one, order) => ({ ...one, order, score: scoreOf(one, steps.length) }))
    .filter(({ sentence, score }) => score > Number.NEGATIVE_INFINITY && !used.has(sentence))
    .sort((a, b) => b.score - a.score || a.order - b.order)[0];
  if (best) return placed(best.sentence, words);
  const [longest] = all.map(({ sentence }) => sentence).sort((a, b) => b.length - a.length);
  const any = longest ?? textOf(steps.flatMap((step) => [...step]));
  const short = shorten(any, MOST);
  return placed(short.length >= 2 ? short : `${short} …`, words);
}

/** Sentences of paragraphs; items, tables and code are no lines to be set large. */
export function proseOf(block: ElementContent, language: string): string[] {
  if (isElement(block, 'p')) return sentenceList(textOf(block), language);
  if (isElement(block, 'blockquote', 'aside', 'div'))
    return block.children.flatMap((child) => proseOf(child, language));
  return [];
}

function scoreOf(
  { sentence, at, index }: { sentence: string; at: number; index: number },
  steps: number,
): number {
  const { length } = sentence;
  if (length < 18 || length > MOST || !/[.!?…。！？؟।]["”’»)]?$/u.test(sentence))
    return Number.NEGATIVE_INFINITY;
  if (/https?:|www\.|[[\]{}<>|]/.test(sentence) || !balanced(sentence))
    return Number.NEGATIVE_INFINITY;
  const fit = -Math.abs(length - 62) / 20;
  const turn = TURNING.test(sentence) ? 1.5 : 0;
  const lean = LEANING.test(sentence) ? -1.2 : 0;
  const question = sentence.endsWith('?') ? -0.8 : 0;
  // The first words of a chapter are read anyway.
  const first = at === 0 && index === 0 ? -1 : 0;
  const apart = freePlaces(at, steps).length > 0 ? 1 : 0;
  // Lines with figures and brackets are seldom lines to be set large.
  const dry = /[()=_/]|\d/.test(sentence) ? -1.5 : 0;
  return fit + turn + lean + question + first + apart + dry;
}

function balanced(text: string): boolean {
  const count = (letter: string) => text.split(letter).length - 1;
  return (
    count('“') === count('”') &&
    count('"') % 2 === 0 &&
    count('(') === count(')') &&
    count('«') === count('»') &&
    count('„') <= count('“')
  );
}

/** Steps behind which nothing stands beside step `at` (from 0 on). */
const freePlaces = (at: number, steps: number): number[] =>
  Array.from({ length: steps }, (_, place) => place + 1).filter(
    (place) => place !== at + 1 && place !== at,
  );

/** Behind the step nearest to the middle that is not beside the words. */
function placed(quote: string, words: readonly string[]): Quote {
  const plain = plainWords(quote.replace(/…$/, ''));
  const holding = words.flatMap((text, at) => (text.includes(plain) ? [at] : []));
  const middle = Math.ceil(words.length / 2);
  const free = words
    .map((_, place) => place + 1)
    .filter((place) => holding.every((at) => place !== at + 1 && place !== at))
    // Not behind the last step, where it would close the chapter, if that can be.
    .sort(
      (a, b) =>
        Number(a === words.length) - Number(b === words.length) ||
        Math.abs(a - middle) - Math.abs(b - middle) ||
        a - b,
    );
  return free[0] === undefined ? { quote } : { quote, quoteAfter: free[0] };
}
