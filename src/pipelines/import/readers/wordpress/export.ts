/** A WordPress export (WXR) as a stream: of 2,000 posts never more than one is held. */
import { SaxesParser } from 'saxes';
import { ImportError, type SourceFile } from '../../article.ts';

/** A post, a page, a picture: what WordPress calls an item. Text as the export has it. */
export interface Item {
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  /** The author's login. */
  readonly creator: string;
  /** HTML or blocks, as the editor keeps it. */
  readonly content: string;
  readonly excerpt: string;
  readonly id: string;
  /** The item that a picture belongs to. */
  readonly parent: string;
  /** Its place among the others of its parent. */
  readonly order: string;
  readonly slug: string;
  /** `publish`, `draft`, `private` … */
  readonly status: string;
  /** `post`, `page`, `attachment` … */
  readonly type: string;
  readonly password: string;
  /** `YYYY-MM-DD HH:MM:SS`, by the blog's clock. */
  readonly date: string;
  readonly modified: string;
  /** A picture's address. */
  readonly address: string;
  /** Of the post's own further fields, those of `META`. */
  readonly meta: ReadonlyMap<string, string>;
}

/** What the export says of the whole blog; complete when the stream has ended. */
export interface Blog {
  language: string;
  /** Authors' names by their logins. */
  readonly authors: Map<string, string>;
  /** What is wrong with the file, with its line. */
  fault?: string;
}

type Field = Exclude<keyof Item, 'meta'>;
const FIELDS: Readonly<Record<string, Field>> = {
  title: 'title',
  link: 'link',
  guid: 'guid',
  'dc:creator': 'creator',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
  'wp:post_id': 'id',
  'wp:post_parent': 'parent',
  'wp:menu_order': 'order',
  'wp:post_name': 'slug',
  'wp:status': 'status',
  'wp:post_type': 'type',
  'wp:post_password': 'password',
  'wp:post_date': 'date',
  'wp:post_modified': 'modified',
  'wp:attachment_url': 'address',
};
/** Further fields that matter; themes and plugins keep megabytes in others. */
const META: ReadonlySet<string> = new Set([
  'footnotes',
  '_thumbnail_id',
  '_wp_attachment_image_alt',
]);

const emptyItem = (): Record<Field, string> & { meta: Map<string, string> } => ({
  ...(Object.fromEntries(Object.values(FIELDS).map((field) => [field, ''])) as Record<
    Field,
    string
  >),
  meta: new Map(),
});

/**
 * @param file the export
 * @param blog is filled on the way
 * @throws ImportError for an export that declares entities of its own
 */
export async function* readExport(file: SourceFile, blog: Blog): AsyncGenerator<Item> {
  const done: Item[] = [];
  const parser = new SaxesParser({ xmlns: false });
  const path: string[] = [];
  let item: ReturnType<typeof emptyItem> | undefined;
  /** The words of the present element; none are kept of an element that is not asked for. */
  let words: string | undefined;
  let key = '';
  let login = '';

  const inItem = (name: string) => path.length === 4 && item !== undefined && name in FIELDS;
  const isWanted = (name: string) =>
    inItem(name) ||
    name === 'wp:meta_key' ||
    (name === 'wp:meta_value' && META.has(key)) ||
    name === 'wp:author_login' ||
    name === 'wp:author_display_name' ||
    (name === 'language' && path.length === 3);

  parser.on('opentag', ({ name }) => {
    path.push(name);
    if (name === 'item' && path.length === 3) item = emptyItem();
    words = isWanted(name) ? '' : undefined;
  });
  const add = (text: string) => {
    if (words !== undefined) words += text;
  };
  parser.on('text', add);
  // Where the words hold the end of such a section they are split over two.
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const text = words ?? '';
    if (words !== undefined) {
      if (item && inItem(name)) item[FIELDS[name]!] = text;
      else if (name === 'wp:meta_key') key = text;
      else if (name === 'wp:meta_value') item?.meta.set(key, text);
      else if (name === 'wp:author_login') login = text;
      else if (name === 'wp:author_display_name') blog.authors.set(login, text);
      else blog.language = text;
    }
    if (name === 'item' && item) {
      done.push(item);
      item = undefined;
    }
    path.pop();
    words = undefined;
  });
  parser.on('doctype', () => {
    throw new ImportError(
      `${file.path} has a document type of its own at line ${parser.line}: no WordPress export has one, export it again.`,
    );
  });
  // Control characters and bare ampersands are common, and cost no word.
  parser.on('error', ({ message }) => {
    blog.fault ??= message;
  });

  const decoder = new TextDecoder();
  for await (const bytes of file.stream()) {
    parser.write(decoder.decode(bytes, { stream: true }));
    yield* done.splice(0);
  }
  parser.write(decoder.decode());
  parser.close();
  yield* done.splice(0);
}
