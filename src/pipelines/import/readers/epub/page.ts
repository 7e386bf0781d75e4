/** A page of a book as a raw tree, its ids and addresses such as they are in one tree of all pages. Pure. */

import type { Element, ElementContent, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import { escapeText } from '../../../../core/site/feed/escapeText.ts';
import { ImportError } from '../../article.ts';
import { element, isElement } from '../../clean/elements.ts';
import { fragmentOf } from '../../fragment.ts';
import { isXml, parseXml, type XmlElement } from '../../xml.ts';
import { resolvePath } from './book.ts';

const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** An element as HTML: an empty one of XML is not left open. */
function htmlOf({ local, name, attributes, children, uri }: XmlElement): string {
  const own = /xhtml$/.test(uri) ? local : name;
  if (['head', 'script', 'style'].includes(own)) return '';
  const said = Object.entries(attributes)
    .filter(([attribute]) => !attribute.startsWith('xmlns'))
    .map(([attribute, value]) => ` ${attribute}="${escapeText(value)}"`)
    .join('');
  const inner = children
    .map((child) => (isXml(child) ? htmlOf(child) : escapeText(child)))
    .join('');
  return VOID.has(own) ? `<${own}${said}>` : `<${own}${said}>${inner}</${own}>`;
}

/** Names of signs that XHTML knows and XML does not, as the signs. */
const withoutNames = (text: string): string =>
  text.replace(/&(?!(?:amp|lt|gt|quot|apos);)[a-z][a-z0-9]*;/gi, (name) => {
    const [sign] = fragmentOf(name);
    return sign?.type === 'text' && sign.value !== name ? sign.value : escapeText(name);
  });

/** @returns the page's body; one that is no right XML is read as browsers read it */
export function pageTree(text: string, path: string): RootContent[] {
  try {
    return fragmentOf(htmlOf(parseXml(withoutNames(text), path)));
  } catch (error) {
    if (!(error instanceof ImportError) || /declares entities|nested/.test(error.message))
      throw error;
    // An empty title would take all that follows for its words.
    return fragmentOf(text.replace(/^[\s\S]*?(?=<body\b)/i, ''));
  }
}

/** What ids of a page begin with. */
export const prefixOf = (page: number): string => `page-${page + 1}-`;

/**
 * Makes ids different from those of other pages, and leads links and pictures to where they are.
 *
 * @param nodes are changed
 * @param page its place among the pages
 */
export function settle(
  nodes: readonly RootContent[],
  page: number,
  pages: ReadonlyMap<string, number>,
  path: string,
): void {
  visit({ type: 'root', children: [...nodes] }, 'element', (node) => {
    const { properties } = node;
    if (node.tagName === 'svg') pictureOfSvg(node);
    if (typeof properties['id'] === 'string') properties['id'] = prefixOf(page) + properties['id'];
    const href = properties['href'];
    if (node.tagName === 'a' && typeof href === 'string' && !/^[a-z][\w+.-]*:/i.test(href)) {
      const [file = '', id = ''] = href.split('#');
      const target = file === '' ? page : pages.get(resolvePath(path, file));
      if (target === undefined) delete properties['href'];
      else properties['href'] = `#${prefixOf(target)}${id}`;
    }
    const src = properties['src'];
    if (node.tagName === 'img' && typeof src === 'string' && !/^(?:https?|data):/i.test(src))
      properties['src'] = resolvePath(path, src);
  });
}

/** A cover is often a drawing that holds nothing but a picture. */
function pictureOfSvg(node: Element): void {
  visit(node, 'element', (inner: Element) => {
    const href = inner.properties['xLinkHref'] ?? inner.properties['href'];
    if (inner.tagName !== 'image' || typeof href !== 'string') return;
    node.tagName = 'img';
    node.properties = { src: href, alt: '' };
    node.children = [];
  });
}

/** Empty signs that links lead to become ids of what they stand in or before. @param nodes are changed */
export function withoutAnchors(nodes: readonly RootContent[]): RootContent[] {
  const others = new Map<string, string>();
  const walk = (all: readonly RootContent[], parent: Element | undefined): RootContent[] =>
    all.filter((node, at) => {
      if (node.type !== 'element') return true;
      const { id, href } = node.properties;
      if (node.tagName !== 'a' || node.children.length > 0 || typeof id !== 'string' || href) {
        node.children = walk(node.children, node) as ElementContent[];
        return true;
      }
      const next = all.slice(at + 1).find((one) => one.type === 'element');
      const bearer = parent ?? (next as Element | undefined);
      if (!bearer) return true;
      bearer.properties['id'] ??= id;
      others.set(id, String(bearer.properties['id']));
      return false;
    });
  const rest = walk(nodes, undefined);
  visit({ type: 'root', children: rest }, 'element', ({ properties }) => {
    const other = others.get(String(properties['href'] ?? '').slice(1));
    if (other) properties['href'] = `#${other}`;
  });
  return rest;
}

const kindsOf = ({ properties }: Element): string[] =>
  `${properties['epub:type'] ?? ''} ${properties['role'] ?? ''}`.split(/\s+/);
const NOTE = /^(?:footnote|endnote|rearnote|doc-footnote|doc-endnote)$/;
const NOTES = /^(?:footnotes|endnotes|rearnotes|doc-endnotes)$/;

/** Takes the notes out of a page. @returns the rest; the notes by their ids are added to `notes` */
export function withoutNotes(
  nodes: readonly RootContent[],
  notes: Map<string, RootContent[]>,
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node];
    const kinds = kindsOf(node);
    const { id } = node.properties;
    if (kinds.some((kind) => NOTE.test(kind)) && typeof id === 'string') {
      notes.set(id, node.children);
      return [];
    }
    const children = withoutNotes(node.children, notes) as ElementContent[];
    const isEmpty = !children.some(
      (child) => isElement(child) && !['hr', 'ol', 'ul', 'dl'].includes(child.tagName),
    );
    if (kinds.some((kind) => NOTES.test(kind)) && isEmpty) return [];
    return [{ ...node, children }];
  });
}

