/** The interface's words: `src/i18n/en.json` has them all, other languages as many as there are. */
import { z } from 'astro/zod';

type English = typeof import('../i18n/en.json');

/** A word or sentence; `{name}` in it stands for what is put there. */
export type Word = string | { readonly en: string };

/** By the categories of `Intl.PluralRules`; what is missing says `other`. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A sentence that says a number. */
export type CountedWord = Forms | { readonly en: Forms };

type Said<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? Word
    : T[Key] extends { other: string }
      ? CountedWord
      : Said<T[Key]>;
};

/** All words as a page says them: those that its language lacks are English, and say so by `en`. */
export type Wording = Said<English>;

/** Why nothing is heard: the name of what readers are told, among the words of the sound control. */
export type SoundNotice = 'refused' | 'notLoaded' | 'missing';

/** Words as a file has them: by part and name, parts within parts. */
export interface WordTree {
  readonly [name: string]: string | WordTree;
}

const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** The names in braces of a word, in order of the alphabet. */
const namesIn = (word: string): string =>
  [...new Set(word.match(/\{\w+\}/g))].sort().join(' ') || 'none';

function wordSchema(english: string): z.ZodType {
  const names = namesIn(english);
  return z
    .string()
    .min(1)
    .refine(
      (word) => namesIn(word) === names,
      `its names in braces are those of English: ${names}`,
    );
}

/**
 * The schema of a language's file: the parts and names of English or fewer, and in
 * each word the same names in braces.
 *
 * @param english what `en.json` holds, or a part of it
 */
export function wordingSchema(english: WordTree): z.ZodType<WordTree> {
  const shape = Object.entries(english).map(([name, word]) => {
    if (typeof word === 'string') return [name, wordSchema(word).optional()];
    if (!isForms(word)) return [name, wordingSchema(word).optional()];
    const form = wordSchema(word.other);
    const forms = CATEGORIES.map((category) => [
      category,
      category === 'other' ? form : form.optional(),
    ]);
    return [name, z.strictObject(Object.fromEntries(forms)).optional()];
  });
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<WordTree>;
}

/** Whether it is one sentence in several forms, and no part with words of its own. */
export function isForms(word: WordTree): word is WordTree & { readonly other: string } {
  return typeof word['other'] === 'string';
}
