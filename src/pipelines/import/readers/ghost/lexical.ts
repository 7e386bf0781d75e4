/** Lexical, what Ghost's editor keeps of a post, as a raw tree. Pure. */
import type { ElementContent, RootContent } from 'hast';
import { element, isElement, text } from '../../clean/elements.ts';
import { type Card, cardTree, type Report } from './cards.ts';

interface Node extends Card {
  readonly type: string;
  readonly children?: readonly Node[];
}

/** Bits of a text's format, the outermost first. */
const FORMATS: readonly (readonly [number, string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
  [128, 'mark'],
  [32, 'sub'],
  [64, 'sup'],
  [16, 'code'],
];

/** @param lexical JSON, with a `root` */
export function lexicalTree(lexical: string, report: Report): RootContent[] {
  const { root } = JSON.parse(lexical) as { readonly root?: Node };
  return all(root?.children ?? [], report);
}

const all = (nodes: readonly Node[], report: Report): ElementContent[] =>
  nodes.flatMap((node) => one(node, report));

function one(node: Node, report: Report): ElementContent[] {
  const { type, children = [] } = node;
  const inner = () => all(children, report);
  switch (type.replace(/^extended-/, '')) {
    case 'text':
    case 'tk': {
      const format = Number(node['format'] ?? 0);
      return [
        FORMATS.reduceRight<ElementContent>(
          (within, [bit, name]) => (format & bit ? element(name, [within]) : within),
          text(String(node['text'] ?? '')),
        ),
      ];
    }
    case 'tab':
      return [text('\t')];
    case 'zwnj':
      return [];
    case 'linebreak':
      return [element('br', [])];
    case 'paragraph':
      return [element('p', inner())];
    case 'heading':
      return [element(/^h[1-6]$/.test(String(node['tag'])) ? String(node['tag']) : 'h2', inner())];
    case 'quote':
      return [element('blockquote', inner())];
    case 'aside':
      return [element('aside', inner())];
    case 'link':
    case 'autolink':
    case 'at-link':
      return [element('a', inner(), { href: String(node['url'] ?? '') })];
    case 'list': {
      const start = Number(node['start'] ?? 1);
      const ordered = node['listType'] === 'number' || node['tag'] === 'ol';
      return [
        element(ordered ? 'ol' : 'ul', items(inner()), ordered && start > 1 ? { start } : {}),
      ];
    }
    case 'listitem':
      return [element('li', inner())];
    default:
      return children.length > 0 ? inner() : (cardTree(type, node, report) as ElementContent[]);
  }
}

/** An item that is a list alone belongs to the item before. */
function items(all: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const item of all) {
    const before = out.at(-1);
    const isList =
      isElement(item, 'li') &&
      item.children.length > 0 &&
      item.children.every((child) => isElement(child, 'ul', 'ol'));
    if (isList && isElement(before)) before.children.push(...item.children);
    else out.push(item);
  }
  return out;
}
