/** An article's blocks as a tree of Markdown; what Markdown has no sign for stays HTML within it. Pure. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import { isBlock, isElement } from '../clean/elements.ts';

/**
 * @param blocks links and pictures already as a chapter's file has them; `<a data-note>` holds the note's label
 * @param asHtml whether each block is written as HTML, which nothing can read otherwise
 */
export function markdownTree(blocks: readonly ElementContent[], asHtml = false): Root {
  const children = asHtml
    ? blocks.flatMap((block) => htmlOf(block) as RootContent[])
    : blocks.flatMap(blockOf);
  return { type: 'root', children };
}

const html = (value: string): RootContent & PhrasingContent => ({ type: 'html', value });

function blockOf(node: ElementContent): RootContent[] {
  if (node.type === 'text') return [{ type: 'paragraph', children: [node] }];
  if (!isElement(node)) return [];
  const { tagName, properties, children } = node;
  const bare = Object.keys(properties).every((name) => ['id', 'start', 'className'].includes(name));
  if (!bare) return htmlOf(node);
  const rank = /^h([1-6])$/.exec(tagName)?.[1];
  if (rank)
    return [
      {
        type: 'heading',
        depth: Number(rank) as 1,
        children: [...place(node), ...phrases(children, true)],
      },
    ];
  switch (tagName) {
    case 'p':
      return [{ type: 'paragraph', children: [...place(node), ...phrases(children)] }];
    case 'blockquote':
    case 'aside':
      return [{ type: 'blockquote', children: inner(node) }];
    case 'ul':
    case 'ol':
      return [list(node)];
    case 'pre':
      return code(node);
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'table':
      return table(node);
    case 'div':
      return children.flatMap(blockOf);
    default:
      return htmlOf(node);
  }
}

/** The blocks of a block; the first carries the place that it is led to by. */
function inner(node: Element): (BlockContent | DefinitionContent)[] {
  const blocks = node.children.some(isBlock)
    ? node.children.flatMap(blockOf)
    : [{ type: 'paragraph' as const, children: phrases(node.children) }];
  const marks = place(node);
  if (marks.length > 0) blocks.unshift({ type: 'paragraph', children: marks });
  return blocks as BlockContent[];
}

/** A place that something leads to: Markdown has none but in HTML. */
const place = ({ properties: { id } }: Element): PhrasingContent[] =>
  id === undefined ? [] : [html(`<a id="${String(id)}"></a>`)];

function list(node: Element): RootContent {
  const items = node.children.filter((child) => isElement(child));
  const spread = items.some((item) => item.children.some((child) => isElement(child, 'p')));
  const { start } = node.properties;
  return {
    type: 'list',
    ordered: node.tagName === 'ol',
    start: node.tagName === 'ol' ? Number(start ?? 1) : null,
    spread,
    children: items.map((item, at): ListItem => {
      const children = itemBlocks(item);
      const marks = at === 0 ? place(node) : [];
      const [first] = children;
      if (marks.length > 0) {
        if (first?.type === 'paragraph') first.children.unshift(...marks);
        else children.unshift({ type: 'paragraph', children: marks });
      }
      return { type: 'listItem', spread, children };
    }),
  };
}

/** A line of words, then blocks: the line is a paragraph in Markdown. */
function itemBlocks(item: Element): BlockContent[] {
  const blocks: RootContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    if (run.length > 0) blocks.push({ type: 'paragraph', children: phrases(run) });
    run = [];
  };
  for (const child of item.children) {
    if (!isBlock(child)) {
      run.push(child);
      continue;
    }
    close();
    blocks.push(...blockOf(child));
  }
  close();
  const marks = place(item);
  const [first] = blocks;
  if (marks.length > 0 && first?.type === 'paragraph') first.children.unshift(...marks);
  return blocks as BlockContent[];
}

function code(node: Element): RootContent[] {
  const inner = node.children[0];
  const words = isElement(inner) ? inner.children : node.children;
  const value = words.map((child) => (child.type === 'text' ? child.value : '')).join('');
  const [language] = isElement(inner) ? ((inner.properties['className'] ?? []) as string[]) : [];
  return [{ type: 'code', lang: language?.replace(/^language-/, '') ?? null, value }];
}

/** A table of plain cells below a head; any other is HTML. */
function table(node: Element): RootContent[] {
  const rows: { row: Element; head: boolean }[] = [];
  for (const part of node.children)
    if (isElement(part, 'thead', 'tbody', 'tfoot'))
      for (const row of part.children)
        if (isElement(row, 'tr')) rows.push({ row, head: part.tagName === 'thead' });
  const [first, ...more] = rows;
  const cells = (row: Element) => row.children.filter((cell) => isElement(cell));
  const width = first ? cells(first.row).length : 0;
  // Markdown aligns whole columns.
  const aligns = (first ? cells(first.row) : []).map(
    ({ properties }) => properties['align'] as 'left' | 'center' | 'right' | undefined,
  );
  const heads = first && (first.head || cells(first.row).every(({ tagName }) => tagName === 'th'));
  const plain =
    heads &&
    node.children.every((part) => !isElement(part, 'caption')) &&
    more.every(({ row, head }) => !head && cells(row).every(({ tagName }) => tagName === 'td')) &&
    rows.every(
      ({ row }) =>
        cells(row).length === width &&
        cells(row).every(
          (cell, column) =>
            Object.keys(cell.properties).every((name) => name === 'align') &&
            cell.properties['align'] === aligns[column] &&
            !cell.children.some(isBlock),
        ),
    );
  if (!plain) return htmlOf(node);
  return [
    {
      type: 'table',
      align: aligns.map((align) => align ?? null),
      children: rows.map(
        ({ row }, at): TableRow => ({
          type: 'tableRow',
          children: cells(row).map((cell, column) => ({
            type: 'tableCell',
            children: [
              ...(at === 0 && column === 0 ? place(node) : []),
              ...phrases(cell.children, true),
            ],
          })),
        }),
      ),
    },
  ];
}

