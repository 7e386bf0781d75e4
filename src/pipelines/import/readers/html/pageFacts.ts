/** What a page's head says of its article. Pure. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { ArticleFacts } from '../../article.ts';
import { textOf } from '../../clean/text.ts';

type Linked = Readonly<Record<string, unknown>>;

/** Title as the head has it, perhaps with the site's name. */
export interface PageFacts extends ArticleFacts {
  readonly site?: string;
}

export function pageFacts(page: Root): PageFacts {
  const metas = new Map<string, string>();
  let title: string | undefined;
  let language: string | undefined;
  let canonical: string | undefined;
  const linked: Linked[] = [];
  visit(page, 'element', (node: Element) => {
    const { tagName, properties } = node;
    if (tagName === 'html' && typeof properties['lang'] === 'string') language = properties['lang'];
    if (tagName === 'title') title ??= textOf(node);
    if (tagName === 'link' && [properties['rel']].flat().includes('canonical'))
      canonical ??= String(properties['href'] ?? '');
    if (tagName === 'meta') {
      const name = String(
        properties['property'] ?? properties['name'] ?? properties['itemProp'] ?? '',
      ).toLowerCase();
      const content = String(properties['content'] ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      if (name && content && !metas.has(name)) metas.set(name, content);
    }
    if (tagName === 'script' && properties['type'] === 'application/ld+json')
      linked.push(
        ...articlesIn(
          node.children.map((child) => (child.type === 'text' ? child.value : '')).join(''),
        ),
      );
  });
  const [data] = linked;
  const first = (...values: readonly (string | undefined)[]) =>
    values.find((value) => value !== undefined && value.trim() !== '');
  const day = (value: string | undefined) => /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0];
  const http = (value: string | undefined) =>
    /^https?:\/\//.test(value ?? '') ? value : undefined;
  const named = (name: string) => metas.get(name);
  const author = first(
    nameOf(data?.['author']),
    named('author'),
    named('article:author'),
    named('dc.creator'),
    named('parsely-author'),
  );
  const facts: Record<string, string | undefined> = {
    title: first(wordsOf(data?.['headline']), named('og:title'), named('twitter:title'), title),
    subtitle: wordsOf(data?.['alternativeHeadline']),
    author: author && /^https?:/.test(author) ? undefined : author,
    published: day(
      first(
        wordsOf(data?.['datePublished']),
        named('article:published_time'),
        named('datepublished'),
        named('date'),
        named('dc.date'),
      ),
    ),
    modified: day(
      first(
        wordsOf(data?.['dateModified']),
        named('article:modified_time'),
        named('og:updated_time'),
      ),
    ),
    language: first(language, named('og:locale'), named('content-language')),
    description: first(
      named('description'),
      named('og:description'),
      wordsOf(data?.['description']),
    ),
    address: http(first(canonical, named('og:url'))),
    site: first(named('og:site_name'), nameOf(data?.['publisher'])),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

const wordsOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(', ') || undefined;
  return typeof value === 'object' && value !== null && 'name' in value
    ? wordsOf(value.name)
    : undefined;
}

/** The articles among the linked data of a page; a graph holds several things. */
function articlesIn(json: string): Linked[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return [];
  }
  const all = [data].flat().flatMap((one) => {
    const graph = typeof one === 'object' && one !== null ? (one as Linked)['@graph'] : undefined;
    return Array.isArray(graph) ? graph : [one];
  });
  return all.filter(
    (one): one is Linked =>
      typeof one === 'object' &&
      one !== null &&
      /Article|Posting|Review/.test(String((one as Linked)['@type'])),
  );
}

/** A page's title without the site's name. */
export function withoutSite(title: string, site: string | undefined): string {
  const parts = /^(.*\S)\s+[|·•«»–—-]\s+(\S.*)$/u.exec(title);
  if (!parts) return title;
  const [, name = '', rest = ''] = parts;
  if (site !== undefined && rest.toLowerCase() === site.toLowerCase()) return name;
  // A bar is not part of a title; a dash may be.
  return /\s[|·•«»]\s/.test(title) && rest.split(/\s+/).length <= 4 ? name : title;
}
