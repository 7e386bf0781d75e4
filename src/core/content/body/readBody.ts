/**
 * A body of Markdown as one document tree: read once, by the reader that Astro
 * itself uses (Satteri) and unified's tools for trees, and cut into steps there.
 * Whole, so that notes and addresses defined in one step serve in another; cut
 * in the tree, so that only a break of the text itself parts steps; each step
 * then parsed as HTML by itself, so that what is left open ends with it. Pure.
 */
import GithubSlugger from 'github-slugger';
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { sanitize } from 'hast-util-sanitize';
import type { Root as Markdown } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { markdownToMdast } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import type { Word } from '../../../schemas/wording.ts';
import { markOf, say } from '../../wording/say.ts';
import type { ContentFault } from '../contentError.ts';
import { checkMarkdown } from './markdown.ts';
import { bodySchema, judge } from './policy.ts';

/** A body's steps, clean and closed; their addresses are still as written. */
export interface Body {
  readonly steps: readonly Root[];
  /** What every id in it begins with: no two chapters of a page have one id. */
  readonly prefix: string;
  /** Its ids without the prefix. */
  readonly ids: ReadonlySet<string>;
  readonly faults: readonly ContentFault[];
  /** Lines whose words became a heading because `---` stands directly below them. */
  readonly underlined: readonly number[];
}

/** The signs that Astro sets by default: quotation marks, dashes, ellipses. */
const FEATURES = { gfm: true, smartPunctuation: true, frontmatter: false } as const;

/** What listeners are told of notes, which no author writes. */
export interface NoteWords {
  /** The heading of a chapter's notes. */
  readonly heading: Word;
  /** The way back to the place from which a note was reached; `{number}` is the note's, or `2-3` where several places share it. */
  readonly back: Word;
}

const ENGLISH_NOTES: NoteWords = { heading: 'Footnotes', back: 'Back to reference {number}' };

/**
 * @param text the file's body, with an empty line for each before it
 * @param prefix for its ids; holds a sign that no slug has
 * @param notes in the story's language
 */
export function readBody(text: string, prefix: string, notes = ENGLISH_NOTES): Body {
  const markdown = markdownToMdast(text, { features: FEATURES }) as Markdown;
  const faults = checkMarkdown(markdown, text);
  const tree = toHast(markdown, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteBackContent: wayBack,
    footnoteLabel: say(notes.heading),
    footnoteBackLabel: (note, place) =>
      say(notes.back, { number: `${note + 1}${place > 1 ? `-${place}` : ''}` }),
    footnoteLabelProperties: markOf(notes.heading),
  }) as Root;
  const { groups, notes: section } = cut(tree);
  const parse = (children: readonly RootContent[]) =>
    raw({ type: 'root', children: [...children] }, { file: { value: text } as never }) as Root;
  const parsed = groups.map(parse).filter(hasContent);
  if (section) {
    const printed = parse([section]);
    const last = parsed.at(-1);
    if (last) last.children.push({ type: 'text', value: '\n' }, ...printed.children);
    else parsed.push(printed);
  }
  for (const step of parsed) {
    visit(step, 'element', lowerScheme);
    faults.push(...judge(step));
  }
  const ids = new Set<string>();
  for (const step of parsed) faults.push(...collectIds(step, ids));
  nameHeadings(parsed, ids);
  const steps = parsed.map((step) => sanitize(step, bodySchema(prefix)) as Root);
  for (const step of steps) arrange(step);
  return { steps, prefix, ids, faults: distinct(faults), underlined: underlined(markdown, text) };
}

/** The arrow as a letter, not as the picture that some systems have for it; numbered where several words have one note. */
function wayBack(_: number, place: number): ElementContent[] {
  const arrow: ElementContent = { type: 'text', value: '↩\uFE0E' };
  if (place === 1) return [arrow];
  const number: ElementContent = { type: 'text', value: String(place) };
  return [arrow, { type: 'element', tagName: 'sup', properties: {}, children: [number] }];
}

