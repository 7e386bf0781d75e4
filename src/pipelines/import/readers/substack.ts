/** Substack's export: a table of all posts and a piece of HTML for each, in a folder or an archive. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import {
  type Article,
  type Dropped,
  ImportError,
  type Listed,
  type Reader,
  type Source,
  type SourceFile,
} from '../article.ts';
import { choose, type Named } from '../choose.ts';

const TABLE = /(?:^|\/)posts\.csv$/;

interface Post extends Named {
  readonly subtitle: string;
  /** `everyone`, `only_paid` … */
  readonly audience: string;
  readonly file: SourceFile | undefined;
}

async function postsOf(source: Source): Promise<Post[]> {
  const table = source.files.find(({ path }) => TABLE.test(path));
  if (!table) throw new ImportError(`${source.name} is no Substack export: posts.csv is missing.`);
  const { parse } = await import('csv-parse/sync');
  let rows: Record<string, string>[];
  try {
    rows = parse(await table.bytes(), {
      bom: true,
      columns: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
    });
  } catch {
    throw new ImportError(`${table.path} is no right table: export it from Substack again.`);
  }
  const of = (row: Record<string, string>, name: string): string =>
    (row[name] ?? '').replace(/\s+/g, ' ').trim();
  return rows.map((row): Post => {
    const name = of(row, 'post_id');
    const [id = name, ...rest] = name.split('.');
    const slug = rest.join('.');
    const published = /^\d{4}-\d\d-\d\d/.exec(of(row, 'post_date'))?.[0];
    return {
      id,
      title: of(row, 'title'),
      subtitle: of(row, 'subtitle'),
      audience: of(row, 'audience'),
      ...(slug && { slug }),
      ...(published && { published }),
      draft: of(row, 'is_published') !== 'true',
      file: source.files.find(
        ({ path }) => path.replace(/^.*\//, '').startsWith(`${id}.`) && path.endsWith('.html'),
      ),
    };
  });
}

async function* list(source: Source): AsyncGenerator<Listed> {
  for (const { file, subtitle: _, audience: __, ...post } of await postsOf(source))
    if (file) yield post;
}

/** What Substack puts into a post for those who read it there. */
const FURNITURE: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)subscription-widget/, 'a form to subscribe'],
  [/(?:^|\s)(?:captioned-)?button-wrap/, 'a button'],
  [
    /(?:^|\s)(?:poll-embed|community-chat|digest-post-embed|recipe-embed)/,
    'shown by Substack alone',
  ],
  [/(?:^|\s)(?:hide-text|image-link-expand)/, 'a part of Substack’s own pages'],
];

async function read(source: Source, wanted: string | undefined): Promise<Article> {
  const post = choose(
    source.name,
    (await postsOf(source)).filter(({ file }) => file),
    wanted,
  );
  const [{ classOf, element, isElement, text }, { textOf }, { fragmentOf }, clean, beside] =
    await Promise.all([
      import('../clean/elements.ts'),
      import('../clean/text.ts'),
      import('../fragment.ts'),
      import('../cleanTree.ts'),
      import('../beside.ts'),
    ]);
  const notes = new Map<string, RootContent[]>();
  const dropped: Dropped[] = [];
  const warnings = [
    ...(post.draft ? ['In Substack this post is a draft.'] : []),
    ...(post.audience !== '' && post.audience !== 'everyone'
      ? [`In Substack this post is for “${post.audience}”: in the story anyone can read it.`]
      : []),
  ];

  const arrange = (node: RootContent): RootContent[] => {
    if (node.type !== 'element') return [node];
    const classes = classOf(node);
    const [, reason] = FURNITURE.find(([pattern]) => pattern.test(classes)) ?? [];
    if (reason) {
      const words = textOf(node);
      if (words !== '') dropped.push({ words, reason });
      return [];
    }
    if (/(?:^|\s)footnote(?:\s|$)/.test(classes)) {
      const number = node.children.find((child): child is Element => isElement(child, 'a'));
      const words = node.children.filter((child) => child !== number);
      notes.set(String(number?.properties['id']), words.flatMap(arrange));
      return [];
    }
    if (/(?:^|\s)footnote-anchor(?:\s|$)/.test(classes))
      return [element('a', [], { dataNote: String(node.properties['href']).slice(1) })];
    const shown = /(?:^|\s)(?:tweet|latex-rendered)(?:\s|$)/.test(classes) && attributes(node);
    if (shown) {
      const { url, full_text: said, persistentExpression: formula } = shown;
      if (typeof formula === 'string') return [element('p', [element('code', [text(formula)])])];
      if (typeof said === 'string') {
        const link = element('a', [text(String(url))], { href: String(url) });
        return [element('blockquote', [element('p', [text(said)]), element('p', [link])])];
      }
    }
    return [{ ...node, children: node.children.flatMap(arrange) as ElementContent[] }];
  };

  const bytes = await post.file!.bytes();
  const all = fragmentOf(new TextDecoder().decode(bytes)).flatMap(arrange);
  const tree: Root = { type: 'root', children: all };
  const { title, subtitle, published } = post;
  return clean.articleFromTree(tree, {
    images: beside.imagesBeside(tree, source),
    notes,
    dropped,
    warnings,
    facts: {
      ...(title && { title }),
      ...(subtitle && { subtitle }),
      ...(published && { published }),
    },
  });
}

/** What Substack keeps of a piece that its pages fill. */
function attributes({ properties }: Element): Record<string, unknown> | undefined {
  try {
    return JSON.parse(String(properties['dataAttrs'])) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

export const substack: Reader = {
  name: 'Substack export',
  recognises: ({ files }) =>
    files.some(({ path }) => TABLE.test(path)) &&
    files.some(({ path }) => /(?:^|\/)posts\/\d+\.[^/]*\.html$/.test(path)),
  list,
  read,
};
