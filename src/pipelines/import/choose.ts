/** Which of several articles is meant. Pure. */
import { ImportError, type Listed, type Wanted } from './article.ts';

/** What an article can be called by. */
export interface Named extends Listed {
  /** Its address's last part, where that is all the source knows. */
  readonly slug?: string;
}

const plain = (words: string): string =>
  words.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
/** Addresses are one also with another scheme, in another case of the host, with or without a slash at the end. */
const place = (address: string): string =>
  address
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/+$/, '')
    .toLowerCase();

/** Ways of naming an article, the surest first. */
const WAYS: readonly ((wanted: string, article: Named) => boolean)[] = [
  (wanted, { id }) => wanted.trim() === id,
  (wanted, { address }) => address !== undefined && place(wanted) === place(address),
  (wanted, { title }) => plain(wanted) === plain(title),
  (wanted, { slug }) => slug !== undefined && plain(wanted) === plain(slug),
];

/** Whether an article is perhaps the one that is meant: what a reader of a stream keeps. */
export const mayBe = (wanted: Wanted, article: Named): boolean =>
  wanted === undefined || WAYS.some((way) => way(wanted, article));

const said = ({ id, title, published, draft }: Named): string =>
  `“${title}” (number ${[id, published, ...(draft ? ['a draft'] : [])].filter(Boolean).join(', ')})`;

/** How many are named in a message. */
const NAMED = 5;

/**
 * @param name what the author calls the source
 * @param articles all that it holds, in its order
 * @throws ImportError where none or several are meant
 */
export function choose<T extends Named>(name: string, articles: readonly T[], wanted: Wanted): T {
  const [only, ...more] = articles;
  if (!only) throw new ImportError(`${name} holds no article.`);
  const some = (those: readonly T[]): string =>
    those.slice(0, NAMED).map(said).join('; ') + (those.length > NAMED ? '; …' : '');
  if (wanted === undefined) {
    if (more.length === 0) return only;
    throw new ImportError(
      `${name} holds ${articles.length.toLocaleString('en')} articles: say which one by its title, number or address. They are ${some(articles)}.`,
    );
  }
  for (const way of WAYS) {
    const found = articles.filter((article) => way(wanted, article));
    if (found.length === 1) return found[0]!;
    if (found.length > 1)
      throw new ImportError(
        `“${wanted}” is ${found.length} articles of ${name}: say which one by its number. They are ${some(found)}.`,
      );
  }
  const near = articles.filter(({ title }) => plain(title).includes(plain(wanted)));
  throw new ImportError(
    `${name} holds no article with the title, number or address “${wanted}”. It has ${some(near.length > 0 ? near : articles)}.`,
  );
}
