/**
 * A reply's words as HTML: emphasis, quotations and links of Markdown, and nothing else.
 * The reader knows no other construct, and what it makes still goes through the
 * sanitiser. Pure.
 */
import type { Element, Nodes, Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';

/** Constructs of CommonMark that stay what was typed. */
const PLAIN = [
  ...['codeFenced', 'codeIndented', 'codeText', 'definition', 'headingAtx', 'htmlFlow', 'htmlText'],
  ...['labelStartImage', 'list', 'setextUnderline', 'thematicBreak'],
];

const SCHEMA: Schema = {
  tagNames: ['a', 'blockquote', 'br', 'em', 'p', 'strong'],
  attributes: { a: ['href', 'rel'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {},
  clobber: [],
  required: {},
  strip: [],
  allowComments: false,
};

/** Told of every link that a stranger wrote: it is theirs, and no recommendation. */
export const STRANGERS = 'ugc nofollow';

/** Quotations within quotations, and emphasis within emphasis, that deep are nobody's words. */
const DEPTH = 12;

/** @param text Markdown as it was typed */
export function replyHtml(text: string): string {
  const tree = toHast(
    fromMarkdown(shallow(text), { extensions: [{ disable: { null: PLAIN } }] }),
  ) as Root;
  breakLines(tree);
  visit(tree, 'element', (element) => {
    if (element.tagName === 'a') element.properties['rel'] = STRANGERS.split(' ');
  });
  const clean = sanitize(tree, SCHEMA);
  unwrapLost(clean);
  return toHtml(clean).trim();
}

/** Of signs that quote no more than a few at a line's start: a thousand would be a thousand elements deep. */
const shallow = (text: string): string => text.replace(/^(?:[ \t]*>){13,}/gm, '>'.repeat(DEPTH));

/** Whoever presses Enter means a new line. */
function breakLines(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !('tagName' in parent)) return;
    if (parent.tagName === 'blockquote' || !node.value.includes('\n')) return;
    const pieces = node.value
      .split('\n')
      .flatMap((line, at): (Element | typeof node)[] => [
        ...(at > 0
          ? [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }]
          : []),
        { type: 'text', value: line },
      ]);
    // A line break that Markdown has made already stands before its line feed.
    const before = parent.children[index - 1];
    if (before?.type === 'element' && before.tagName === 'br') pieces.splice(0, 2);
    parent.children.splice(index, 1, ...pieces);
    return index + pieces.length;
  });
}

/** A link whose address was refused is its words. */
function unwrapLost(tree: Nodes): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return;
    if (element.tagName !== 'a' || element.properties['href'] !== undefined) return;
    parent.children.splice(index, 1, ...element.children);
    return index;
  });
}
