/** The content of an OpenDocument text as a raw tree. Pure. */
import type { Element, ElementContent } from 'hast';
import type { Dropped } from '../../article.ts';
import { element, isElement, text } from '../../clean/elements.ts';
import { textOf } from '../../clean/text.ts';
import { findAll, isXml, type XmlElement, type XmlNode, xmlText } from '../../xml.ts';
import type { Look, Styles } from './styles.ts';

export interface OdtTree {
  readonly children: ElementContent[];
  readonly notes: ReadonlyMap<string, ElementContent[]>;
  readonly dropped: readonly Dropped[];
}

/** What is not read: changes that were undone, remarks of editors, fields' own data. */
const SKIPPED: ReadonlySet<string> = new Set(
  'tracked-changes sequence-decls variable-decls user-field-decls annotation annotation-end forms title desc event-listeners bookmark bookmark-start bookmark-end reference-mark soft-page-break note-citation'.split(
    ' ',
  ),
);
const INDEXES: ReadonlySet<string> = new Set(
  'table-of-content illustration-index table-index object-index alphabetical-index user-index'.split(
    ' ',
  ),
);
/** Styles of paragraphs that mean something, by their names in small letters. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^title$/, 'title'],
  [/^subtitle$/, 'subtitle'],
  [/^author$/, 'author'],
  [/^(?:caption|illustration|figure|tablecaption|figurecaption|drawing)$/, 'caption'],
  [/^(?:quotations?|quote|intense quote|block ?text|block quotation)$/, 'quote'],
  [/^(?:pull ?quote)$/, 'pull'],
  [/^(?:preformatted text|source code|html preformatted)$/, 'pre'],
  [/^horizontal line$/, 'hr'],
];

/**
 * @param body `office:text`
 * @param formulas texts of formulas by the part that holds them
 */
