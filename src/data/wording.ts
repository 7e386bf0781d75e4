/** The interface's words, by language: read from `src/i18n`, checked, completed by English. */
import { ContentError } from '../core/content/contentError.ts';
import { closestLanguage } from '../core/wording/closestLanguage.ts';
import { completed } from '../core/wording/complete.ts';
import { type Wording, type WordTree, wordingSchema } from '../schemas/wording.ts';

const FILES = import.meta.glob<WordTree>('../i18n/*.json', { eager: true, import: 'default' });
const LANGUAGES = new Map(
  Object.entries(FILES).map(([file, words]) => [/([\w-]+)\.json$/.exec(file)![1]!, words]),
);
const ENGLISH = LANGUAGES.get('en')!;

/** Tags of the languages that there are words of, English first. */
export const WORDED: readonly string[] = [
  'en',
  ...[...LANGUAGES.keys()].filter((tag) => tag !== 'en').sort(),
];

/** The language whose words pages in a language have; English where there are none. */
export const wordedAs = (language: string): string => closestLanguage(language, WORDED) ?? 'en';

/** What a language calls itself. */
export const nameOf = (tag: string): string => String(LANGUAGES.get(tag)?.['name'] ?? tag);

/** Checked once for all pages: it takes longer than to write one. */
const READY = new Map<string | undefined, Wording>();

/**
 * The words for pages in a language; see `Wording` for those that it lacks.
 *
 * @param language BCP 47, such as `de-AT`
 * @throws ContentError where the language's file does not fit
 */
export function wordingOf(language: string): Wording {
  const tag = closestLanguage(language, WORDED);
  const ready = READY.get(tag);
  if (ready) return ready;
  const own = tag && LANGUAGES.get(tag);
  if (own) checkWording(`src/i18n/${tag}.json`, own, ENGLISH);
  const words = completed(ENGLISH, own || undefined) as Wording;
  READY.set(tag, words);
  return words;
}

/**
 * @param english what the words translate
 * @throws ContentError naming each word that is none of English's, or has other names in braces
 */
export function checkWording(file: string, words: WordTree, english: WordTree): void {
  const { error } = wordingSchema(english).safeParse(words);
  if (!error) return;
  const at = (tree: WordTree, path: readonly PropertyKey[]) =>
    path.reduce<unknown>((part, name) => (part as WordTree | undefined)?.[String(name)], tree);
  throw new ContentError(
    file,
    error.issues.map(({ path, message }) => ({
      field: path.join('.') || 'file',
      found: at(words, path),
      expected: message,
      example: JSON.stringify(at(english, path)) ?? '',
    })),
  );
}
