/** Reads from the page which words of which chapter are selected. */
import { type TextSelection, textDirective } from '../../core/sharing/textFragment.ts';
import { collapse } from '../../core/sharing/words.ts';

export interface SelectedWords {
  readonly slug: string;
  readonly chapter: string;
  /** As selected, spaces collapsed. */
  readonly words: string;
  /** Absolute; a browser that knows text fragments marks the words there, any other shows the chapter. */
  readonly address: string;
  /** The selection's box in the window, CSS pixels. */
  readonly box: DOMRect;
  /** The part of the chapter in which the selection ends. */
  readonly part: Element;
}

/**
 * What text fragments match within, each by itself: blocks, and the words of
 * headings and quotations, which are inline blocks so that they can enter.
 */
const BLOCKS = '.word, :is([data-chapter-title], p, li, figcaption):not(:has(.word))';
/** Fewer characters are a slip of the finger. */
const FEWEST = 3;

/** Undefined where nothing is selected, or something that is not one chapter's words. */
export function selectedWords(): SelectedWords | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const chapter = elementOf(range.startContainer)?.closest<HTMLElement>('.chapter');
  if (!chapter) return undefined;
  const blocks = [...chapter.querySelectorAll<HTMLElement>(BLOCKS)].filter(
    (block) => !block.closest('.share, [aria-hidden]'),
  );
  const touched = blocks.filter(
    (block) =>
      range.intersectsNode(block) && hasText(range, block) && !block.matches('.visually-hidden'),
  );
  const first = touched[0];
  const last = touched.at(-1);
  const words = collapse(range.toString()).trim();
  if (!first || !last || words.length < FEWEST) return undefined;
  const directive = textDirective(readSelection(range, blocks, first, last));
  const group = chapter.querySelector<HTMLElement>('[data-share]');
  if (directive === null || !group) return undefined;
  return {
    slug: chapter.id,
    chapter: group.dataset['title']!,
    words: touched
      .map((block) => textWithin(range, block))
      .join(' ')
      .trim(),
    address: `${new URL(group.dataset['path']!, location.href).href}#:~:text=${directive}`,
    box: range.getBoundingClientRect(),
    part: [...chapter.children].find((child) => child.contains(last)) ?? last,
  };
}

function readSelection(
  range: Range,
  blocks: readonly HTMLElement[],
  first: HTMLElement,
  last: HTMLElement,
): TextSelection {
  const before = (block: HTMLElement, container: Node, offset: number): number => {
    const lead = document.createRange();
    lead.setStart(block, 0);
    lead.setEnd(container, offset);
    return collapse(lead.toString()).length;
  };
  return {
    blocks: blocks.map((block) => collapse(block.textContent)),
    start: {
      block: blocks.indexOf(first),
      offset: first.contains(range.startContainer)
        ? before(first, range.startContainer, range.startOffset)
        : 0,
    },
    end: {
      block: blocks.indexOf(last),
      offset: last.contains(range.endContainer)
        ? before(last, range.endContainer, range.endOffset)
        : collapse(last.textContent).length,
    },
  };
}

/** The selected text within one block. */
function textWithin(range: Range, block: HTMLElement): string {
  const part = document.createRange();
  part.selectNodeContents(block);
  if (block.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (block.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return collapse(part.toString());
}

const hasText = (range: Range, block: HTMLElement): boolean =>
  textWithin(range, block).trim() !== '';

const elementOf = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;
