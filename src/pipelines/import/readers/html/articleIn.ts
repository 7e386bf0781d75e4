/**
 * Which part of a page is its article. Readability says which words belong to it; taken is what holds them in the
 * page itself, whole: it loses figures, pull quotes and headings by the names of their classes.
 */
import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { CONTINUE, EXIT, SKIP, visit } from 'unist-util-visit';
import type { Dropped } from '../../article.ts';
import { classOf, isElement } from '../../clean/elements.ts';
import { countWords, textOf } from '../../clean/text.ts';
import { parseHtml } from '../../cleanTree.ts';

const BLOCKS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'li',
  'blockquote',
  'pre',
  'td',
  'figure',
  'div',
]);
/** How many of the words that Readability keeps have to be in the part that is taken. */
const SHARE = 0.9;

export interface FoundArticle {
  readonly root: Element;
  readonly byline?: string;
}

/** @returns undefined where the page has no words to speak of */
export function articleIn(page: Root): FoundArticle | undefined {
  const body = bodyOf(page);
  if (!body || textOf(body) === '') return undefined;
  const said = onlyOne(body);
  if (said) return { root: said };
  const numbered: Element[] = [];
  const copy = structuredClone(page);
  visit(copy, 'element', (node) => {
    if (BLOCKS.has(node.tagName)) {
      node.properties['dataPlace'] = String(numbered.length);
      numbered.push(node);
    }
  });
  const { document } = parseHTML(toHtml(copy));
  let read: ReturnType<Readability['parse']> = null;
  try {
    read = new Readability(document as unknown as Document, {
      charThreshold: 80,
      keepClasses: false,
    }).parse();
  } catch {}
  if (!read?.content) return { root: body };
  const kept = new Set<string>();
  visit(parseHtml(read.content), 'element', ({ properties }) => {
    if (typeof properties['dataPlace'] === 'string') kept.add(properties['dataPlace']);
  });
  const places = new Map<Element, string>();
  let place = 0;
  visit(page, 'element', (node) => {
    if (BLOCKS.has(node.tagName)) places.set(node, String(place++));
  });
  const words = (node: Element): number => {
    let sum = 0;
    visit(node, 'element', (inner) => {
      const own = places.get(inner);
      if (own === undefined || inner.tagName === 'div' || !kept.has(own)) return CONTINUE;
      sum += countWords(textOf(inner));
      return SKIP;
    });
    return sum;
  };
  const total = words(body);
  if (total === 0) return { root: body, ...(read.byline && { byline: read.byline }) };
  let root: Element = body;
  for (;;) {
    const next: Element | undefined = root.children.find(
      (child): child is Element =>
        isElement(child) && !BLOCKS_ALONE.has(child.tagName) && words(child) >= total * SHARE,
    );
    if (!next) break;
    root = next;
  }
  return { root, ...(read.byline && { byline: read.byline }) };
}

/** No part below these is an article. */
const BLOCKS_ALONE = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'blockquote',
  'figure',
  'pre',
  'h1',
  'h2',
  'h3',
]);

const bodyOf = (page: Root): Element | undefined => {
  let body: Element | undefined;
  visit(page, 'element', (node) => {
    if (node.tagName !== 'body') return CONTINUE;
    body = node;
    return EXIT;
  });
  return body;
};

/** The part that the page itself calls the words of its article. */
function onlyOne(body: Element): Element | undefined {
  const found: Element[] = [];
  visit(body, 'element', (node) => {
    const { properties } = node;
    const names = classOf(node);
    if (
      [properties['itemProp']].flat().includes('articleBody') ||
      /(?:^|\s)(?:entry-content|post-content|article-content|article-body|post-body|e-content|wp-block-post-content|gh-content)(?:\s|$)/.test(
        names,
      )
    ) {
      found.push(node);
      return SKIP;
    }
    return CONTINUE;
  });
  const [one] = found.sort((a, b) => countWords(textOf(b)) - countWords(textOf(a)));
  return one &&
    countWords(textOf(one)) > 60 &&
    countWords(textOf(one)) > countWords(textOf(body)) * 0.3
    ? one
    : undefined;
}

/** Boxes within an article that are none of it, by what pages call them. */
const FURNITURE: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[\s_-])(?:sharedaddy|share|sharing|social|addtoany|jp-likes)(?:$|[\s_-])/i, 'a share bar'],
  [
    /(?:^|[\s_-])(?:related|relatedposts|jp-relatedposts|recommended|read-?next|more-?posts|popular|outbrain|taboola)(?:$|[\s_-])/i,
    'related posts',
  ],
  [
    /(?:^|[\s_-])(?:comments?|comment-?list|respond|disqus|replies)(?:$|[\s_-])/i,
    'comments of readers',
  ],
  [
    /(?:^|[\s_-])(?:newsletter|subscribe|subscription|signup|sign-up|mailchimp|optin)(?:$|[\s_-])/i,
    'an invitation to subscribe',
  ],
  [/(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:$|[\s_-])/i, 'a notice of cookies'],
  [
    /(?:^|[\s_-])(?:breadcrumbs?|pagination|post-?navigation|nav-?links|site-?header|site-?footer|menu)(?:$|[\s_-])/i,
    'navigation',
  ],
  [
    /(?:^|[\s_-])(?:advert|advertisement|ad-slot|adsbygoogle|sponsor|promo)(?:$|[\s_-])/i,
    'an advertisement',
  ],
  [/(?:^|[\s_-])(?:author-?(?:bio|box|card)|about-?author)(?:$|[\s_-])/i, 'a box about the author'],
  [
    /(?:^|[\s_-])(?:tags?-?links|cat-?links|post-?tags|entry-?footer)(?:$|[\s_-])/i,
    'labels of the post',
  ],
  [
    /(?:^|[\s_-])(?:toc|table-of-contents|ez-toc-container)(?:$|[\s_-])/i,
    'a table of contents, which the story has itself',
  ],
];

const BOXES = ['div', 'section', 'ul', 'ol', 'footer', 'header', 'aside', 'nav', 'form', 'details'];

/** What a box is by what its page calls it, where that is furniture. */
export function boxOf(node: Element): string | undefined {
  const names = `${classOf(node)} ${String(node.properties['id'] ?? '')}`;
  return BOXES.includes(node.tagName) && !/pull-?quote/i.test(names)
    ? FURNITURE.find(([name]) => name.test(names))?.[1]
    : undefined;
}

/** @returns the part without those boxes; none is taken that holds a third of its words */
export function withoutBoxes(root: Element, dropped: Dropped[]): Element {
  const most = countWords(textOf(root)) / 3;
  const clean = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (!isElement(child)) return [child];
      const reason = boxOf(child);
      const words = reason ? textOf(child) : '';
      if (reason && countWords(words) <= most) {
        if (words !== '') dropped.push({ words, reason });
        return [];
      }
      return [{ ...child, children: clean(child.children) }];
    });
  return { ...root, children: clean(root.children) };
}
