/**
 * A page's tree as the plain structure of an article: what runs, what looks and what asks another host for
 * something goes; words, links, notes, pictures and languages stay. Every reader of a format whose articles are
 * HTML ends here. Pure.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { visit } from 'unist-util-visit';
import { bodySchema } from '../../core/content/body/policy.ts';
import {
  type Article,
  type ArticleFacts,
  type Dropped,
  ImportError,
  type SourceImage,
} from './article.ts';
import { element, isElement } from './clean/elements.ts';
import { findNotes } from './clean/notes.ts';
import { type Cleaning, strip } from './clean/strip.ts';
import { flow } from './clean/structure.ts';
import { textOf } from './clean/text.ts';

export interface CleanOptions {
  /** The page's own address: relative addresses are meant from there. */
  readonly base?: string | undefined;
  /** Pictures that came with the source, by the `src` of the page. */
  readonly images?: ReadonlyMap<string, SourceImage>;
  /** Notes that the reader knows, as raw trees; `<a data-note="KEY">` refers to them. */
  readonly notes?: ReadonlyMap<string, readonly RootContent[]>;
  /** Whether the page's own notes are looked for: a link and a place that lead to each other. True when absent. */
  readonly findNotes?: boolean;
}

/** The parts of an article that a tree gives. */
export type Cleaned = Pick<Article, 'body' | 'notes' | 'images' | 'dropped' | 'warnings'>;

/** Boxes within boxes beyond which a page is no article. */
const DEEPEST = 400;

/** What may be in an article: what a chapter's body may hold, and the signs of notes. */
const SCHEMA: Schema = (() => {
  const schema = bodySchema('');
  const { a = [], pre = [] } = schema.attributes ?? {};
  return {
    ...schema,
    clobber: [],
    protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'] },
    attributes: {
      ...schema.attributes,
      a: [...a, 'dataNote'],
      pre: [...pre],
    },
  };
})();

/**
 * @param html a page or a part of one
 * @returns its tree
 * @throws ImportError for boxes within boxes without end
 */
export function parseHtml(html: string): Root {
  const document = parse(html, { scriptingEnabled: false });
  checkDepth(document);
  return fromParse5(document) as Root;
}

function checkDepth(document: DefaultTreeAdapterTypes.Document): void {
  let level: DefaultTreeAdapterTypes.Node[] = [document];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST)
      throw new ImportError(
        `Its elements are nested more than ${DEEPEST} deep; an article’s are not`,
      );
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
}

/**
 * @param tree raw, as a parser gives it
 * @returns the plain structure that `Article` describes, and what was left out
 */
export function cleanTree(tree: Root | Element, options: CleanOptions = {}): Cleaned {
  const images = new Map(options.images);
  const given = options.notes ?? new Map<string, readonly RootContent[]>();
  const cleaning: Cleaning = {
    base: options.base,
    images,
    notes: new Set(given.keys()),
    dropped: [],
    warnings: new Set(),
    mended: 0,
    lost: 0,
  };
  const root = element('div', strip(tree.children, cleaning));
  const found =
    options.findNotes === false
      ? { children: root.children, notes: new Map<string, ElementContent[]>(), dropped: [] }
      : findNotes(root, cleaning.notes);
  const blocks = flow(found.children);
  // A line before the first words parts nothing.
  const body = safe(isElement(blocks[0], 'hr') ? blocks.slice(1) : blocks);
  dropUsualDirection(body);
  const notes = new Map<string, ElementContent[]>();
  const add = (key: string, words: ElementContent[]) => {
    const blocks = safe(flow(words)).children as ElementContent[];
    notes.set(key, blocks);
  };
  for (const [key, words] of given) add(key, strip(words, cleaning));
  for (const [key, words] of found.notes) add(key, words);
  keepLedTo([body, ...[...notes.values()].map((children): Root => ({ type: 'root', children }))]);
  const { mended, lost, dropped, warnings } = cleaning;
  return {
    body,
    notes: referredTo(body, notes),
    images,
    dropped: [...dropped, ...found.dropped],
    warnings: [
      ...warnings,
      ...(mended > 0
        ? [`${mended} letters had been saved in a wrong encoding and were mended.`]
        : []),
      ...(lost > 0 ? [`${lost} letters were lost before the import and are question marks.`] : []),
    ],
  };
}

