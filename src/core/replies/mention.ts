/**
 * What a page that links here says of itself: author, title, date, and the words around the
 * link. Microformats first, then what the page tells search engines. Pure.
 */
import { mf2 } from 'microformats-parser';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { oneLine, readSite } from './readForm.ts';

export interface Mention {
  /** Whoever wrote it; the page's host where it does not say. */
  readonly name: string;
  /** The author's own address, or the source's site. */
  readonly site: string;
  readonly title: string;
  /** The words around the link, at most `QUOTE` characters. */
  readonly text: string;
  /** Milliseconds since 1970; absent where the page does not say. */
  readonly published?: number;
}

/** Characters of the words around a link. */
const QUOTE = 300;
const TITLE = 140;
const NAME = 60;

type MicroformatRoot = ReturnType<typeof mf2>['items'][number];
type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Attributes by which an element leads to another page. */
const LINKING: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  audio: ['src'],
  blockquote: ['cite'],
  del: ['cite'],
  embed: ['src'],
  iframe: ['src'],
  img: ['src'],
  ins: ['cite'],
  link: ['href'],
  object: ['data'],
  q: ['cite'],
  source: ['src'],
  video: ['src'],
};

/** Blocks: the words of the innermost one around a link are what is quoted. */
const BLOCK =
  /^(?:address|article|aside|blockquote|body|dd|div|dt|figcaption|figure|h\d|li|main|p|section|td|th)$/;
/** What holds no words. */
const SILENT = /^(?:script|style|noscript|template|head|iframe|object|svg)$/;

/**
 * Whether a document links to an address, by that very address.
 *
 * @param type its media type, without parameters
 * @param base the document's address, against which its links are read
 */
export function linksTo(text: string, type: string, target: string, base: string): boolean {
  if (type === 'application/json' || type.endsWith('+json')) return inJson(text, target);
  if (isHtml(type)) return findLink(text, target, base) !== undefined;
  return text.split(/[\s<>"'()[\]]+/).includes(target);
}

export const isHtml = (type: string): boolean =>
  type === 'text/html' || type === 'application/xhtml+xml';

/** Whether a page says that it is gone although its server does not: `<meta http-equiv="Status" content="410 Gone">`. */
export function saysGone(html: string): boolean {
  for (const element of elementsIn(parse(html))) {
    if (element.tagName !== 'meta') continue;
    const { 'http-equiv': name = '', content = '' } = attributesOf(element);
    if (/^status$/i.test(name) && /^410\b/.test(content.trim())) return true;
  }
  return false;
}

/** @param source the page's address, after redirects */
export function readMention(html: string, target: string, source: string): Mention {
  const { items } = mf2(html, { baseUrl: source, experimental: { metaformats: true } });
  const entry = find(items, 'h-entry') ?? find(items, 'h-cite');
  const author = authorOf(entry) ?? find(items, 'h-card');
  const meta = metaOf(html);
  const title = first(entry, 'name') ?? meta.title ?? '';
  const name = nameOf(author) ?? meta.author ?? new URL(source).hostname.replace(/^www\./, '');
  const around =
    wordsAround(html, target, source) ?? first(entry, 'summary') ?? meta.description ?? '';
  const written = Date.parse(first(entry, 'published') ?? meta.published ?? '');
  return {
    name: cut(oneLine(name), NAME),
    site: readSite(first(author, 'url') ?? '') ?? `${new URL(source).origin}/`,
    title: cut(oneLine(title), TITLE) || new URL(source).hostname,
    text: cut(oneLine(around), QUOTE),
    ...(!Number.isNaN(written) && { published: written }),
  };
}

function inJson(text: string, target: string): boolean {
  const holds = (value: unknown): boolean =>
    value === target ||
    (typeof value === 'object' && value !== null && Object.values(value).some(holds));
  try {
    return holds(JSON.parse(text));
  } catch {
    return false;
  }
}

/** The element that leads to the target: one with words if there is one. */
function findLink(html: string, target: string, base: string): Element | undefined {
  const wanted = URL.parse(target)?.href;
  let found: Element | undefined;
  for (const element of elementsIn(parse(html))) {
    const attributes = attributesOf(element);
    const leads = (LINKING[element.tagName] ?? []).some(
      (name) =>
        attributes[name] !== undefined && URL.parse(attributes[name].trim(), base)?.href === wanted,
    );
    if (!leads) continue;
    if (element.tagName === 'a') return element;
    found ??= element;
  }
  return found;
}

function wordsAround(html: string, target: string, base: string): string | undefined {
  const link = findLink(html, target, base);
  for (
    let node: Node | null | undefined = link;
    node && 'tagName' in node;
    node = node.parentNode
  ) {
    if (!BLOCK.test(node.tagName)) continue;
    const words = oneLine(wordsOf(node));
    const own = oneLine(wordsOf(link!));
    // A paragraph that is nothing but the link says no more than the title.
    if (words.length > own.length) return excerpt(words, own);
    if (node.tagName === 'article' || node.tagName === 'body') return words;
  }
  return undefined;
}

/** The part of some words that the link's own stand in. */
function excerpt(words: string, own: string): string {
  const all = [...words];
  if (all.length <= QUOTE) return words;
  const at =
    own === '' ? 0 : Math.max(0, [...words.slice(0, Math.max(0, words.indexOf(own)))].length);
  const from = Math.max(0, Math.min(at - QUOTE / 3, all.length - QUOTE));
  const piece = all.slice(from, from + QUOTE - 2).join('');
  const whole = piece.replace(from > 0 ? /^\S*\s/ : /^/, '').replace(/\s\S*$/, '');
  return `${from > 0 ? '…' : ''}${whole}…`;
}

function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('childNodes' in node) || SILENT.test(node.nodeName)) return '';
  const words = node.childNodes.map(wordsOf).join('');
  return BLOCK.test(node.nodeName) || node.nodeName === 'br' ? ` ${words} ` : words;
}

