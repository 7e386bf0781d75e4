/** Loose words and nested boxes as paragraphs, lists, tables and figures: every block of an article where it belongs. Pure. */
import type { Element, ElementContent } from 'hast';
import { element, hasContent, isBlock, isElement } from './elements.ts';
import { tidyInline } from './inline.ts';

const isBlank = (node: ElementContent) => node.type === 'text' && !/[^ \t\n\r\f]/.test(node.value);

/** @returns blocks alone, in order */
export function flow(nodes: readonly ElementContent[], loose = 'p'): ElementContent[] {
  const out: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    for (const part of paragraphs(run)) out.push(...paragraph(part, loose));
    run = [];
  };
  for (const node of hoist(nodes)) {
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    close();
    // Of lines one after the other one is enough, whatever boxes they stand in.
    for (const one of block(node))
      if (!isElement(one, 'hr') || !isElement(out.at(-1), 'hr')) out.push(one);
  }
  close();
  return out;
}

/** Blocks that stand within a line's element come out of it. */
function hoist(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element' || isBlock(node) || !holdsBlock(node)) return [node];
    return hoist(node.children).map((child) =>
      isBlock(child)
        ? { ...child, children: isBlank(child) ? child.children : refill(node, child.children) }
        : { ...node, children: [child] },
    );
  });
}

function refill(around: Element, children: ElementContent[]): ElementContent[] {
  return hoist([{ ...around, children }]);
}

const holdsBlock = (node: Element): boolean =>
  node.children.some((child) => child.type === 'element' && (isBlock(child) || holdsBlock(child)));

/** Two line breaks or more part paragraphs. */
function paragraphs(run: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  for (let at = 0; at < run.length; at += 1) {
    let end = at;
    let breaks = 0;
    while (end < run.length && (isElement(run[end], 'br') || isBlank(run[end]!))) {
      if (isElement(run[end], 'br')) breaks += 1;
      end += 1;
    }
    if (breaks > 1) {
      parts.push([]);
      at = end - 1;
    } else parts.at(-1)!.push(run[at]!);
  }
  return parts;
}

/** A paragraph; pictures at its beginning and end stand by themselves. */
function paragraph(run: readonly ElementContent[], name: string): ElementContent[] {
  const inner = tidyInline(run);
  if (!hasContent(inner)) return inner.flatMap(markOnly);
  const isPicture = (node: ElementContent | undefined): boolean =>
    isElement(node, 'img') ||
    (isElement(node, 'a', 'strong', 'em', 'span') &&
      node.children.length > 0 &&
      node.children.every(isPicture));
  const skip = (node: ElementContent | undefined) =>
    isElement(node, 'br') || (node !== undefined && isBlank(node));
  const before: ElementContent[] = [];
  const after: ElementContent[] = [];
  if (name === 'p') {
    while (isPicture(inner[0])) {
      before.push(inner.shift()!);
      while (skip(inner[0])) inner.shift();
    }
    while (isPicture(inner.at(-1))) {
      after.unshift(inner.pop()!);
      while (skip(inner.at(-1))) inner.pop();
    }
  }
  const alone = (node: ElementContent) => element('figure', [pictureOf(node)]);
  const words = tidyInline(inner);
  return [
    ...before.map(alone),
    ...(hasContent(words) ? [element(name, words)] : []),
    ...after.map(alone),
  ];
}

/** Places without words that something may lead to. */
const markOnly = (node: ElementContent): ElementContent[] =>
  isElement(node) && node.properties['id'] !== undefined
    ? [element('a', [], { id: node.properties['id'] })]
    : [];

