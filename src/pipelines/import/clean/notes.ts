/** Notes of a page: words that lead to a place, and a place that leads back to them. Pure. */
import type { Element, ElementContent } from 'hast';
import type { Dropped } from '../article.ts';
import { element, hasContent, isElement } from './elements.ts';
import { textOf } from './text.ts';

const MARK = /^[[(]?(?:\d{1,3}|[a-zivx]{1,5}|[*†‡§¶]{1,3})[\])]?$/i;
const HEADING =
  /^(?:foot|end)?notes?$|^(?:fu(?:ß|ss)noten|anmerkungen|endnoten|notas(?: al pie)?|notes de bas de page|note(?: a piè di pagina)?|références|references)$/i;
/** Blocks that can be a note. */
const NOTE = ['li', 'p', 'div', 'aside', 'td', 'dd'];

export interface FoundNotes {
  /** The tree without its notes; an empty `<a data-note>` where each is referred to. */
  readonly children: ElementContent[];
  /** Cleaned, not yet in blocks. */
  readonly notes: Map<string, ElementContent[]>;
  readonly dropped: Dropped[];
}

/**
 * @param root stripped, its ids still there; it is changed
 * @param taken keys of notes that the reader has found itself
 */
export function findNotes(root: Element, taken: ReadonlySet<string>): FoundNotes {
  const parents = new Map<Element, Element>();
  const byId = new Map<string, Element>();
  const links: Element[] = [];
  const walk = (node: Element): void => {
    const { id } = node.properties;
    if (typeof id === 'string' && !byId.has(id)) byId.set(id, node);
    if (node.tagName === 'a' && String(node.properties['href'] ?? '').startsWith('#'))
      links.push(node);
    for (const child of node.children)
      if (isElement(child)) {
        parents.set(child, node);
        walk(child);
      }
  };
  walk(root);
  const notes = new Map<string, ElementContent[]>();
  const dropped: Dropped[] = [];
  const keys = new Map<Element, string>();
  const order = new Map(links.map((link, at) => [link, at]));
  const isWithin = (node: Element, outer: Element): boolean => {
    for (let one: Element | undefined = node; one; one = parents.get(one))
      if (one === outer) return true;
    return false;
  };
  for (const link of links) {
    if (!MARK.test(textOf(link.children))) continue;
    const target = byId.get(idOf(link));
    if (!target || isWithin(link, target)) continue;
    const note = noteAt(target, parents);
    if (!note || isWithin(link, note)) continue;
    const known = keys.get(note);
    // Of the two that lead to each other, the note's own link comes after.
    const back = known === undefined ? backLinks(note, link, parents, links, byId, isWithin) : [];
    if (known === undefined && (back.length === 0 || order.get(back[0]!)! < order.get(link)!))
      continue;
    let key = known;
    if (key === undefined) {
      let number = notes.size + 1;
      while (taken.has(String(number)) || notes.has(String(number))) number += 1;
      key = String(number);
      keys.set(note, key);
      for (const one of back) remove(one, parents);
      notes.set(key, note.children);
    }
    refer(link, key, parents);
  }
  for (const note of keys.keys()) removeNote(note, parents, dropped);
  return { children: root.children, notes: inOrder(root, notes), dropped };
}