export function odtTree(
  body: XmlElement,
  styles: Styles,
  formulas: ReadonlyMap<string, string>,
): OdtTree {
  const notes = new Map<string, ElementContent[]>();
  const dropped: Dropped[] = [];
  /** Blocks that stand in a line of words: they follow their paragraph. */
  let boxes: ElementContent[] = [];
  /** How far the lists of each style have counted. */
  const counted = new Map<string, number>();

  const blocks = (nodes: readonly XmlNode[]): ElementContent[] =>
    joined(nodes.filter(isXml).flatMap((node) => block(node)));

  function block(node: XmlElement): ElementContent[] {
    const { local, attributes } = node;
    if (SKIPPED.has(local)) return [];
    if (INDEXES.has(local)) {
      const words = textOf(blocks(node.children));
      if (words) dropped.push({ words, reason: 'the table of contents' });
      return [];
    }
    switch (local) {
      case 'p':
      case 'h':
        return paragraph(node);
      case 'list':
        return list(node, attributes['text:style-name'] ?? '', 1);
      case 'table':
        return [table(node)];
      case 'frame':
        return withBoxes(() => inline([node], {}));
      case 'section':
        if (attributes['text:display'] !== 'none') return blocks(node.children);
        dropped.push({
          words: textOf(blocks(node.children)),
          reason: 'a section that is hidden in the document',
        });
        return [];
      default:
        return blocks(node.children);
    }
  }

  /** What a paragraph holds, then the boxes within it. */
  function withBoxes(read: () => ElementContent[]): ElementContent[] {
    const outer = boxes;
    boxes = [];
    const own = read();
    const all = [...own, ...boxes];
    boxes = outer;
    return all;
  }

  function paragraph(node: XmlElement): ElementContent[] {
    const style = node.attributes['text:style-name'] ?? '';
    if (node.local === 'h') {
      const level = Math.min(6, Math.max(1, Number(node.attributes['text:outline-level'] ?? 1)));
      return withBoxes(() => [element(`h${level}`, inline(node.children, {}))]);
    }
    const names = styles.names(style);
    const sign = SIGNS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
    return withBoxes(() => {
      const words = inline(node.children, styles.paragraphLook(style));
      if (sign === 'hr')
        return [element('hr', []), ...(textOf(words) ? [element('p', words)] : [])];
      if (sign === 'pre') return [element('pre', words)];
      if (sign === 'quote') return [element('blockquote', [element('p', words)])];
      if (sign === 'pull') return [element('aside', [element('p', words)])];
      return [element('p', words, sign ? { className: [sign] } : {})];
    });
  }

  function inline(nodes: readonly XmlNode[], look: Look): ElementContent[] {
    return nodes.flatMap((node): ElementContent[] => {
      // In the file white space is one space, at the least where it is written out.
      if (!isXml(node)) return words(node.replace(/[ \t\r\n]+/g, ' '), look);
      const { local, attributes, children } = node;
      if (SKIPPED.has(local)) return [];
      const inner = () => inline(children, look);
      switch (local) {
        case 'span':
          return inline(children, {
            ...look,
            ...styles.textLook(attributes['text:style-name'] ?? ''),
          });
        case 's':
          return words(' '.repeat(Math.min(200, Number(attributes['text:c'] ?? 1))), look);
        case 'tab':
          return words('\t', look);
        case 'line-break':
          return [element('br', [])];
        case 'a':
          return [element('a', inner(), { href: attributes['xlink:href'] ?? '' })];
        case 'note':
          return note(node);
        case 'ruby':
          return [element('ruby', inner())];
        case 'ruby-text':
          return [element('rt', inner())];
        case 'frame':
          return frame(node);
        case 'hidden-text':
        case 'hidden-paragraph':
          if (attributes['text:is-hidden'] !== 'false') hide(xmlText(node));
          return [];
        default:
          return inner();
      }
    });
  }

  function words(value: string, look: Look): ElementContent[] {
    if (look.hidden) {
      hide(value);
      return [];
    }
    const marks = [
      ...(look.language && look.language !== styles.language ? ['span'] : []),
      ...(look.bold ? ['strong'] : []),
      ...(look.italic ? ['em'] : []),
      ...(look.struck ? ['s'] : []),
      ...(look.position ? [look.position] : []),
      ...(look.code ? ['code'] : []),
    ];
    return [
      marks.reduceRight<ElementContent>(
        (within, name) => element(name, [within], name === 'span' ? { lang: look.language! } : {}),
        text(value),
      ),
    ];
  }

  function hide(value: string): void {
    if (value.trim() !== '')
      dropped.push({ words: value, reason: 'text that is marked as hidden in the document' });
  }

  function note(node: XmlElement): ElementContent[] {
    const [body] = findAll(node, 'note-body');
    const key = node.attributes['text:id'] ?? `note-${notes.size + 1}`;
    notes.set(key, []);
    notes.set(key, blocks(body?.children ?? []));
    return [element('a', [], { dataNote: key })];
  }

  function frame(node: XmlElement): ElementContent[] {
    const parts = node.children.filter(isXml);
    const said = (name: string) => xmlText(parts.find(({ local }) => local === name)).trim();
    const object = parts.find(({ local }) => local === 'object');
    const formula = object && formulas.get(partOf(object));
    if (formula !== undefined) return [element('code', [text(formula)])];
    const box = parts.find(({ local }) => local === 'text-box');
    if (box) {
      boxes.push(...captioned(blocks(box.children)));
      return [];
    }
    const image = parts.find(({ local }) => local === 'image');
    if (!image) return [];
    const alt = said('desc') || said('title');
    return [element('img', [], { src: partOf(image), ...(alt && { alt }) })];
  }

  function list(node: XmlElement, style: string, level: number): ElementContent[] {
    const items = node.children.filter(isXml);
    // A numbered heading is an item of a list in some files.
    if (items.some((item) => item.children.some((child) => isXml(child) && child.local === 'h')))
      return items.flatMap((item) => blocks(item.children));
    const first = findAll(node, 'p')[0]?.attributes['text:style-name'] ?? '';
    const own = node.attributes['text:style-name'] || style || styles.listOf(first);
    const { numbered, start } = styles.level(own, level);
    const from = Number(
      items[0]?.attributes['text:start-value'] ??
        (node.attributes['text:continue-numbering'] === 'true' ||
        node.attributes['text:continue-list']
          ? (counted.get(own) ?? 0) + 1
          : start),
    );
    const entries = items.map((item) =>
      element(
        'li',
        item.children
          .filter(isXml)
          .flatMap((child) =>
            child.local === 'list' ? list(child, own, level + 1) : block(child),
          ),
      ),
    );
    if (level === 1) counted.set(own, from + entries.length - 1);
    return [element(numbered ? 'ol' : 'ul', entries, numbered && from > 1 ? { start: from } : {})];
  }

  function table(node: XmlElement): Element {
    const rows = (from: XmlElement): Element[] =>
      from.children.filter(isXml).flatMap((child): Element[] => {
        if (child.local === 'table-row') return [row(child)];
        return /^table-(?:rows|row-group)$/.test(child.local) ? rows(child) : [];
      });
    const head = node.children
      .filter(isXml)
      .filter(({ local }) => local === 'table-header-rows')
      .flatMap(rows);
    for (const one of head)
      for (const cell of one.children) if (isElement(cell)) cell.tagName = 'th';
    return element('table', [element('thead', head), element('tbody', rows(node))]);
  }

  function row(node: XmlElement): Element {
    const cells = node.children.filter(isXml).filter(({ local }) => local === 'table-cell');
    return element(
      'tr',
      cells.map(({ attributes, children }) =>
        element('td', blocks(children), {
          colSpan: Number(attributes['table:number-columns-spanned'] ?? 1),
          rowSpan: Number(attributes['table:number-rows-spanned'] ?? 1),
        }),
      ),
    );
  }

  return { children: blocks(body.children), notes, dropped };
}

const partOf = ({ attributes }: XmlElement): string =>
  (attributes['xlink:href'] ?? '').replace(/^\.\/|\/$/g, '');

/** Neighbours that are one: paragraphs of a quotation, lines of what is set as it is written. */
function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const node of nodes) {
    const before = out.at(-1);
    if (isElement(node, 'blockquote', 'aside') && isElement(before, node.tagName))
      before.children.push(...node.children);
    else if (isElement(node, 'pre') && isElement(before, 'pre'))
      before.children.push(text('\n'), ...node.children);
    else out.push(node);
  }
  return out;
}

/** A box of a picture and words is how word processors give a picture its caption. */
function captioned(nodes: ElementContent[]): ElementContent[] {
  const [only, ...more] = nodes;
  if (more.length > 0 || !isElement(only, 'p')) return nodes;
  const images = only.children.filter((child) => isElement(child, 'img'));
  const caption = only.children.filter((child) => !isElement(child, 'img'));
  return images.length > 0 && textOf(caption) !== ''
    ? [element('figure', [...images, element('figcaption', caption)])]
    : nodes;
}
