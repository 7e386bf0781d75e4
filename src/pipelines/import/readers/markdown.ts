/** Markdown as blogs have it: front matter, GitHub's signs, HTML between, the commands of a site's generator. */

import GithubSlugger from 'github-slugger';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import {
  type ArticleFacts,
  type Dropped,
  ImportError,
  type Reader,
  type Source,
  type SourceFile,
} from '../article.ts';
import { imagesBeside } from '../beside.ts';
import { dateOf } from '../byline.ts';
import { choose, type Named } from '../choose.ts';
import { textOf } from '../clean/text.ts';
import { articleFromTree } from '../cleanTree.ts';
import { decodePlain } from '../decodeWords.ts';
import { markdownFragmentOf } from '../fragment.ts';

const NAME = /\.(?:md|markdown|mdx|mdown|mkd|qmd)$/i;
/** Lines that only Markdown has. */
const SIGNS = [
  /^---\r?\n[\s\S]*?^[\w-]+\s*:/m,
  /^#{1,6}[ \u00a0]\S/m,
  /^(?:\* {1,3}|- |> |\d+\. )\S/m,
  /\[[^\]\n]+\]\((?:https?:|\/|\.|#)[^)\s]*\)/,
  /(?:^|\s)(?:\*\*|__)\S[^\n]*?\S(?:\*\*|__)(?=\W|$)/m,
  /^(?:={3,}|-{3,})\s*$/m,
  /^```/m,
];

const markdownFiles = ({ files }: Source): SourceFile[] =>
  files.filter(
    ({ path }) => NAME.test(path) && !/(?:^|\/)(?:readme|license|changelog)\.\w+$/i.test(path),
  );

export const markdown: Reader = {
  name: 'Markdown',
  recognises(source, beginning) {
    if (markdownFiles(source).length > 0) return true;
    const [first] = source.files;
    if (!first || /\.te?xt$/i.test(first.path)) return false;
    const text = new TextDecoder().decode(beginning);
    const [front, heading, ...others] = SIGNS.map((sign) => sign.test(text));
    return Boolean(
      (front && text.startsWith('---')) || heading || others.filter(Boolean).length > 1,
    );
  },
  async *list(source) {
    for (const file of markdownFiles(source)) yield { ...(await namedFile(file)) };
  },
  async read(source, wanted) {
    const named = markdownFiles(source);
    const files = named.length > 0 ? named : source.files.slice(0, 1);
    const file =
      files.length === 1 && wanted === undefined
        ? files[0]!
        : choose(source.name, await Promise.all(files.map(namedFile)), wanted).file;
    const text = decodePlain(await file.bytes(), file.path);
    return articleFromMarkdown(text, source);
  },
};

async function namedFile(file: SourceFile): Promise<Named & { file: SourceFile }> {
  const { facts, body } = frontMatterOf(decodePlain(await file.bytes(), file.path));
  const title = facts.title ?? /^#[ \u00a0]+(.+?)\s*#*$/m.exec(body)?.[1] ?? file.path;
  return {
    file,
    id: file.path,
    title,
    draft: false,
    ...(facts.published !== undefined && { published: facts.published }),
    ...(facts.address !== undefined && { address: facts.address }),
  };
}

/** @param source in whose files its pictures may lie */
export function articleFromMarkdown(text: string, source: Source) {
  const { facts, body, dropped } = frontMatterOf(
    text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
  );
  const commands = withoutCommands(withPlainMarkers(body));
  const tree: Root = { type: 'root', children: markdownFragmentOf(commands.text, '') };
  // The heading of the notes is the reader's, not the author's.
  visit(tree, 'element', (node, index, parent) => {
    if (node.properties['id'] !== 'footnote-label' || !parent || index === undefined)
      return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  // Places that links lead to, as blogs name them.
  const slugger = new GithubSlugger();
  visit(tree, 'element', (node) => {
    if (/^h[1-6]$/.test(node.tagName)) node.properties['id'] ??= slugger.slug(textOf(node));
  });
  const article = articleFromTree(tree, {
    ...(facts.address !== undefined && { base: facts.address }),
    images: imagesBeside(tree, source),
    facts,
    dropped: [...dropped, ...commands.dropped],
  });
  if (textOf(article.body) === '')
    throw new ImportError(`${source.name} holds no words below its front matter`);
  return article;
}

const FIELDS: Readonly<
  Record<Exclude<keyof ArticleFacts, 'published' | 'modified'>, readonly string[]>
> = {
  title: ['title'],
  subtitle: ['subtitle', 'tagline', 'dek', 'standfirst'],
  author: ['author', 'authors', 'by', 'creator'],
  language: ['language', 'lang', 'locale'],
  description: ['description', 'excerpt', 'summary', 'lead'],
  address: ['canonical', 'canonical_url', 'canonicalUrl', 'url', 'permalink', 'link'],
};

function frontMatterOf(text: string): { facts: ArticleFacts; body: string; dropped: Dropped[] } {
  const yaml = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const toml = /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(text);
  if (toml)
    return {
      facts: tomlFacts(toml[1]!),
      body: text.slice(toml[0].length),
      dropped: [],
    };
  if (!yaml) return { facts: {}, body: text, dropped: [] };
  let data: unknown;
  try {
    data = parseYaml(yaml[1]!);
  } catch {
    return {
      facts: {},
      body: text.slice(yaml[0].length),
      dropped: [{ words: yaml[1]!, reason: 'front matter that is no YAML' }],
    };
  }
  // Two rules with words between are no front matter.
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return { facts: {}, body: text, dropped: [] };
  return {
    facts: factsOf(data as Record<string, unknown>),
    body: text.slice(yaml[0].length),
    dropped: [],
  };
}

/** Hugo's lines `title = "…"`, those of words and days. */
function tomlFacts(text: string): ArticleFacts {
  const pairs = [
    ...text.matchAll(/^(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\d{4}-\d\d-\d\d\S*))\s*$/gm),
  ];
  return factsOf(
    Object.fromEntries(
      pairs.map(([, name, double, single, day]) => [
        name,
        double?.replace(/\\(.)/g, '$1') ?? single ?? day,
      ]),
    ),
  );
}

function factsOf(data: Readonly<Record<string, unknown>>): ArticleFacts {
  const said = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const found = wordsIn(data[name]);
      if (found) return found;
    }
    return undefined;
  };
  const day = (names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = data[name];
      const found =
        value instanceof Date ? value.toISOString().slice(0, 10) : dateOf(wordsIn(value) ?? '');
      if (found) return found;
    }
    return undefined;
  };
  const facts: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(FIELDS).map(([field, names]) => [field, said(names)]),
  );
  facts['published'] = day([
    'date',
    'published',
    'pubDate',
    'publishDate',
    'published_at',
    'created',
  ]);
  facts['modified'] = day(['modified', 'lastmod', 'updated', 'updatedDate', 'last_modified_at']);
  if (!/^https?:/.test(facts['address'] ?? '')) facts['address'] = undefined;
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function wordsIn(value: unknown): string | undefined {
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join(', ') || undefined;
  if (typeof value === 'object' && value !== null && 'name' in value) return wordsIn(value.name);
  return undefined;
}

/** A no-break space behind a sign makes a paragraph of what its author meant as a heading, an item, a quotation. */
function withPlainMarkers(text: string): string {
  let fence: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark && (fence === undefined || (mark[0] === fence[0] && mark.length >= fence.length)))
        fence = fence === undefined ? mark : undefined;
      if (fence !== undefined) return line;
      return line.replace(/^(\s*(?:>[ \u00a0]?)*(?:#{1,6}|[-*+]|\d{1,9}[.)]|>))\u00a0+/, '$1 ');
    })
    .join('\n');
}

/** Commands of Jekyll, Hugo, Eleventy, MDX on lines of their own: they are no words. */
const COMMAND =
  /^\s*(?:\{%.*%\}|\{\{[<%].*[>%]\}\}|\{:.*\}|import\s.+\sfrom\s+['"].+['"];?|export\s+(?:const|default|let)\s.*)\s*$/;

function withoutCommands(text: string): { text: string; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  let fence = false;
  const kept = text.split('\n').filter((line) => {
    if (/^\s{0,3}(?:`{3,}|~{3,})/.test(line)) fence = !fence;
    if (fence || !COMMAND.test(line)) return true;
    dropped.push({ words: line.trim(), reason: 'a command of the site’s generator' });
    return false;
  });
  return { text: kept.join('\n'), dropped };
}
