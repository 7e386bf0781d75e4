/** A document of a word processor: its title, its notes and its captions where an article has them. Pure. */
import type { Element, Root, RootContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Dropped } from '../../article.ts';
import { classOf, element, hasContent, isElement } from '../../clean/elements.ts';
import { textOf } from '../../clean/text.ts';

const isOf = (node: RootContent | undefined, sign: string): boolean =>
  node?.type === 'element' && node.tagName === 'p' && classOf(node).split(' ').includes(sign);

export interface OwnFacts {
  title: string;
  subtitle: string;
  author: string;
}

/** Takes what the document says of itself in styles of its own out of the tree, and its table of contents. */
export function factsOf(tree: Root, dropped: Dropped[]): OwnFacts {
  const facts: OwnFacts = { title: '', subtitle: '', author: '' };
  tree.children = tree.children.filter((node) => {
    if (isOf(node, 'contents')) {
      dropped.push({ words: textOf(node), reason: 'the table of contents' });
      return false;
    }
    for (const sign of ['title', 'subtitle', 'author'] as const) {
      if (node.type !== 'element' || !isOf(node, sign)) continue;
      if (!hasContent([node])) return false;
      if (facts[sign] === '') {
        facts[sign] = textOf(node);
        return false;
      }
      // Another title is a heading of its own.
      if (sign === 'title') node.tagName = 'h1';
    }
    return true;
  });
  return facts;
}

/** Takes the notes out of the tree; a sign stays where each is referred to. */
export function notesOf(tree: Root): Map<string, RootContent[]> {
  const notes = new Map<string, RootContent[]>();
  tree.children = tree.children.filter((node) => {
    if (node.type !== 'element' || node.tagName !== 'ol') return true;
    const items = node.children.filter((child) => isElement(child, 'li'));
    if (!items.every(({ properties }) => /^(?:foot|end)note-/.test(String(properties['id']))))
      return true;
    for (const { properties, children } of items) {
      withoutWayBack(children);
      notes.set(String(properties['id']), children);
    }
    return false;
  });
  const refer = (parent: Root | Element): void => {
    for (const [at, node] of parent.children.entries()) {
      if (node.type !== 'element') continue;
      const link = node.tagName === 'sup' ? node.children[0] : undefined;
      const id = isElement(link, 'a') ? String(link.properties['href']).slice(1) : '';
      if (notes.has(id)) parent.children[at] = element('a', [], { dataNote: id });
      else refer(node);
    }
  };
  refer(tree);
  for (const children of notes.values()) refer({ type: 'root', children });
  return notes;
}

function withoutWayBack(children: RootContent[]): void {
  visit({ type: 'root', children } as Root, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || !/^#(?:foot|end)note-ref-/.test(String(node.properties['href'])))
      return undefined;
    parent!.children.splice(index!, 1);
    return index;
  });
}

/** A caption and the picture before or behind it are one figure. */
export function captions(tree: Root): void {
  const out: RootContent[] = [];
  const nodes = tree.children;
  for (let at = 0; at < nodes.length; at += 1) {
    const [node, next] = [nodes[at]!, nodes[at + 1]];
    const isFirst = isPicture(node) && isOf(next, 'caption');
    const isSecond = isOf(node, 'caption') && isPicture(next) && !isOf(nodes[at + 2], 'caption');
    if (isFirst || isSecond) {
      const [picture, caption] = (isFirst ? [node, next] : [next, node]) as [Element, Element];
      out.push(element('figure', [...picture.children, element('figcaption', caption.children)]));
      at += 1;
    } else out.push(node);
  }
  tree.children = out;
}

/** A paragraph of pictures alone. */
const isPicture = (node: RootContent | undefined): boolean =>
  node?.type === 'element' &&
  node.tagName === 'p' &&
  node.children.length > 0 &&
  textOf(node) === '' &&
  hasContent(node.children);
