/** Words of the interface as they are said. Pure. */
import type { CountedWord, Word } from '../../schemas/wording.ts';

/** What is put in the place of `{name}`. */
export type Values = Readonly<Record<string, string | number>>;

/** The word as text. */
export function say(word: Word, values: Values = {}): string {
  const text = typeof word === 'string' ? word : word.en;
  return text.replace(/\{(\w+)\}/g, (braces, name: string) => String(values[name] ?? braces));
}

/** Attributes of the element that shows a word: those that tell English where the page is none. */
export function markOf(word: Word): { readonly lang?: 'en'; readonly dir?: 'ltr' } {
  return typeof word === 'string' ? {} : { lang: 'en', dir: 'ltr' };
}

/** The form of a sentence that fits a number, in the words' own language. */
export function formFor(word: CountedWord, count: number, language: string): Word {
  const english = 'en' in word;
  const forms = english ? word.en : word;
  const form = forms[new Intl.PluralRules(english ? 'en' : language).select(count)] ?? forms.other;
  return english ? { en: form } : form;
}
