/** Texts by the languages of their parts, for voices that read them out. Pure. */

/** By BCP 47 tag: words and phrases of that language. */
export type Terms = Readonly<Record<string, readonly string[]>>;

export interface LanguagePart {
  readonly text: string;
  /** Absent where the text around says it. */
  readonly language?: string;
}

/** The parts in order; put together they are the text. Terms are whole words, in any case; of several that fit, the longest. */
export function languageParts(text: string, terms: Terms): readonly LanguagePart[] {
  const languages = new Map(
    Object.entries(terms).flatMap(([language, words]) =>
      words.map((word) => [word.toLowerCase(), language] as const),
    ),
  );
  const longest = [...languages.keys()].sort((a, b) => b.length - a.length);
  if (longest.length === 0) return [{ text }];
  const found = new RegExp(`(?<!\\p{L})(${longest.map(escaped).join('|')})(?!\\p{L})`, 'giu');
  return text
    .split(found)
    .map((part, index): LanguagePart => {
      const language = index % 2 === 1 && languages.get(part.toLowerCase());
      return language ? { text: part, language } : { text: part };
    })
    .filter((part) => part.text !== '');
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
