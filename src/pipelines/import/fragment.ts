/** Pieces of HTML and of Markdown as raw trees, for readers whose articles are made of them. */
import type { Root, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import type { Root as Markdown } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { markdownToMdast } from 'satteri';
import { parseHtml } from './cleanTree.ts';

/** @returns what the body of a page with this HTML holds */
export function fragmentOf(html: string): RootContent[] {
  const page = parseHtml(html).children.find(
    (node) => node.type === 'element' && node.tagName === 'html',
  );
  const body =
    page?.type === 'element'
      ? page.children.find((node) => node.type === 'element' && node.tagName === 'body')
      : undefined;
  return body?.type === 'element' ? body.children : [];
}

/** @param prefix for the ids of its notes: several pieces of one article have notes of their own */
export function markdownFragmentOf(text: string, prefix: string): RootContent[] {
  const markdown = markdownToMdast(text, {
    features: { gfm: true, smartPunctuation: false, frontmatter: false },
  }) as Markdown;
  const tree = toHast(markdown, {
    allowDangerousHtml: true,
    clobberPrefix: prefix,
    // Its notes become those of the article, and have no heading.
    footnoteLabel: ' ',
  }) as Root;
  return (raw(tree) as Root).children;
}
