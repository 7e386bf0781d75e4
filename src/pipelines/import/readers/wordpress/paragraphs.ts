/**
 * Line breaks of a classic post as WordPress shows them: an empty line parts paragraphs, any other is a break,
 * also in a `div` or a caption; not in what is set as it is written. Pure.
 */
import type { ElementContent, RootContent } from 'hast';

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr hgroup iframe legend li main map math menu nav ol p pre script section style summary svg table tbody td template textarea tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Nothing in these is touched. */
const AS_WRITTEN: ReadonlySet<string> = new Set(
  'code kbd math pre script style svg template textarea'.split(' '),
);
/** White space in these is no text. */
const NO_TEXT: ReadonlySet<string> = new Set(
  'dl figure menu ol table tbody tfoot thead tr ul'.split(' '),
);
/** What a line of words is in; paragraphs part them. */
const LINES: ReadonlySet<string> = new Set('dt figcaption h1 h2 h3 h4 h5 h6 summary'.split(' '));

const EMPTY_LINE = /[ \t]*\n[ \t]*\n\s*/;

type Node = RootContent;

/** @returns the same words, in paragraphs and with breaks */
export function withParagraphs(nodes: readonly Node[], within = 'div'): Node[] {
  if (NO_TEXT.has(within))
    return nodes.flatMap((node): Node[] => {
      if (node.type === 'text' && node.value.trim() === '') return [];
      return [node.type === 'element' ? inside(node) : node];
    });
  const out: Node[] = [];
  let run: Node[] = [];
  const close = (): void => {
    const pieces = split(run)
      .map((piece) => breaks(trimmed(piece)))
      .filter((piece) => piece.some(shows));
    for (const [at, piece] of pieces.entries()) {
      if (within === 'p' || (!LINES.has(within) && isSeveral(pieces, nodes, within)))
        out.push(paragraph(piece));
      else out.push(...(at > 0 ? [lineBreak(), lineBreak()] : []), ...piece);
    }
    run = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !isBlock(node)) {
      run.push(node);
      continue;
    }
    close();
    if (node.tagName === 'p') out.push(...withParagraphs(node.children, 'p'));
    else out.push(inside(node));
  }
  close();
  return out;
}

function inside(node: Extract<Node, { type: 'element' }>): Node {
  if (AS_WRITTEN.has(node.tagName)) return node;
  return { ...node, children: withParagraphs(node.children, node.tagName) as ElementContent[] };
}

/** An item or a cell that is one line stays one; elsewhere every run of words is a paragraph. */
function isSeveral(pieces: readonly Node[][], nodes: readonly Node[], within: string): boolean {
  return (
    !['dd', 'li', 'td', 'th'].includes(within) ||
    pieces.length > 1 ||
    nodes.some((node) => node.type === 'element' && node.tagName === 'p')
  );
}

const isBlock = (node: Node): boolean =>
  node.type === 'element' && (BLOCKS.has(node.tagName) || node.children.some(isBlock));

/** A line of nodes parted at its empty lines; what is emphasised across one is so on both sides. */
function split(nodes: readonly Node[]): Node[][] {
  const pieces: Node[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'text') {
      const [first = '', ...others] = node.value.split(EMPTY_LINE);
      pieces.at(-1)!.push({ type: 'text', value: first });
      for (const value of others) pieces.push([{ type: 'text', value }]);
    } else if (node.type === 'element' && !AS_WRITTEN.has(node.tagName)) {
      const [first = [], ...others] = split(node.children);
      const part = (children: Node[]) => ({ ...node, children: children as ElementContent[] });
      pieces.at(-1)!.push(part(first));
      for (const children of others) pieces.push([part(children)]);
    } else pieces.at(-1)!.push(node);
  }
  return pieces;
}

/** Line ends beside blocks break nothing. */
const trimmed = (nodes: readonly Node[]): Node[] =>
  nodes.map((node, at): Node => {
    if (node.type !== 'text') return node;
    const value = at === 0 ? node.value.replace(/^[ \t\n]+/, '') : node.value;
    return { ...node, value: at === nodes.length - 1 ? value.replace(/[ \t\n]+$/, '') : value };
  });

/** Line ends become breaks; beside a break that is written they are none. */
function breaks(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node, at): Node[] => {
    if (node.type === 'element' && !AS_WRITTEN.has(node.tagName))
      return [{ ...node, children: breaks(node.children) as ElementContent[] }];
    if (node.type !== 'text') return [node];
    const before = nodes[at - 1];
    const isBroken = before?.type === 'element' && before.tagName === 'br';
    const value = isBroken ? node.value.replace(/^\s*\n/, '') : node.value;
    return value
      .split(/[ \t]*\n[ \t]*/)
      .flatMap((line, place): Node[] => [
        ...(place > 0 ? [lineBreak()] : []),
        { type: 'text', value: line },
      ]);
  });
}

const lineBreak = (): Node => ({ type: 'element', tagName: 'br', properties: {}, children: [] });

const paragraph = (children: Node[]): Node => ({
  type: 'element',
  tagName: 'p',
  properties: {},
  children: children as ElementContent[],
});

const shows = (node: Node): boolean =>
  node.type === 'text' ? node.value.trim() !== '' : node.type === 'element';
