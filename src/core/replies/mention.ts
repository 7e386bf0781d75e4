/**
 * What a page that links here says of itself: author, title, date, and the words around the
 * link. Microformats first, then what the page tells search engines. Pure.
 */
import { mf2 } from 'microformats-parser';
import { type DefaultTreeAdapterTypes, serialize } from 'parse5';
import { type Page, parsePage } from './parsePage.ts';
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
 * What a document says of itself that links to an address, by that very address.
 *
 * @param type its media type, without parameters
 * @param address the document's, after redirects
 * @returns undefined where it does not link there, or says that it is gone
 * @throws UnreadablePageError
 */
export function mentionIn(
  text: string,
  type: string,
  target: string,
  address: string,
): Mention | undefined {
  if (type === 'text/html' || type === 'application/xhtml+xml') {
    const page = parsePage(text);
    const link = findLink(page, target, address);
    return link && !saysGone(page) ? readMention(page, link, address) : undefined;
  }
  const isJson = type === 'application/json' || type.endsWith('+json');
  const links = isJson ? inJson(text, target) : text.split(/[\s<>"'()[\]]+/).includes(target);
  return links ? plainMention(address) : undefined;
}

/** Of what is no page of HTML nothing is known but where it is. */
function plainMention(address: string): Mention {
  const { hostname, origin, pathname } = new URL(address);
  return {
    name: hostname,
    site: `${origin}/`,
    title: `${hostname}${pathname}`.slice(0, TITLE),
    text: '',
  };
}

/** Whether a page says that it is gone although its server does not: `<meta http-equiv="Status" content="410 Gone">`. */
function saysGone(page: Page): boolean {
  for (const element of elementsIn(page)) {
    if (element.tagName !== 'meta') continue;
    const { 'http-equiv': name = '', content = '' } = attributesOf(element);
    if (/^status$/i.test(name) && /^410\b/.test(content.trim())) return true;
  }
  return false;
}

function readMention(page: Page, link: Element, address: string): Mention {
  const meta = metaOf(page);
  const around = wordsAround(link);
  const items = microformatsOf(page, address);
  const entry = find(items, 'h-entry') ?? find(items, 'h-cite');
  const author = authorOf(entry) ?? find(items, 'h-card');
  const title = first(entry, 'name') ?? meta.title ?? '';
  const name = nameOf(author) ?? meta.author ?? new URL(address).hostname.replace(/^www\./, '');
  const text = around ?? first(entry, 'summary') ?? meta.description ?? '';
  const written = Date.parse(first(entry, 'published') ?? meta.published ?? '');
  return {
    name: cut(oneLine(name), NAME),
    site: readSite(first(author, 'url') ?? '') ?? `${new URL(address).origin}/`,
    title: cut(oneLine(title), TITLE) || new URL(address).hostname,
    text: cut(oneLine(text), QUOTE),
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

/** What addresses of a page are read against: the first base with an address counts (HTML, 4.2.3). */
function baseOf(page: Page, address: string): string {
  for (const element of elementsIn(page)) {
    const { href } = attributesOf(element);
    if (element.tagName === 'base' && href !== undefined)
      return URL.parse(href.trim(), address)?.href ?? address;
  }
  return address;
}

/**
 * Changes the page: its base is settled before, since microformats-parser 2.0.6 throws at one
 * that is relative, such as `/`.
 */
function microformatsOf(page: Page, address: string): readonly MicroformatRoot[] {
  const baseUrl = baseOf(page, address);
  for (const element of elementsIn(page))
    if (element.tagName === 'base')
      element.attrs = element.attrs.filter(({ name }) => name !== 'href');
  return mf2(serialize(page), { baseUrl, experimental: { metaformats: true } }).items;
}

/** The element that leads to the target: one with words if there is one. */
function findLink(page: Page, target: string, address: string): Element | undefined {
  const wanted = URL.parse(target)?.href;
  const base = baseOf(page, address);
  let found: Element | undefined;
  for (const element of elementsIn(page)) {
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

function wordsAround(link: Element): string | undefined {
  for (let node: Node | null = link; node && 'tagName' in node; node = node.parentNode) {
    if (!BLOCK.test(node.tagName)) continue;
    const words = oneLine(wordsOf(node));
    const own = oneLine(wordsOf(link));
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
function metaOf(page: Page): Meta {
  const values = new Map<string, string>();
  for (const element of elementsIn(page)) {
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
