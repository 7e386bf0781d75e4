/** Lines that say who wrote an article, and when. Pure. */

export interface Byline {
  readonly author?: string;
  /** YYYY-MM-DD. */
  readonly published?: string;
}

const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'];

/** Months by their names, long and short, in the languages of most blogs. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, at): [string, number] => [
        format
          .format(Date.UTC(2026, at, 15))
          .toLowerCase()
          .replace(/\.$/, ''),
        at + 1,
      ]);
    }),
  ),
);

const NAME = String.raw`\p{Lu}[\p{L}’'.-]*(?:\s+(?:(?:de|da|di|del|van|von|der|la|le|el|al|bin|y)\s+)*\p{Lu}[\p{L}’'.-]*){0,4}`;
const BY = String.raw`(?:(?:written|posted|published|words|review(?:ed)?|story|text|article)\s+)?(?:by|von|par|por|di|door|av|af)`;
const WHEN = String.raw`(?:(?:last )?(?:posted|published|updated|veröffentlicht|publié|publicado|pubblicato)(?:\s+(?:on|am|le|el|il|em))?:?|on|am|le|el|il|em)`;
const BYLINE = new RegExp(String.raw`^(?:${BY}[:\s]\s*(?<author>${NAME}))?(?<rest>.*)$`, 'u');
const BY_NAME = new RegExp(String.raw`^${BY}[:\s]\s*${NAME}(?=$|[\s,|·•–—-])`, 'iu');
const SEPARATOR = /^[\s,|·•–—-]+|[\s,|·•–—-]+$/g;
const READING = /\b\d+\s*min(?:ute)?s?(?:\s+read|\s+lesezeit|\s+de lecture)?$/i;

/**
 * @param line a whole paragraph
 * @param author whom the source names, if it does
 * @returns undefined for what is not wholly a byline or a date
 */
export function bylineOf(line: string, author: string | undefined): Byline | undefined {
  if (line.length > 110) return undefined;
  let rest = line.trim();
  let found: string | undefined;
  if (author !== undefined && rest.toLowerCase() === author.toLowerCase()) return { author };
  if (BY_NAME.test(rest)) {
    const lowered = rest.replace(/^\S+(?:\s+\S+)??(?=[:\s])/, (start) => start.toLowerCase());
    const match = BYLINE.exec(lowered);
    found = match?.groups?.['author']?.replace(/[.,]+$/, '');
    rest = match?.groups?.['rest'] ?? '';
  }
  rest = rest.replace(SEPARATOR, '').replace(READING, '').replace(SEPARATOR, '');
  const published = dateOf(rest.replace(new RegExp(`^${WHEN}\\s+`, 'i'), ''));
  if (rest !== '' && published === undefined) return undefined;
  if (found === undefined && published === undefined) return undefined;
  return {
    ...(found !== undefined && { author: found }),
    ...(published !== undefined && { published }),
  };
}

/**
 * @param text a date and nothing else (a time of day may follow)
 * @returns YYYY-MM-DD
 */
export function dateOf(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/^\p{L}+\.?,\s+(?=\d|\p{L}+ \d)/u, '')
    .replace(/(?:,?\s+(?:at|um|à)?\s*\d{1,2}[:.h]\d{2}(?:\s*[ap]\.?m\.?)?)$/i, '');
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(plain);
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const first = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(plain);
  if (first) return dated(Number(first[3]), MONTHS.get(first[1]!.toLowerCase()), Number(first[2]));
  const second = /^(\d{1,2})(?:st|nd|rd|th|\.|er|º)? (?:de )?(\p{L}+)\.?,? (?:de )?(\d{4})$/u.exec(
    plain,
  );
  if (second)
    return dated(Number(second[3]), MONTHS.get(second[2]!.toLowerCase()), Number(second[1]));
  return undefined;
}

function dated(year: number, month: number | undefined, day: number): string | undefined {
  if (month === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const right = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1500;
  return right ? date.toISOString().slice(0, 10) : undefined;
}