/** A picture with the link that it is; one that leads to the picture's own file is none. */
function pictureOf(node: ElementContent): ElementContent {
  if (!isElement(node) || node.tagName === 'img') return node;
  const inner = pictureOf(node.children[0]!);
  const href = String(node.properties['href'] ?? '');
  if (node.tagName !== 'a' || node.children.length > 1) return inner;
  return /\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)(?:$|[?#])/i.test(href) ||
    /\/attachment\/|[?&]attachment_id=/.test(href) ||
    href.startsWith('#') ||
    href === ''
    ? inner
    : { ...node, children: [inner] };
}

/** One block of the source as blocks of an article. */
function block(node: Element): ElementContent[] {
  const { tagName, properties, children } = node;
  switch (tagName) {
    case 'hr':
      return [node];
    case 'pre':
      return pre(node);
    case 'ul':
    case 'ol':
      return list(node);
    case 'li':
      return list(element('ul', [node]));
    case 'dl':
      return definitions(node);
    case 'table':
      return table(node);
    case 'figure':
      return figure(node);
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return lines(node);
    case 'blockquote':
    case 'aside': {
      const inner = flow(children);
      return hasContent(inner) ? [{ ...node, children: inner }] : [];
    }
    case 'div': {
      const inner = flow(children);
      const { id, ...rest } = properties;
      const named = id === undefined ? inner : mark(inner, id);
      if (Object.keys(rest).length === 0) return named;
      return named.length === 1 && isElement(named[0])
        ? [{ ...named[0], properties: { ...rest, ...named[0].properties } }]
        : named.length === 0
          ? []
          : [element('div', named, rest)];
    }
    default: {
      // A part of a table or a list without it.
      const inner = flow(children);
      return properties['id'] === undefined ? inner : mark(inner, properties['id']);
    }
  }
}

/** The first block can be led to. */
function mark(blocks: ElementContent[], id: unknown): ElementContent[] {
  const [first, ...more] = blocks;
  if (!isElement(first) || first.properties['id'] !== undefined) return blocks;
  return [{ ...first, properties: { ...first.properties, id: String(id) } }, ...more];
}

/** A paragraph or a heading: what it holds that is no line stands behind or before it. */
function lines(node: Element): ElementContent[] {
  const inner = flow(node.children, node.tagName);
  let first = true;
  return inner.map((child) => {
    if (!isElement(child, node.tagName)) return child;
    const { id, ...rest } = node.properties;
    const properties = { ...rest, ...(first && id !== undefined && { id }), ...child.properties };
    first = false;
    const alone = child.children.length === 1 ? child.children[0] : undefined;
    // A heading that is bold is a heading.
    const children =
      /^h\d$/.test(node.tagName) && isElement(alone, 'strong') ? alone.children : child.children;
    return { ...child, properties, children };
  });
}

function pre(node: Element): ElementContent[] {
  const verbatim = (nodes: readonly ElementContent[]): string =>
    nodes
      .map((child) =>
        child.type === 'text'
          ? child.value
          : child.type === 'element'
            ? child.tagName === 'br'
              ? '\n'
              : verbatim(child.children)
            : '',
      )
      .join('');
  const words = verbatim(node.children)
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '');
  if (words.trim() === '') return [];
  const code = node.children.find((child) => isElement(child, 'code'));
  const language = [node, code]
    .map((one) => isElement(one) && one.properties['className'])
    .find(Boolean);
  const properties = language ? { className: language as string[] } : {};
  return [element('pre', [element('code', [{ type: 'text', value: words }], properties)])];
}

/** What is in an item or a cell: a line of words, or blocks. */
function content(children: readonly ElementContent[]): ElementContent[] {
  const blocks = flow(children);
  const [only] = blocks;
  return blocks.length === 1 && isElement(only, 'p') && Object.keys(only.properties).length === 0
    ? only.children
    : blocks;
}

function list(node: Element): ElementContent[] {
  const items: Element[] = [];
  for (const child of node.children) {
    if (isElement(child, 'li')) {
      const inner = content(child.children);
      if (hasContent(inner)) items.push({ ...child, children: inner });
    } else if (isElement(child, 'ul', 'ol')) {
      // A list in a list is part of the item before.
      const nested = list(child);
      const last = items.at(-1);
      if (last) last.children = [...asBlocks(last.children), ...nested];
      else if (nested.length > 0) items.push(element('li', nested));
    } else {
      const inner = content([child]);
      if (hasContent(inner)) items.push(element('li', inner));
    }
  }
  const { id, ...properties } = node.properties;
  const kept = id === undefined ? properties : { ...properties, id };
  return items.length > 0 ? [element(node.tagName, items, kept)] : [];
}

