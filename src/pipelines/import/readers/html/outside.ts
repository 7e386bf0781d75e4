/** What a page shows outside of its article: left there, and told. Pure. */
import type { Element, ElementContent, Root } from 'hast';
import type { Dropped } from '../../article.ts';
import { isBlock, isElement } from '../../clean/elements.ts';
import { textOf } from '../../clean/text.ts';
import { boxOf } from './articleIn.ts';

/** Parts of a page that say themselves what they are. */
const PARTS: Readonly<Record<string, string>> = {
  nav: 'a menu of the page',
  header: 'the head of the page',
  footer: 'the foot of the page',
  aside: 'it stands beside the article',
  form: 'a form',
  dialog: 'a window of the page',
  select: 'a form',
  button: 'a button',
};
const ELSE = 'it stands outside of the article';
/** Nobody reads them. */
const NOT_SHOWN = /^(?:head|script|style|template|noscript|svg|iframe|object|math)$/;

/**
 * A line for each part or paragraph, in order.
 *
 * @param taken what of the page comes into the story
 */
export function outsideOf(page: Root, taken: readonly Element[]): Dropped[] {
  const dropped: Dropped[] = [];
  const add = (words: string, reason: string) => {
    if (/[\p{L}\p{N}]/u.test(words)) dropped.push({ words, reason });
  };
  const holds = (node: ElementContent): boolean =>
    isElement(node) && (taken.includes(node) || node.children.some(holds));
  const walk = (children: readonly ElementContent[], reason: string): void => {
    let line: ElementContent[] = [];
    const close = () => {
      add(textOf(line), reason);
      line = [];
    };
    for (const child of children) {
      if (child.type === 'text') line.push(child);
      if (!isElement(child) || NOT_SHOWN.test(child.tagName) || child.properties['hidden'] === true)
        continue;
      const part = PARTS[child.tagName] ?? boxOf(child);
      if (holds(child)) {
        close();
        if (!taken.includes(child)) walk(child.children, reason);
      } else if (part !== undefined) {
        close();
        add(textOf(shownOf(child)), part);
      } else if (isBlock(child) || child.children.some(isBlock)) {
        close();
        walk(child.children, reason);
      } else line.push(shownOf(child));
    }
    close();
  };
  walk(page.children as ElementContent[], ELSE);
  return dropped;
}

/** Without what nobody reads. */
const shownOf = (node: Element): Element => ({
  ...node,
  children: node.children.flatMap((child): ElementContent[] =>
    isElement(child) ? (NOT_SHOWN.test(child.tagName) ? [] : [shownOf(child)]) : [child],
  ),
});
