/** WordPress's export (WXR): one file of a whole blog, or several of a large one. */
import {
  type Article,
  ImportError,
  type Listed,
  type Reader,
  type Source,
  type SourceFile,
} from '../article.ts';
import { beginningOf } from '../beginning.ts';
import { choose, mayBe, type Named } from '../choose.ts';
import { type Blog, type Item, readExport } from './wordpress/export.ts';
import type { Attachment } from './wordpress/post.ts';

const beginsLikeOne = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder().decode(bytes);
  return /<rss\b/.test(text) && /wordpress\.org\/export\/1\.|<wp:wxr_version>/.test(text);
};

async function exportsOf(source: Source): Promise<SourceFile[]> {
  const found: SourceFile[] = [];
  for (const file of source.files) {
    if (source.files.length > 1 && !/\.(?:xml|wxr)$/i.test(file.path)) continue;
    if (beginsLikeOne(await beginningOf(file))) found.push(file);
  }
  return found;
}

/** What WordPress keeps beside posts and pages. */
const NO_ARTICLE =
  /^(?:attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-.*|jp_\w+|feedback)$/;

const isArticle = ({ type, status }: Item): boolean =>
  !NO_ARTICLE.test(type) && !/^(?:trash|auto-draft|inherit)$/.test(status);

/** A title has entities, and sometimes marks. What reads them is loaded when it is needed: a list is long, not large. */
async function plain(html: string): Promise<string> {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  const [{ textOf }, { parseHtml }] = await Promise.all([
    import('../clean/text.ts'),
    import('../cleanTree.ts'),
  ]);
  return textOf(parseHtml(html));
}

/** Of its own, so that the piece of the file that they stood in is not held. */
const copied = <T>(value: T): T => structuredClone(value);

const listed = async (item: Item): Promise<Named> =>
  copied({
    id: item.id,
    title: await plain(item.title),
    ...(/^https?:/.test(item.link) && { address: item.link }),
    ...(item.slug && { slug: item.slug }),
    ...dayOf('published', item.date),
    draft: item.status !== 'publish',
  });

const dayOf = <K extends string>(key: K, date: string): Partial<Record<K, string>> =>
  /^(?!0000)\d{4}-\d\d-\d\d/.test(date) ? ({ [key]: date.slice(0, 10) } as Record<K, string>) : {};

async function* list(source: Source): AsyncGenerator<Listed> {
  for (const file of await exportsOf(source)) {
    const blog: Blog = { language: '', authors: new Map() };
    for await (const item of readExport(file, blog)) if (isArticle(item)) yield await listed(item);
  }
}

async function read(source: Source, wanted: string | undefined): Promise<Article> {
  const blog: Blog = { language: '', authors: new Map() };
  const articles: Named[] = [];
  const kept = new Map<string, Item>();
  const attachments = new Map<string, Attachment>();
  const shared = new Map<string, string>();
  for (const file of await exportsOf(source))
    for await (const item of readExport(file, blog)) {
      if (item.type === 'attachment') attachments.set(copied(item.id), attachment(item));
      if (item.type === 'wp_block') shared.set(copied(item.id), copied(item.content));
      if (!isArticle(item)) continue;
      const one = await listed(item);
      articles.push(one);
      // Where none is named, the first is it or there are too many.
      if (mayBe(wanted, one) && (wanted !== undefined || articles.length === 1))
        kept.set(one.id, item);
    }
  if (articles.length === 0 && blog.fault)
    throw new ImportError(`${source.name} is no whole WordPress export: ${blog.fault}`);
  const item = kept.get(choose(source.name, articles, wanted).id)!;
  const [{ readPost }, { articleFromTree }, { imagesBeside }] = await Promise.all([
    import('./wordpress/post.ts'),
    import('../cleanTree.ts'),
    import('../beside.ts'),
  ]);
  const post = readPost(
    {
      id: item.id,
      content: item.content,
      footnotes: item.meta.get('footnotes') ?? '',
      thumbnail: item.meta.get('_thumbnail_id') ?? '',
    },
    { attachments, shared },
  );
  const title = await plain(item.title);
  const description = await plain(item.excerpt);
  const author = blog.authors.get(item.creator) || item.creator;
  return articleFromTree(post.tree, {
    ...(/^https?:/.test(item.link) && { base: item.link }),
    images: imagesBeside(post.tree, source),
    notes: post.notes,
    dropped: post.dropped,
    warnings: [...marks(item), ...faults(blog), ...post.warnings],
    facts: {
      ...(title && { title }),
      ...(author && { author }),
      ...(description && { description }),
      ...(blog.language && { language: blog.language }),
      ...(/^https?:/.test(item.link) && { address: item.link }),
      ...dayOf('published', item.date),
      ...dayOf('modified', item.modified),
    },
  });
}

const attachment = (item: Item): Attachment =>
  copied({
    id: item.id,
    parent: item.parent,
    order: Number(item.order) || 0,
    address: item.address || item.guid,
    alt: item.meta.get('_wp_attachment_image_alt') ?? '',
    caption: item.excerpt,
  });

/** What an author should know before they publish it. */
function marks({ status, password }: Item): string[] {
  if (password !== '')
    return ['In WordPress a password protects this post: in the story anyone can read it.'];
  if (status === 'private')
    return ['In WordPress this post is private: in the story anyone can read it.'];
  if (status !== 'publish') return [`In WordPress this post is not published: it is “${status}”.`];
  return [];
}

const faults = ({ fault }: Blog): string[] =>
  fault ? [`The export is no right XML (${fault}): look whether the post is whole.`] : [];

export const wordpress: Reader = {
  name: 'WordPress export',
  recognises: async (source, beginning) =>
    beginsLikeOne(beginning) || (source.files.length > 1 && (await exportsOf(source)).length > 0),
  list,
  read,
};