const idOf = (link: Element): string => {
  const id = String(link.properties['href']).slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

/** The block that is the note, where something leads to it or to a sign at its beginning. */
function noteAt(target: Element, parents: ReadonlyMap<Element, Element>): Element | undefined {
  if (NOTE.includes(target.tagName)) return target;
  for (let one = parents.get(target); one; one = parents.get(one))
    if (NOTE.includes(one.tagName)) {
      // The paragraph of an item is the item.
      const outer = parents.get(one);
      return one.tagName === 'p' &&
        outer &&
        outer.tagName === 'li' &&
        outer.children.filter((child) => isElement(child)).length === 1
        ? outer
        : one;
    }
  return undefined;
}

/** Links of a note to where it is referred to, or to about there. */
function backLinks(
  note: Element,
  link: Element,
  parents: ReadonlyMap<Element, Element>,
  links: readonly Element[],
  byId: ReadonlyMap<string, Element>,
  isWithin: (node: Element, outer: Element) => boolean,
): Element[] {
  const around = [link, parents.get(link)].filter((one): one is Element => one !== undefined);
  const ids = new Set(
    around.map(({ properties }) => properties['id']).filter((id) => id !== undefined),
  );
  const own = links.filter((one) => isWithin(one, note));
  const returns = own.filter((one) => {
    const place = byId.get(idOf(one));
    return (
      ids.has(idOf(one)) || (place !== undefined && (place === link || near(place, link, parents)))
    );
  });
  if (returns.length === 0) return [];
  // Others of the same note: ↩2.
  return own.filter(
    (one) => returns.includes(one) || /^(?:[↩↵⏎^↑\d\s]|\ufe0e)+$/u.test(textOf(one.children)),
  );
}

/** An empty sign beside the reference. */
function near(place: Element, link: Element, parents: ReadonlyMap<Element, Element>): boolean {
  if (place.tagName !== 'a' || hasContent(place.children)) return false;
  const siblings = parents.get(link)?.children ?? [];
  return Math.abs(siblings.indexOf(place) - siblings.indexOf(link)) === 1;
}

function remove(node: Element, parents: ReadonlyMap<Element, Element>): void {
  const parent = parents.get(node);
  if (!parent) return;
  parent.children.splice(parent.children.indexOf(node), 1);
  if (['sup', 'span', 'p', 'strong'].includes(parent.tagName) && !hasContent(parent.children))
    remove(parent, parents);
}

/** Puts the sign of a note where the link stood, and the raised figure round it. */
function refer(link: Element, key: string, parents: ReadonlyMap<Element, Element>): void {
  let place = link;
  for (let parent = parents.get(place); parent; parent = parents.get(place)) {
    const rest = parent.children.filter((child) => child !== place);
    const bare = rest.every((child) =>
      child.type === 'text' ? /^[\s[\]()]*$/.test(child.value) : !hasContent([child]),
    );
    if (!['sup', 'span', 'strong', 'em'].includes(parent.tagName) || !bare) break;
    place = parent;
  }
  const parent = parents.get(place)!;
  parent.children[parent.children.indexOf(place)] = element('a', [], { dataNote: key });
}

/** Takes the note away, and a list and its heading that then hold nothing. */
function removeNote(
  note: Element,
  parents: ReadonlyMap<Element, Element>,
  dropped: Dropped[],
): void {
  const parent = parents.get(note);
  if (!parent) return;
  const at = parent.children.indexOf(note);
  if (at < 0) return;
  parent.children.splice(at, 1);
  const before = parent.children
    .slice(0, at)
    .findLast((child) => isElement(child) || hasContent([child]));
  const after = parent.children.slice(at).find((child) => hasContent([child]));
  if (
    !after &&
    isElement(before) &&
    /^h\d$|^p$/.test(before.tagName) &&
    HEADING.test(textOf(before))
  ) {
    dropped.push({
      words: textOf(before),
      reason: 'the heading of the notes, which stand with their chapters',
    });
    parent.children.splice(parent.children.indexOf(before), 1);
  }
  if (!after && isElement(before, 'hr')) parent.children.splice(parent.children.indexOf(before), 1);
  if (!hasContent(parent.children) && parents.has(parent)) removeNote(parent, parents, dropped);
}

/** In the order in which they are first referred to. */
function inOrder(
  root: Element,
  notes: Map<string, ElementContent[]>,
): Map<string, ElementContent[]> {
  const ordered = new Map<string, ElementContent[]>();
  const walk = (node: Element): void => {
    const key = node.properties['dataNote'];
    if (typeof key === 'string' && notes.has(key) && !ordered.has(key)) {
      ordered.set(key, notes.get(key)!);
      for (const child of notes.get(key)!) if (isElement(child)) walk(child);
    }
    for (const child of node.children) if (isElement(child)) walk(child);
  };
  walk(root);
  return ordered;
}
