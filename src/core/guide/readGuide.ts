/** The authors' guide: Markdown for the repository's readers, with places in it where the site shows what there is. Pure. */
import GithubSlugger from 'github-slugger';
import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as Markdown } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { markdownToMdast } from 'satteri';
import { visit } from 'unist-util-visit';

export interface Guide {
  readonly title: string;
  /** The first paragraph's HTML. */
  readonly lead: string;
  readonly chapters: readonly GuideChapter[];
}

interface GuideChapter {
  /** Of its heading. */
  readonly id: string;
  readonly title: string;
  readonly parts: readonly GuidePart[];
}

type GuidePart =
  | { readonly html: string }
  /** What a comment `<!-- show: scenes -->` names. */
  | { readonly show: string };

const SHOW = /^<!-- show: ([\w ]+) -->$/;
/** Of the guide's own folder, which the site does not serve. */
const OF_THE_REPOSITORY = /^(?![a-z]+:|#)/i;

/** @param text begins with `# ` and a paragraph; chapters begin with `## ` */
export function readGuide(text: string): Guide {
  const markdown = markdownToMdast(text, { features: { gfm: true, frontmatter: false } });
  const tree = toHast(markdown as Markdown, { allowDangerousHtml: true }) as Root;
  const slugger = new GithubSlugger();
  visit(tree, 'element', (element, index, parent) => {
    if (/^h[1-6]$/.test(element.tagName)) element.properties['id'] = slugger.slug(wordsOf(element));
    if (element.tagName === 'pre' || element.tagName === 'code') element.properties['dir'] = 'ltr';
    if (element.tagName === 'a' && OF_THE_REPOSITORY.test(String(element.properties['href'])))
      parent?.children.splice(index!, 1, ...(element.children as Element[]));
    if (element.tagName === 'table') element.properties['className'] = ['reference'];
  });
  const blocks = tree.children.filter((node) => node.type !== 'text');
  const [title, lead, ...rest] = blocks;
  const chapters: { id: string; title: string; parts: GuidePart[] }[] = [];
  for (const node of rest) {
    const heading = node.type === 'element' && node.tagName === 'h2';
    if (heading)
      chapters.push({ id: String(node.properties['id']), title: wordsOf(node), parts: [] });
    else chapters.at(-1)?.parts.push(partOf(node));
  }
  return {
    title: wordsOf(title as Element),
    lead: toHtml((lead as Element).children),
    chapters: chapters.map((chapter) => ({ ...chapter, parts: joined(chapter.parts) })),
  };
}

function partOf(node: RootContent): GuidePart {
  const show =
    (node as { type: string }).type === 'raw' &&
    SHOW.exec((node as { value: string } & RootContent).value);
  return show ? { show: show[1]! } : { html: toHtml(node) };
}

/** Neighbors of one kind as one. */
function joined(parts: readonly GuidePart[]): GuidePart[] {
  const all: GuidePart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if ('html' in part && last && 'html' in last)
      all.splice(-1, 1, { html: `${last.html}\n${part.html}` });
    else all.push(part);
  }
  return all;
}

function wordsOf(node: Element): string {
  let words = '';
  visit(node, 'text', ({ value }) => {
    words += value;
  });
  return words;
}