interface Meta {
  title?: string;
  author?: string;
  description?: string;
  published?: string;
}

/** What a page's head says, the more telling name first. */
function metaOf(html: string): Meta {
  const values = new Map<string, string>();
  for (const element of elementsIn(parse(html))) {
    if (element.tagName === 'title' && !values.has('title')) values.set('title', titleOf(element));
    if (element.tagName !== 'meta') continue;
    const { name, property, content = '' } = attributesOf(element);
    const key = (property ?? name ?? '').toLowerCase();
    if (key !== '' && content.trim() !== '' && !values.has(key)) values.set(key, content);
  }
  const pick = (...names: string[]) => names.map((name) => values.get(name)).find(Boolean);
  const title = pick('og:title', 'twitter:title', 'title');
  const author = pick('author', 'article:author:name', 'dc.creator', 'og:site_name');
  const description = pick('og:description', 'description');
  const published = pick('article:published_time', 'og:published_time', 'dc.date', 'date');
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(description && { description }),
    ...(published && { published }),
  };
}

const titleOf = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');

const attributesOf = (element: Element): Readonly<Record<string, string>> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

function* elementsIn(node: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  // A stack of its own: a page may be nested deeper than functions can be called.
  const stack = [...node.childNodes].reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (!('tagName' in next)) continue;
    yield next;
    for (let at = next.childNodes.length - 1; at >= 0; at--) stack.push(next.childNodes[at]!);
  }
}

/** The first item of a type, also within others, such as an entry in a feed. */
function find(items: readonly MicroformatRoot[], type: string): MicroformatRoot | undefined {
  for (const item of items) {
    if (item.type?.includes(type)) return item;
    const inner = item.children && find(item.children, type);
    if (inner) return inner;
  }
  return undefined;
}

function authorOf(entry: MicroformatRoot | undefined): MicroformatRoot | undefined {
  const [author] = entry?.properties['author'] ?? [];
  if (typeof author === 'string') return { type: ['h-card'], properties: { name: [author] } };
  return author !== undefined && 'properties' in author ? author : undefined;
}

/** A name, and no address that stands in its place. */
function nameOf(card: MicroformatRoot | undefined): string | undefined {
  const name = first(card, 'name');
  return name && !/^https?:/i.test(name) ? name : undefined;
}

function first(item: MicroformatRoot | undefined, property: string): string | undefined {
  const [value] = item?.properties[property] ?? [];
  if (typeof value === 'string') return value.trim() || undefined;
  return value !== undefined && 'value' in value && typeof value.value === 'string'
    ? value.value.trim() || undefined
    : undefined;
}

const cut = (text: string, most: number): string => {
  const all = [...text];
  return all.length <= most
    ? text
    : `${all
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
};
