/**
 * An article between its source and the story: what every reader hands on, and all that the rest of the import knows.
 */
import type { ElementContent, Root } from 'hast';

/** An article as its author has it, in plain structure; no furniture is judged yet. */
export interface Article {
  readonly facts: ArticleFacts;
  /**
   * The article as plain HTML structure, as `cleanTree` makes it: its children are blocks (`p h1–h6 blockquote ul ol dl
   * table figure pre hr aside`, `div` where a language or direction holds for several), and in lines of words what
   * `core/content/body/policy.ts` knows (`em strong s del sub sup br a q cite kbd mark abbr code ruby span[lang|dir]`
   * …), without classes (but `language-…` of code), styles and scripts. Items and cells hold a line of words, or blocks.
   * Words are the author's to the letter. Emphasis neither begins nor ends with a space. Headings keep the level that
   * they have in the source. A picture that stands alone is a `figure`. An image's `src` is a key of `images`, or an
   * address that could not be had. A reference to a note is an empty `<a data-note="KEY">` where the mark stood. A
   * pull quote is an `aside`. An `id` stands only where an `a[href="#id"]` of the body leads.
   */
  readonly body: Root;
  /** Notes by their key, in the order of their first reference. */
  readonly notes: ReadonlyMap<string, readonly ElementContent[]>;
  /** Pictures that came with the source, by the `src` by which the body names them. */
  readonly images: ReadonlyMap<string, SourceImage>;
  /** What the reader itself left out, in order. */
  readonly dropped: readonly Dropped[];
  /** What the author should look at: each a whole sentence. */
  readonly warnings: readonly string[];
  /** Where the source is a story's folder already: its files, by path in it; texts as strings. They stay as they are. */
  readonly made?: ReadonlyMap<string, string | Uint8Array>;
}

/** What the source says of the article; absent where it says nothing. Text is plain, without markup. */
export interface ArticleFacts {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: string;
  /** YYYY-MM-DD. */
  readonly published?: string;
  /** YYYY-MM-DD. */
  readonly modified?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly description?: string;
  /** Where it was published: an absolute http(s) address. */
  readonly address?: string;
}

export interface SourceImage {
  /** A file name of its own to keep, as the source has it. */
  readonly name: string;
  /** The file's bytes, read when they are needed. */
  readonly bytes: () => Promise<Uint8Array>;
}

/** Words that do not come into the story. */
export interface Dropped {
  /** The words, whole. */
  readonly words: string;
  /** Why, for the author: such as `a caption that repeats the title`. */
  readonly reason: string;
}

/** A source as it was opened: one file, or several of a folder or an archive. */
export interface SourceFile {
  /** Its path in the folder or archive, with `/`; a single file's own name. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
  /** For sources too large to hold. */
  readonly stream: () => AsyncIterable<Uint8Array>;
}

export interface Source {
  /** What the author called it, for messages. */
  readonly name: string;
  readonly files: readonly SourceFile[];
}

/** Which article of a source with several is meant: its title, number or address, and nothing where none was said. */
export type Wanted = string | undefined;

/** One of the articles that a source holds, for a list to choose from. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly address?: string;
  /** YYYY-MM-DD. */
  readonly published?: string;
  readonly draft: boolean;
}

/** One form in which articles come. One object a file, in `readers/`. */
export interface Reader {
  /** Its name for people: `WordPress export`. */
  readonly name: string;
  /**
   * Whether this is its form, judged by content and not by names alone.
   *
   * @param source the source
   * @param beginning the first 64 KiB of its first file
   */
  recognises(source: Source, beginning: Uint8Array): boolean | Promise<boolean>;
  /** What there is to choose from, where a source may hold several articles. */
  list?(source: Source): AsyncIterable<Listed>;
  /**
   * Reads the article.
   *
   * @throws ImportError when it cannot: one line that says where, what was found, and what would be right
   */
  read(source: Source, wanted: Wanted): Promise<Article>;
}

/** What an author did or gave that cannot be imported: its message is for them, one line. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