const HTML_OPTIONS = { characterReferences: { useNamedReferences: true } } as const;

/** Blocks in which lines of their own make a file readable. */
const APART =
  /(?<=>)(?=<(?:img|figcaption|\/figure|tr|\/tr|thead|tbody|\/thead|\/tbody|caption|\/table|dt|dd|\/dl|li|\/[uo]l)\b)/g;

/**
 * A block as HTML; where it holds a note's sign, which only Markdown has, its words are Markdown between empty lines.
 */
function htmlOf(node: ElementContent): RootContent[] {
  if (!isElement(node)) return blockOf(node);
  if (!hasNote(node)) {
    // An empty line would end the HTML.
    const printed = toHtml(node, HTML_OPTIONS);
    const whole = node.tagName === 'pre' ? printed : printed.replace(APART, '\n');
    return [html(whole.replace(/\n(?=\s*\n)/g, '&#10;'))];
  }
  const { open, close } = tagsOf(node);
  const blocks = node.children.some(isBlock)
    ? node.children.flatMap((child) => (isBlock(child) ? htmlOf(child) : blockOf(child)))
    : [{ type: 'paragraph' as const, children: phrases(node.children) }];
  if (node.tagName === 'p' && Object.keys(node.properties).every((name) => name === 'id'))
    return blockOf(node);
  return [html(open), ...blocks, html(close)];
}

const hasNote = (node: ElementContent): boolean =>
  isElement(node) && ('dataNote' in node.properties || node.children.some(hasNote));

function tagsOf(node: Element): { open: string; close: string } {
  const close = `</${node.tagName}>`;
  const whole = toHtml({ ...node, children: [] }, { ...HTML_OPTIONS, omitOptionalTags: false });
  return { open: whole.slice(0, whole.length - close.length), close };
}

/** @param oneLine whether line breaks have to be HTML */
function phrases(nodes: readonly ElementContent[], oneLine = false): PhrasingContent[] {
  return nodes.flatMap((node, at): PhrasingContent[] => {
    if (node.type === 'text') return [{ type: 'text', value: node.value }];
    if (!isElement(node)) return [];
    const { tagName, properties, children } = node;
    const note = properties['dataNote'];
    if (note !== undefined)
      return [{ type: 'footnoteReference', identifier: String(note), label: String(note) }];
    const bare = Object.keys(properties).length === 0;
    if (tagName === 'br') return oneLine ? [html('<br>')] : [{ type: 'break' }];
    if (tagName === 'img')
      return [
        {
          type: 'image',
          url: String(properties['src']),
          alt: String(properties['alt'] ?? ''),
          ...(properties['title'] !== undefined && { title: String(properties['title']) }),
        },
      ];
    if (tagName === 'a' && /^href(?:,title)?$/.test(Object.keys(properties).join()))
      return [
        {
          type: 'link',
          url: String(properties['href']),
          ...(properties['title'] !== undefined && { title: String(properties['title']) }),
          children: phrases(children, oneLine),
        },
      ];
    if (tagName === 'code' && bare && children.every(({ type }) => type === 'text')) {
      const value = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      if (/\S/.test(value)) return [{ type: 'inlineCode', value }];
    }
    const kind = bare && stands(nodes, at) ? MARKS[tagName] : undefined;
    if (kind) return [{ type: kind, children: phrases(children, oneLine) }];
    const { open, close } = tagsOf(node);
    return [html(open), ...phrases(children, oneLine), html(close)];
  });
}

const MARKS: Readonly<Record<string, 'emphasis' | 'strong' | 'delete'>> = {
  em: 'emphasis',
  strong: 'strong',
  del: 'delete',
};

/** Whether an emphasis stands apart from letters, so that its signs are read as signs. */
function stands(nodes: readonly ElementContent[], at: number): boolean {
  const [before, after] = [nodes[at - 1], nodes[at + 1]];
  const free = (letter: string | undefined) =>
    letter === undefined || /[\s\p{P}\p{S}]/u.test(letter);
  const edge = (node: ElementContent | undefined, last: boolean): string | undefined => {
    if (node?.type === 'text') return last ? [...node.value].at(-1) : [...node.value][0];
    // A sign of Markdown's, or of HTML's.
    return node === undefined ? undefined : '*';
  };
  return free(edge(before, true)) && free(edge(after, false));
}