/** Words of an item as a paragraph, where blocks follow. */
const asBlocks = (children: ElementContent[]): ElementContent[] =>
  children.some(isBlock) ? children : [element('p', children)];

function definitions(node: Element): ElementContent[] {
  const parts: Element[] = [];
  const collect = (children: readonly ElementContent[]): void => {
    for (const child of children) {
      if (isElement(child, 'div')) collect(child.children);
      else {
        const inner = content(isElement(child, 'dt', 'dd') ? child.children : [child]);
        if (!hasContent(inner)) continue;
        const name = isElement(child, 'dt', 'dd') ? child.tagName : 'dd';
        parts.push(
          element(
            name,
            inner,
            isElement(child) && isElement(child, 'dt', 'dd') ? child.properties : {},
          ),
        );
      }
    }
  };
  collect(node.children);
  return parts.length > 0 ? [element('dl', parts)] : [];
}

function table(node: Element): ElementContent[] {
  const rows: Element[] = [];
  const heads = new Set<Element>();
  const captions: ElementContent[] = [];
  const collect = (children: readonly ElementContent[], head: boolean): void => {
    for (const child of children) {
      if (isElement(child, 'thead', 'tbody', 'tfoot'))
        collect(child.children, child.tagName === 'thead');
      else if (isElement(child, 'tr')) {
        const cells = child.children.flatMap((cell): Element[] =>
          isElement(cell, 'td', 'th')
            ? [{ ...cell, children: content(cell.children) }]
            : isBlank(cell)
              ? []
              : [element('td', content([cell]))],
        );
        const row = element('tr', cells);
        if (cells.some((cell) => hasContent(cell.children))) {
          rows.push(row);
          if (head) heads.add(row);
        }
      } else if (isElement(child, 'caption')) captions.push(...content(child.children));
      else if (!isBlank(child)) rows.push(element('tr', [element('td', content([child]))]));
    }
  };
  collect(node.children, false);
  if (rows.length === 0) return captions.length > 0 ? flow(captions) : [];
  const width = Math.max(...rows.map((row) => row.children.length));
  // A table of one column only lays things out.
  if (width === 1)
    return flow([
      ...captions,
      ...rows.flatMap((row) => asBlocks((row.children[0] as Element).children)),
    ]);
  const [head, body] = [
    rows.filter((row) => heads.has(row)),
    rows.filter((row) => !heads.has(row)),
  ];
  return [
    element('table', [
      ...(captions.length > 0 ? [element('caption', captions)] : []),
      ...(head.length > 0 ? [element('thead', head)] : []),
      ...(body.length > 0 ? [element('tbody', body)] : []),
    ]),
  ];
}

/** Pictures with their caption; any other figure is what it holds, then its caption. */
function figure(node: Element): ElementContent[] {
  const captions: ElementContent[] = [];
  const rest: ElementContent[] = [];
  for (const child of node.children) {
    if (isElement(child, 'figcaption')) captions.push(...content(child.children));
    else rest.push(child);
  }
  const inner = flow(rest);
  const pictures = inner.flatMap((child) =>
    isElement(child, 'figure') && !child.children.some((one) => isElement(one, 'figcaption'))
      ? child.children
      : [],
  );
  const caption = hasContent(captions) ? captions : [];
  if (pictures.length > 0 && pictures.length === countPictures(inner)) {
    const others = inner.filter((child) => !isElement(child, 'figure'));
    const words = [
      ...others,
      ...(others.length > 0 && caption.length > 0 ? flow(caption) : caption),
    ];
    return [
      element('figure', [...pictures, ...(words.length > 0 ? [element('figcaption', words)] : [])]),
    ];
  }
  return [...inner, ...flow(caption)];
}

const countPictures = (nodes: readonly ElementContent[]): number =>
  nodes.reduce(
    (sum, node) =>
      sum + (isElement(node, 'img') ? 1 : isElement(node) ? countPictures(node.children) : 0),
    0,
  );
