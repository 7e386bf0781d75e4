/** Links from place to place of an article, and its notes, as chapters in files of their own have them. Pure. */
import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import { isElement } from '../clean/elements.ts';

interface Unconnected {
  readonly file: string;
  /** The heading that is the chapter's title. */
  readonly heading: Element | undefined;
  readonly blocks: readonly ElementContent[];
}

export interface Connected {
  readonly blocks: ElementContent[];
  /** By the numbers by which the chapter refers to them. */
  readonly notes: Map<string, ElementContent[]>;
}

/** A name that an id of a chapter can have. */
const PLAIN = /^(?!fn|footnote|user-content)[A-Za-z][A-Za-z0-9_-]{0,60}$/;

export function connect(
  chapters: readonly Unconnected[],
  notes: ReadonlyMap<string, readonly ElementContent[]>,
  warnings: string[],
): Connected[] {
  const taken = chapters.map(({ blocks }) => withNotes(structuredClone([...blocks]), notes));
  const places = new Map<string, { file: string; id?: string }>();
  for (const [at, { file, heading }] of chapters.entries()) {
    if (heading) {
      visit({ type: 'root', children: [heading] }, 'element', ({ properties, tagName }) => {
        if (typeof properties['id'] === 'string') places.set(properties['id'], { file });
        if (tagName === 'a' && properties['href'] !== undefined)
          warnings.push(
            `The link of the heading of ${file} to ${String(properties['href'])} is gone: titles have none.`,
          );
      });
    }
    const ids = new Set<string>();
    for (const tree of treesOf(taken[at]!))
      visit(tree, 'element', (node) => {
        const { id } = node.properties;
        if (typeof id !== 'string') return;
        const lower = (name: string) => name.toLowerCase();
        let free = PLAIN.test(id) && !ids.has(lower(id)) ? id : '';
        for (let next = 1; free === ''; next += 1)
          if (!ids.has(`place-${next}`)) free = `place-${next}`;
        ids.add(lower(free));
        // The first of two of one name is the one that browsers find.
        if (!places.has(id)) places.set(id, { file, id: free });
        node.properties['id'] = free;
      });
  }
  for (const [at, { file }] of chapters.entries())
    for (const tree of treesOf(taken[at]!))
      visit(tree, 'element', (node, index, parent) => {
        const href = node.properties['href'];
        if (node.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#'))
          return undefined;
        const place = places.get(decoded(href.slice(1)));
        if (place) {
          const path = place.file === file && place.id !== undefined ? '' : place.file;
          node.properties['href'] = place.id === undefined ? path : `${path}#${place.id}`;
          return undefined;
        }
        if (!parent || index === undefined) return undefined;
        (parent.children as ElementContent[]).splice(index, 1, ...node.children);
        return index;
      });
  return taken;
}

const decoded = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

const treesOf = ({ blocks, notes }: Connected) =>
  [blocks, ...notes.values()].map((children) => ({ type: 'root' as const, children }));

/** The notes that a chapter refers to, numbered from one on; notes may refer to notes. */
function withNotes(
  blocks: ElementContent[],
  all: ReadonlyMap<string, readonly ElementContent[]>,
): Connected {
  const labels = new Map<string, string>();
  const notes = new Map<string, ElementContent[]>();
  const look = (nodes: ElementContent[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      const key = node.properties['dataNote'];
      if (typeof key !== 'string') {
        look(node.children);
        continue;
      }
      const words = all.get(key);
      if (!words) continue;
      const known = labels.get(key);
      const label = known ?? String(labels.size + 1);
      node.properties['dataNote'] = label;
      if (known !== undefined) continue;
      labels.set(key, label);
      const own = structuredClone([...words]);
      notes.set(label, own);
      look(own);
    }
  };
  look(blocks);
  return { blocks, notes };
}