/** The direction that most words have is the page's own, and need not be said. */
function dropUsualDirection(body: Root): void {
  const sizes = { ltr: 0, rtl: 0 };
  for (const block of body.children) {
    const dir = block.type === 'element' && block.properties['dir'] === 'rtl' ? 'rtl' : 'ltr';
    sizes[dir] += textOf(block as Element).length;
  }
  const usual = sizes.rtl > sizes.ltr ? 'rtl' : 'ltr';
  visit(body, 'element', (node) => {
    const whole = body.children.includes(node);
    if (node.properties['dir'] === usual && (whole || sizes.rtl === 0))
      delete node.properties['dir'];
  });
}

const safe = (children: ElementContent[]): Root =>
  sanitize({ type: 'root', children }, SCHEMA) as Root;

/** Ids stay where a link leads to them, and such links where they lead somewhere. */
function keepLedTo(trees: readonly Root[]): void {
  const ids = new Set<string>();
  const wanted = new Set<string>();
  for (const tree of trees)
    visit(tree, 'element', ({ properties }) => {
      const { id, href } = properties;
      if (typeof id === 'string') ids.add(id);
      if (typeof href === 'string' && href.startsWith('#')) wanted.add(decoded(href.slice(1)));
    });
  for (const tree of trees)
    visit(tree, 'element', (node, index, parent) => {
      const { id, href } = node.properties;
      if (typeof id === 'string' && !wanted.has(id)) delete node.properties['id'];
      const dead =
        typeof href === 'string' && href.startsWith('#') && !ids.has(decoded(href.slice(1)));
      const empty =
        node.tagName === 'a' &&
        node.children.length === 0 &&
        !('dataNote' in node.properties) &&
        node.properties['id'] === undefined;
      if ((!dead && !empty) || !parent || index === undefined) return undefined;
      (parent.children as ElementContent[]).splice(index, 1, ...node.children);
      return index;
    });
}

const decoded = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

/** The notes that words refer to, in the order of their first references; the others stand at the end of the body. */
function referredTo(
  body: Root,
  notes: ReadonlyMap<string, ElementContent[]>,
): Map<string, ElementContent[]> {
  const ordered = new Map<string, ElementContent[]>();
  const look = (tree: Root | Element): void =>
    visit(tree, 'element', ({ properties }) => {
      const key = properties['dataNote'];
      if (typeof key !== 'string' || !notes.has(key) || ordered.has(key)) return;
      ordered.set(key, notes.get(key)!);
      for (const child of notes.get(key)!) if (isElement(child)) look(child);
    });
  look(body);
  for (const [key, words] of notes) if (!ordered.has(key)) body.children.push(...words);
  return ordered;
}

export interface HtmlArticle extends CleanOptions {
  readonly facts?: ArticleFacts;
  /** What the reader itself left out before. */
  readonly dropped?: readonly Dropped[];
  readonly warnings?: readonly string[];
}

/** An article from a piece of HTML that is the article and nothing else. */
export function articleFromHtml(html: string, options: HtmlArticle = {}): Article {
  return articleFromTree(parseHtml(html), options);
}

/** The same from a tree. */
export function articleFromTree(tree: Root | Element, options: HtmlArticle = {}): Article {
  const cleaned = cleanTree(tree, options);
  const [only, more] = cleaned.body.children;
  // One box round all says what is true of all.
  const box = only?.type === 'element' && only.tagName === 'div' && !more ? only : undefined;
  const lang = box?.properties['lang'];
  const facts = options.facts ?? {};
  return {
    ...cleaned,
    body: box ? { ...cleaned.body, children: box.children } : cleaned.body,
    facts: {
      ...facts,
      ...(facts.language === undefined && typeof lang === 'string' && { language: lang }),
    },
    dropped: [...(options.dropped ?? []), ...cleaned.dropped],
    warnings: [...(options.warnings ?? []), ...cleaned.warnings],
  };
}
