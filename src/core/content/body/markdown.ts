/** What Markdown itself would print wrongly, or lose without a word. Pure. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ContentFault } from '../contentError.ts';
import { checkMarkup } from './markup.ts';

/** @param text the file that the tree was read from */
export function checkMarkdown(tree: Root, text: string): ContentFault[] {
  return [
    ...checkNotes(tree),
    ...checkReferences(tree, text),
    ...checkComments(tree, text),
    ...checkParts(tree, text),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/** Notes and addresses are defined once, and a note is referred to. */
function checkNotes(tree: Root): ContentFault[] {
  const faults: ContentFault[] = [];
  const notes = new Map<string, number>();
  const addresses = new Map<string, { url: string; line: number }>();
  const used = new Set<string>();
  visit(tree, 'footnoteReference', ({ identifier }) => void used.add(identifier));
  visit(tree, (node) => {
    const line = lineOf(node);
    if (node.type === 'footnoteDefinition') {
      const { identifier } = node;
      const before = notes.get(identifier);
      const found = `[^${node.label ?? identifier}]:`;
      if (before !== undefined) {
        faults.push({
          field: 'footnote',
          line,
          found,
          expected: `it is defined in line ${before} already, and this one would be lost; a chapter’s notes each have a name of their own`,
          example: `[^${identifier}-2]: The second note.`,
        });
      } else if (!used.has(identifier)) {
        faults.push({
          field: 'footnote',
          line,
          found,
          expected: 'no words refer to it, and it would be lost',
          example: `words[^${identifier}]`,
        });
      }
      notes.set(identifier, before ?? line);
    }
    if (node.type === 'definition') {
      const before = addresses.get(node.identifier);
      if (before && before.url !== node.url) {
        faults.push({
          field: 'reference',
          line,
          found: `[${node.label ?? node.identifier}]: ${node.url}`,
          expected: `line ${before.line} gives it another address; a chapter’s references each have a name of their own`,
          example: `[${node.identifier}-2]: ${node.url}`,
        });
      }
      addresses.set(node.identifier, before ?? { url: node.url, line });
    }
  });
  return faults;
}

/** References to what is nowhere defined, which Markdown prints as they are. */
function checkReferences(tree: Root, text: string): ContentFault[] {
  const faults: ContentFault[] = [];
  visit(tree, 'text', (node) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const written = text.slice(start.offset, end.offset);
    for (const match of written.matchAll(/(?<!\\)\[\^([^\]\s]+)\]|(?<!\\)\]\[([^\]^]*)\]/g)) {
      const [found, note, name] = match;
      const line = start.line + written.slice(0, match.index).split('\n').length - 1;
      faults.push(
        note === undefined
          ? {
              field: 'reference',
              line,
              found,
              expected:
                'the chapter defines no such address (brackets that are words are written \\[)',
              example: `[${name || 'name'}]: https://example.org/`,
            }
          : {
              field: 'footnote',
              line,
              found,
              expected: 'the chapter has no such note (brackets that are words are written \\[)',
              example: `[^${note}]: The note.`,
            },
      );
    }
  });
  return faults;
}

/** Comments that Markdown takes for words: one that begins behind words ends with their paragraph. */
function checkComments(tree: Root, text: string): ContentFault[] {
  const faults: ContentFault[] = [];
  visit(tree, 'text', ({ position }) => {
    const { start, end } = position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const written = text.slice(start.offset, end.offset);
    for (const { index } of written.matchAll(/(?<!\\)<!--/g)) {
      faults.push({
        field: 'HTML',
        line: start.line + written.slice(0, index).split('\n').length - 1,
        found: written.slice(index, index + 40),
        expected:
          'the comment is not whole, and would be published; one with empty lines begins a line of its own, behind an empty one (a sign < that is meant is written \\<)',
        example: '<!-- a note -->',
      });
    }
  });
  return faults;
}

/** Pictures have words, tables no cells too many, and HTML is whole. */
function checkParts(tree: Root, text: string): ContentFault[] {
  const faults: ContentFault[] = [];
  visit(tree, (node) => {
    const line = lineOf(node);
    if (node.type === 'html') faults.push(...checkMarkup(node.value, line));
    if ((node.type === 'image' || node.type === 'imageReference') && !node.alt?.trim()) {
      const address = node.type === 'image' ? node.url : (node.label ?? '');
      faults.push({
        field: 'picture',
        line,
        found: `![](${address})`,
        expected: 'a picture says what it shows, for those who cannot see it',
        example: `![A knife beside a ballet shoe](${address || './knife.png'})`,
      });
    }
    if (node.type === 'table') {
      const columns = node.children[0]?.children.length ?? 0;
      for (const row of node.children) {
        const { start, end } = row.position ?? {};
        const written = text.slice(start?.offset ?? 0, end?.offset ?? 0);
        const cells = cellsIn(written);
        if (cells <= columns) continue;
        faults.push({
          field: 'table',
          line: lineOf(row),
          found: written,
          expected: `its head has ${columns} columns and this row ${cells}: the rest would be lost (a sign | in words is written \\|)`,
          example: `|${' words |'.repeat(columns)}`,
        });
      }
    }
  });
  return faults;
}

/** How many cells a row of a table is written with. */
function cellsIn(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}
