/**
 * The link inside our element. A tag that is never closed, or written as if it
 * closed itself, holds the rest of the article too: of that, nothing is ours.
 */
import { chapterOf } from './home.ts';

export interface StoryLink {
  readonly link: HTMLAnchorElement;
  /** The child that is nothing but the link: what the frame replaces. */
  readonly alone: Element | undefined;
}

/** @returns undefined where the first thing inside holds no link, or one among other words that is no chapter's */
export function storyLink(element: Element): StoryLink | undefined {
  const first = [...element.children].find((child) => !child.matches(UNSEEN));
  if (!first || first.localName === element.localName) return undefined;
  const link = first.matches('a[href]') ? first : first.querySelector('a[href]');
  if (!(link instanceof HTMLAnchorElement)) return undefined;
  let alone = !before(first).some(isSeen);
  for (let node: Element = link; alone && node !== first; node = node.parentElement!) {
    alone = ![...node.parentElement!.childNodes].some((other) => other !== node && isSeen(other));
  }
  if (alone) return { link, alone: first };
  return chapterOf(link.href) ? { link, alone: undefined } : undefined;
}

const UNSEEN = 'script, style, template, br';

function isSeen(node: Node): boolean {
  if (node instanceof Element) return !node.matches(UNSEEN);
  return node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '';
}

function before(node: Element): Node[] {
  const siblings: Node[] = [...node.parentElement!.childNodes];
  return siblings.slice(0, siblings.indexOf(node));
}
