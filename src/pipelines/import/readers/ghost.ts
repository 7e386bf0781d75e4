/** Ghost's export: one JSON file of a whole site, posts in Lexical, older ones in Mobiledoc. */

import type { RootContent } from 'hast';
import { escapeText } from '../../../core/site/feed/escapeText.ts';
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
import type { Report } from './ghost/cards.ts';

type Row = Readonly<Record<string, unknown>>;

interface Site {
  readonly posts: readonly Row[];
  /** Rows of a table, none where the export has no such. */
  readonly table: (name: string) => readonly Row[];
}

const looksLikeOne = (beginning: Uint8Array): boolean =>
  /^\s*\{\s*(?:"db"\s*:\s*\[|"meta"\s*:\s*\{[^{}]*"exported_on"|"data"\s*:\s*\{\s*"posts")/.test(
    new TextDecoder().decode(beginning),
  );

async function exportOf({ files }: Source): Promise<SourceFile | undefined> {
  for (const file of files)
    if (files.length === 1 || /\.json$/i.test(file.path))
      if (looksLikeOne(await beginningOf(file))) return file;
  return undefined;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;
const rows = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
const of = (row: Row | undefined, name: string): string => {
  const value = row?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

async function siteOf(source: Source): Promise<Site> {
  const file = await exportOf(source);
  if (!file) throw new ImportError(`${source.name} is no Ghost export.`);
  let whole: unknown;
  try {
    whole = JSON.parse(new TextDecoder().decode(await file.bytes()));
  } catch {
    throw new ImportError(`${file.path} is no whole JSON file: export it from Ghost again.`);
  }
  const first = isRow(whole) ? (rows(whole['db'])[0] ?? whole) : {};
  const data = isRow(first['data']) ? first['data'] : {};
  return { posts: rows(data['posts']), table: (name) => rows(data[name]) };
}

/** Dates are text, in old exports milliseconds. */
function dayOf<K extends string>(key: K, post: Row, name: string): Partial<Record<K, string>> {
  const value = post[name];
  const date = new Date(typeof value === 'number' ? value : of(post, name).replace(' ', 'T'));
  return Number.isNaN(date.getTime()) || value === null || value === undefined
    ? {}
    : ({ [key]: date.toISOString().slice(0, 10) } as Record<K, string>);
}

const addressOf = (post: Row): string | undefined =>
  /^https?:/.test(of(post, 'canonical_url')) ? of(post, 'canonical_url') : undefined;

interface Post extends Named {
  readonly row: Row;
}

function listed(row: Row): Post {
  const address = addressOf(row);
  return {
    row,
    id: of(row, 'id'),
    title: of(row, 'title'),
    ...(address && { address }),
    ...(of(row, 'slug') && { slug: of(row, 'slug') }),
    ...dayOf('published', row, 'published_at'),
    draft: !['published', 'sent'].includes(of(row, 'status')),
  };
}

async function* list(source: Source): AsyncGenerator<Listed> {
  for (const row of (await siteOf(source)).posts) {
    const { row: _, ...post } = listed(row);
    yield post;
  }
}

async function read(source: Source, wanted: string | undefined): Promise<Article> {
  const { posts, table } = await siteOf(source);
  const { row } = choose(source.name, posts.map(listed), wanted);
  const [{ fragmentOf }, { articleFromTree }, { imagesBeside }] = await Promise.all([
    import('../fragment.ts'),
    import('../cleanTree.ts'),
    import('../beside.ts'),
  ]);
  const id = of(row, 'id');
  const meta = table('posts_meta').find((one) => of(one, 'post_id') === id);
  const report: Report = { dropped: [], warnings: [], cards: 0 };
  const words = await wordsOf(row, source.name, report);
  const lead = of(row, 'feature_image');
  const caption = of(meta, 'feature_image_caption');
  const figure = lead
    ? fragmentOf(
        `<figure><img src="${escapeText(lead)}" alt="${escapeText(of(meta, 'feature_image_alt'))}">${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`,
      )
    : [];
  const tree = { type: 'root' as const, children: [...figure, ...words] };
  const address = addressOf(row);
  const description = of(row, 'custom_excerpt') || of(meta, 'meta_description');
  const author = authorsOf(id, row, table);
  const language = of(
    table('settings').find((one) => ['locale', 'lang'].includes(of(one, 'key'))),
    'value',
  );
  return articleFromTree(tree, {
    images: imagesBeside(tree, source),
    dropped: report.dropped,
    warnings: [...marks(row), ...report.warnings],
    facts: {
      ...(of(row, 'title') && { title: of(row, 'title') }),
      ...(author && { author }),
      ...(description && { description }),
      ...(language && { language }),
      ...(address && { address }),
      ...dayOf('published', row, 'published_at'),
      ...dayOf('modified', row, 'updated_at'),
    },
  });
}

/** The post's words as a raw tree. Mobiledoc converts to Lexical whole. */
async function wordsOf(row: Row, name: string, report: Report): Promise<RootContent[]> {
  const [{ lexicalTree }, { fragmentOf }, { mobiledocToLexical }] = await Promise.all([
    import('./ghost/lexical.ts'),
    import('../fragment.ts'),
    import('@tryghost/kg-converters'),
  ]);
  const [lexical, mobiledoc] = [of(row, 'lexical'), of(row, 'mobiledoc')];
  if (!lexical && !mobiledoc) return fragmentOf(of(row, 'html'));
  try {
    return lexicalTree(lexical || mobiledocToLexical(mobiledoc), report);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      `The words of “${of(row, 'title')}” in ${name} are broken: export it from Ghost again.`,
    );
  }
}

/** Names in the order in which the post has them. */
function authorsOf(id: string, row: Row, table: Site['table']): string {
  const names = new Map(table('users').map((user) => [of(user, 'id'), of(user, 'name')]));
  const order = table('posts_authors')
    .filter((one) => of(one, 'post_id') === id)
    .sort((a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0));
  const ids = order.length > 0 ? order.map((one) => of(one, 'author_id')) : [of(row, 'author_id')];
  return ids
    .map((one) => names.get(one) ?? '')
    .filter(Boolean)
    .join(', ');
}

/** What an author should know before they publish it. */
function marks(row: Row): string[] {
  const [status, visibility] = [of(row, 'status'), of(row, 'visibility')];
  if (!['published', 'sent'].includes(status))
    return [`In Ghost this post is not published: it is “${status}”.`];
  if (visibility !== '' && visibility !== 'public')
    return [`In Ghost this post is for “${visibility}” alone: in the story anyone can read it.`];
  return [];
}

export const ghost: Reader = {
  name: 'Ghost export',
  recognises: async (source, beginning) =>
    looksLikeOne(beginning) || (source.files.length > 1 && (await exportOf(source)) !== undefined),
  list,
  read,
};