/** Signs for notes where links lead to them; links of notes back to the words go. */
export function withReferences(
  nodes: readonly RootContent[],
  notes: ReadonlyMap<string, unknown>,
  within = false,
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node];
    const target = String(node.properties['href'] ?? '').slice(1);
    if (node.tagName === 'a' && notes.has(target)) return [element('a', [], { dataNote: target })];
    if (
      within &&
      node.tagName === 'a' &&
      (kindsOf(node).includes('doc-backlink') || WAY_BACK.test(plain(node).trim()))
    )
      return [];
    const children = withReferences(node.children, notes, within) as ElementContent[];
    const [only, ...more] = children;
    // The sign stands where the raised number stood.
    if (node.tagName === 'sup' && isElement(only, 'a') && 'dataNote' in only.properties)
      return [only, ...more];
    return [{ ...node, children }];
  });
}

/** What stands for the way back in books that do not say so. */
const WAY_BACK = /^(?:[↩↑⏎^]\p{M}?|\[?\d{1,3}\]?\.?)$/u;

const plain = (node: Element): string =>
  node.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? plain(child) : '',
    )
    .join('');

/** Pages of the book itself, which are no part of an article. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  titlepage: 'the title page',
  halftitlepage: 'the title page',
  cover: 'the cover',
  toc: 'the table of contents',
  landmarks: 'the table of contents',
  'copyright-page': 'the page of rights',
  colophon: 'the colophon',
  index: 'the index',
};

/** Why an element is no part of the article; undefined where it is one. */
export const leftOut = (node: RootContent): string | undefined =>
  node.type === 'element'
    ? kindsOf(node)
        .map((kind) => LEFT_OUT[kind.replace(/^doc-/, '')])
        .find((reason) => reason !== undefined)
    : undefined;
