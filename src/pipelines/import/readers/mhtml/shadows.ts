/** Shadow roots of a saved page: their words are shown where the element stands, and parsers see none of them. Pure. */
import type { Element, ElementContent, Root } from 'hast';
import { isElement } from '../../clean/elements.ts';

const shadowOf = (host: Element): Element | undefined =>
  host.children.find(
    (child): child is Element =>
      isElement(child, 'template') &&
      ('shadowMode' in child.properties ||
        'shadowmode' in child.properties ||
        'shadowRootMode' in child.properties ||
        'shadowrootmode' in child.properties),
  );

/** @returns how many there were; the tree is changed */
export function openShadows(tree: Root | Element): number {
  let count = 0;
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    const shadow = shadowOf(child);
    if (shadow) {
      count += 1;
      const light = child.children.filter((one) => one !== shadow);
      const content = (shadow.content?.children ?? shadow.children) as ElementContent[];
      child.children = slotted(content, light);
    }
    count += openShadows(child);
  }
  return count;
}

/** What a slot shows in its place; without any, what is its own. */
function slotted(
  nodes: readonly ElementContent[],
  light: readonly ElementContent[],
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'slot') {
      const name = String(node.properties['name'] ?? '');
      const own = light.filter((one) => slotOf(one) === name);
      return own.some((one) => one.type === 'element' || (one.type === 'text' && one.value.trim()))
        ? own
        : node.children;
    }
    return [{ ...node, children: slotted(node.children, light) }];
  });
}

const slotOf = (node: ElementContent): string =>
  node.type === 'element' ? String(node.properties['slot'] ?? '') : '';
