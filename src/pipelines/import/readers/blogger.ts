/** Blogger's backup: an Atom feed in which posts, comments, settings and the template are all entries. */
import {
  type Article,
  ImportError,
  type Listed,
  type Reader,
  type Source,
  type SourceFile,
} from '../article.ts';
import { beginningOf } from '../beginning.ts';
import { choose, type Named } from '../choose.ts';

const looksLikeOne = (beginning: Uint8Array): boolean => {
  const text = new TextDecoder().decode(beginning);
  return /<feed\b/.test(text) && /<id>\s*tag:blogger\.com,1999:blog-/.test(text);
};

async function exportOf({ files }: Source): Promise<SourceFile | undefined> {
  for (const file of files)
    if (files.length === 1 || /\.(?:xml|atom)$/i.test(file.path))
      if (looksLikeOne(await beginningOf(file))) return file;
  return undefined;
}

const KIND = 'http://schemas.google.com/g/2005#kind';

/** Backups by way of Takeout say in elements of their own what older ones say in Atom's. */
const inOneForm = (feed: string): string =>
  feed
    .replace(
      /<blogger:type>(POST|PAGE|COMMENT)<\/blogger:type>/g,
      (_, kind: string) =>
        `<category scheme="${KIND}" term="http://schemas.google.com/blogger/2008/kind#${kind.toLowerCase()}"/>`,
    )
    .replace(
      /<blogger:status>(?!LIVE)(\w+)<\/blogger:status>/g,
      (_, status: string) => `<category scheme="${STATUS}" term="${status.toLowerCase()}"/>`,
    )
    .replace(
      /<blogger:metaDescription>([^<]+)<\/blogger:metaDescription>/g,
      '<summary>$1</summary>',
    );
/** A scheme of our own. */
const STATUS = 'blogger:status';

interface Post extends Named {
  readonly html: string;
  readonly description: string;
  readonly author: string;
  readonly modified: string;
}

async function postsOf(source: Source): Promise<Post[]> {
  const file = await exportOf(source);
  if (!file) throw new ImportError(`${source.name} is no backup of Blogger.`);
  const text = new TextDecoder().decode(await file.bytes());
  if (/<!DOCTYPE/i.test(text.slice(0, text.indexOf('<feed'))))
    throw new ImportError(
      `${file.path} has a document type of its own: no backup of Blogger has one, get it from there again.`,
    );
  if (!/<\/feed>\s*$/.test(text))
    throw new ImportError(`${file.path} ends in the middle: get the backup from Blogger again.`);
  const [{ parseAtomFeed }, { textOf }, { fragmentOf }] = await Promise.all([
    import('feedsmith'),
    import('../clean/text.ts'),
    import('../fragment.ts'),
  ]);
  let feed: ReturnType<typeof parseAtomFeed>;
  try {
    feed = parseAtomFeed(inOneForm(text));
  } catch {
    throw new ImportError(`${file.path} is no right Atom feed: get the backup from Blogger again.`);
  }
  return (feed.entries ?? []).flatMap((entry): Post[] => {
    const by = (scheme: string) =>
      entry.categories?.find((category) => category.scheme === scheme)?.term ?? '';
    const status = by(STATUS);
    if (!/#(?:post|page)$/.test(by(KIND)) || /trash/.test(status)) return [];
    const address = entry.links?.find(({ rel }) => rel === 'alternate')?.href;
    const published = day(entry.published);
    return [
      {
        id: /\.(?:post|page)-(\d+)$/.exec(entry.id ?? '')?.[1] ?? entry.id ?? '',
        title: plain(entry.title?.value ?? ''),
        ...(address && /^https?:/.test(address) && { address }),
        ...(published && { published }),
        draft: status !== '' || entry.app?.control?.draft === true,
        html: entry.content?.value ?? '',
        description: plain(entry.summary?.value ?? ''),
        author: entry.authors?.[0]?.name ?? '',
        modified: day(entry.updated),
      },
    ];

    function plain(html: string): string {
      return textOf({ type: 'root', children: fragmentOf(html) });
    }
  });
}

const day = (date: unknown): string => /^\d{4}-\d\d-\d\d/.exec(String(date))?.[0] ?? '';

async function* list(source: Source): AsyncGenerator<Listed> {
  for (const { id, title, address, published, draft } of await postsOf(source))
    yield { id, title, draft, ...(address && { address }), ...(published && { published }) };
}

async function read(source: Source, wanted: string | undefined): Promise<Article> {
  const post = choose(source.name, await postsOf(source), wanted);
  const [{ fragmentOf }, { articleFromTree }, { imagesBeside }] = await Promise.all([
    import('../fragment.ts'),
    import('../cleanTree.ts'),
    import('../beside.ts'),
  ]);
  const tree = { type: 'root' as const, children: fragmentOf(post.html) };
  const { title, author, description, published, modified, address, draft } = post;
  return articleFromTree(tree, {
    ...(address && { base: address }),
    images: imagesBeside(tree, source),
    warnings: draft ? ['In Blogger this post is a draft.'] : [],
    facts: {
      ...(title && { title }),
      ...(author && { author }),
      ...(description && { description }),
      ...(published && { published }),
      ...(modified && { modified }),
      ...(address && { address }),
    },
  });
}

export const blogger: Reader = {
  name: 'Blogger backup',
  recognises: async (source, beginning) =>
    looksLikeOne(beginning) || (source.files.length > 1 && (await exportOf(source)) !== undefined),
  list,
  read,
};
