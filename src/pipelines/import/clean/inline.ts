/** The words of a paragraph: white space as a browser shows it, and no mark of emphasis that begins or ends with a space. Pure. */
import type { Element, ElementContent } from 'hast';

/** A piece of a paragraph, with the elements round it from the outermost inwards. */
interface Leaf {
  readonly node: ElementContent;
  readonly within: readonly Element[];
}

/** Elements that stand for themselves. */
const isLeaf = ({ tagName, properties }: Element): boolean =>
  ['br', 'img', 'wbr'].includes(tagName) || 'dataNote' in properties;

/** Two neighbours of one kind become one: word processors cut words into pieces. */
const kindOf = ({ tagName, properties }: Element): string => tagName + JSON.stringify(properties);

function leavesOf(nodes: readonly ElementContent[], within: readonly Element[] = []): Leaf[] {
  return nodes.flatMap((node): Leaf[] => {
    if (node.type === 'text') return [{ node, within }];
    if (node.type !== 'element') return [];
    if (isLeaf(node)) return [{ node, within }];
    const again = within.some((one) => kindOf(one) === kindOf(node));
    return leavesOf(node.children, again ? within : [...within, node]);
  });
}

/** The elements that two pieces have in common. */
function shared(one: readonly Element[] = [], other: readonly Element[] = []): Element[] {
  const end = one.findIndex((element, at) => !other[at] || kindOf(element) !== kindOf(other[at]));
  return one.slice(0, end < 0 ? one.length : end);
}

const isSpace = ({ node }: Leaf) => node.type === 'text' && node.value === ' ';
const isBreak = (leaf: Leaf | undefined) =>
  leaf?.node.type === 'element' && leaf.node.tagName === 'br';

/**
 * @param nodes phrasing alone
 * @returns the same words: runs of spaces are one, none at the ends or beside a line break; empty elements are gone
 */
export function tidyInline(nodes: readonly ElementContent[]): ElementContent[] {
  const pieces = leavesOf(nodes).flatMap(({ node, within }): Leaf[] => {
    if (node.type !== 'text') return [{ node, within }];
    // A no-break space is the author's.
    return node.value
      .split(/([ \t\n\r\f]+)/)
      .filter((value) => value !== '')
      .map((value) => ({
        node: { type: 'text', value: /^[ \t\n\r\f]/.test(value) ? ' ' : value },
        within,
      }));
  });
  const single = dedupe(pieces);
  while (single[0] && (isSpace(single[0]) || isBreak(single[0]))) single.shift();
  while (single.length > 0 && (isSpace(single.at(-1)!) || isBreak(single.at(-1)))) single.pop();
  const inner = single.filter(
    (leaf, at) => !isSpace(leaf) || !(isBreak(single[at - 1]) || isBreak(single[at + 1])),
  );
  return build(
    inner.map((leaf, at) =>
      isSpace(leaf) || isBreak(leaf)
        ? { ...leaf, within: shared(inner[at - 1]?.within, inner[at + 1]?.within) }
        : leaf,
    ),
  );
}

/** Of spaces side by side, one. */
function dedupe(pieces: readonly Leaf[]): Leaf[] {
  const out: Leaf[] = [];
  for (const leaf of pieces) {
    const before = out.at(-1);
    if (isSpace(leaf) && before && isSpace(before)) continue;
    out.push(leaf);
  }
  return out;
}

function build(leaves: readonly Leaf[], depth = 0): ElementContent[] {
  const out: ElementContent[] = [];
  for (let at = 0; at < leaves.length; ) {
    const wrapper = leaves[at]!.within[depth];
    if (!wrapper) {
      const { node } = leaves[at]!;
      const before = out.at(-1);
      if (node.type === 'text' && before?.type === 'text') before.value += node.value;
      else out.push(node.type === 'text' ? { ...node } : node);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < leaves.length) {
      const next = leaves[end]!.within[depth];
      if (!next || kindOf(next) !== kindOf(wrapper)) break;
      end += 1;
    }
    out.push({ ...wrapper, children: build(leaves.slice(at, end), depth + 1) });
    at = end;
  }
  return out;
}
