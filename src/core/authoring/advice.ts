/** What an author may want to look at again in a chapter that is right as far as the build is concerned. Pure. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { wordsOf } from '../content/body/readBody.ts';

export interface Advice {
  /** The field that it is about, where it is about one. */
  readonly field?: string;
  /** The step that it is about, from 0 on, where it is about one. */
  readonly step?: number;
  /** One plain sentence. */
  readonly text: string;
}

interface Advised {
  readonly quote: string;
  readonly quoteAfter?: number | undefined;
  /** Names of fields that were written by a program and that nobody has looked over. */
  readonly drafted?: readonly string[] | undefined;
  readonly body: { readonly steps: readonly Root[] };
}

/** So many words in a row that a step shares with the quote are its sentence. */
const SHARED_WORDS = 4;

export function adviceOn(chapter: Advised): Advice[] {
  const { steps } = chapter.body;
  const { quoteAfter = Math.ceil(steps.length / 2) } = chapter;
  const quote = listWords(chapter.quote);
  const beside = [quoteAfter - 1, quoteAfter].filter((step) => {
    const text = steps[step];
    const enough = Math.max(1, Math.min(SHARED_WORDS, quote.length));
    return text && longestRun(quote, listWords(wordsOf(text))) >= enough;
  });
  return [
    ...(chapter.drafted ?? []).map((field) => ({
      field,
      text: 'Drafted for you. Read it over, then say that it is yours.',
    })),
    ...beside.map((step) => ({
      field: 'quoteAfter',
      step,
      text: `The quote stands beside its own sentence, in step ${step + 1}. Let it stand elsewhere.`,
    })),
    ...steps.flatMap((step, at) => wordlessPictures(step, at)),
  ];
}

function wordlessPictures(tree: Root, step: number): Advice[] {
  const advice: Advice[] = [];
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName !== 'img' || /\S/.test(String(properties['alt'] ?? ''))) return;
    const name = String(properties['src'] ?? '').replace(/^.*\//, '');
    advice.push({
      step,
      text: `The picture ${name} has no words for those who cannot see it: ![What it shows](${properties['src']})`,
    });
  });
  return advice;
}

/** A text's words, so that spelling of quotation marks and capitals makes no difference. */
function listWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The most words in a row that two texts share. */
function longestRun(one: readonly string[], other: readonly string[]): number {
  let longest = 0;
  let before = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const row = new Array<number>(other.length + 1).fill(0);
    for (const [at, candidate] of other.entries())
      if (candidate === word) row[at + 1] = before[at]! + 1;
    longest = Math.max(longest, ...row);
    before = row;
  }
  return longest;
}
