/** Which elements an article has, and which of them stand in a line of words. */
import type { Element, ElementContent } from 'hast';
import { ELEMENTS } from '../../../core/content/body/policy.ts';

const BLOCK_NAMES = [
  ...([
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'hr',
    'aside',
    'div',
  ] as const),
  ...(['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption'] as const),
  ...(['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'] as const),
] as const;
type BlockName = (typeof BLOCK_NAMES)[number];
const BLOCKS: ReadonlySet<string> = new Set(BLOCK_NAMES);

/** Elements in a line of words that an article keeps. */
export const PHRASES: ReadonlySet<string> = new Set(
  ELEMENTS.filter(
    (name) =>
      !BLOCKS.has(name) &&
      !['section', 'details', 'summary', 'input', 'col', 'colgroup', 'wbr', 'rb', 'rtc'].includes(
        name,
      ),
  ),
);

export const isElement = <Name extends string>(
  node: ElementContent | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } =>
  node?.type === 'element' && (names.length === 0 || names.includes(node.tagName as Name));

export const isBlock = (node: ElementContent): node is Element & { tagName: BlockName } =>
  node.type === 'element' && BLOCKS.has(node.tagName);

/** @param properties of the new element */
export const element = (
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children });

export const text = (value: string): ElementContent => ({ type: 'text', value });

/** The classes of an element as one string. */
export const classOf = ({ properties }: Element): string => {
  const { className } = properties;
  return Array.isArray(className) ? className.join(' ') : String(className ?? '');
};

/** Whether a tree shows anything: words, a picture, a note. */
export function hasContent(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) =>
    node.type === 'text'
      ? !/^(?:[\s\u200b\u200c\ufeff]|\u200d)*$/.test(node.value)
      : node.type === 'element' &&
        (node.tagName === 'img' || 'dataNote' in node.properties || hasContent(node.children)),
  );
}