/** `HTTPS://…` is `https://…`. */
function lowerScheme({ properties }: Element): void {
  const { href } = properties;
  if (typeof href === 'string')
    properties['href'] = href.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase());
}

/** What two checks have found is told once. */
function distinct(faults: readonly ContentFault[]): ContentFault[] {
  const byText = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...byText.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The blocks of each step, and the section of notes, which is nobody's to enclose. */
function cut(tree: Root): { groups: RootContent[][]; notes: Element | undefined } {
  const groups: RootContent[][] = [[]];
  let notes: Element | undefined;
  for (const node of tree.children) {
    // HTML is still raw: an element here is of Markdown's own making.
    if (node.type === 'element' && node.tagName === 'hr') groups.push([]);
    else if (node.type === 'element' && 'dataFootnotes' in node.properties) notes = node;
    else groups.at(-1)!.push(node);
  }
  return { groups: groups.map(trimmed), notes };
}

const isBlank = (node: RootContent | undefined) => node?.type === 'text' && !/\S/.test(node.value);

function trimmed(nodes: readonly RootContent[]): RootContent[] {
  const inner = [...nodes];
  while (isBlank(inner[0])) inner.shift();
  while (isBlank(inner.at(-1))) inner.pop();
  return inner;
}

/** Whether there is anything to read or to see: a comment is no step. */
function hasContent(tree: Root): boolean {
  let found = false;
  visit(tree, (node) => {
    if (node.type === 'text' && /\S/.test(node.value)) found = true;
    // A link without words is told later; it is not to vanish with its step.
    if (node.type === 'element' && ['a', 'img', 'hr'].includes(node.tagName)) found = true;
  });
  return found;
}

function collectIds(tree: Root, ids: Set<string>): ContentFault[] {
  const faults: ContentFault[] = [];
  visit(tree, 'element', ({ properties, tagName, position }) => {
    const { id } = properties;
    if (id === undefined) return;
    const name = String(id);
    if (ids.has(name) || !/^\S+$/.test(name)) {
      faults.push({
        field: 'id',
        line: position?.start.line,
        found: name,
        expected: ids.has(name) ? 'another element of the chapter has it' : 'an id is one word',
        example: `<${tagName} id="another">`,
      });
    }
    ids.add(name);
  });
  return faults;
}

/** Gives each heading an id of its words, and its place below the chapter's own title. */
function nameHeadings(steps: readonly Root[], ids: Set<string>): void {
  const slugger = new GithubSlugger();
  for (const step of steps) {
    visit(step, 'element', (element) => {
      const rank = /^h([1-6])$/.exec(element.tagName)?.[1];
      if (!rank) return;
      element.tagName = `h${Math.min(6, Math.max(3, Number(rank) + 1))}`;
      if (element.properties['id'] !== undefined) return;
      let id = slugger.slug(wordsOf(element)) || 'part';
      while (ids.has(id)) id = slugger.slug(wordsOf(element) || 'part');
      element.properties['id'] = id;
      ids.add(id);
    });
  }
}

/** The text of a tree. */
export function wordsOf(tree: Nodes): string {
  let words = '';
  visit(tree, 'text', ({ value }) => {
    words += value;
  });
  return words;
}

/** What is wider than a column scrolls by itself, also by keyboard; obsolete attributes become classes. */
function arrange(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    const { align, ...properties } = element.properties;
    if (align !== undefined) element.properties = { ...properties, className: [`to-${align}`] };
    if (element.tagName === 'pre') element.properties['tabIndex'] = 0;
    if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
    (parent.children as ElementContent[])[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['wide'], tabIndex: 0 },
      children: [element],
    };
    for (const child of element.children) arrange({ type: 'root', children: [child] });
    return SKIP;
  });
}

/** `Words` directly above `---` are a heading in Markdown, seldom in what is meant. */
function underlined(tree: Markdown, text: string): number[] {
  const lines: number[] = [];
  for (const { type, position } of tree.children) {
    if (type !== 'heading' || !position) continue;
    const written = text.slice(position.start.offset, position.end.offset);
    if (/\n\s*-+\s*$/.test(written)) lines.push(position.end.line);
  }
  return lines;
}
