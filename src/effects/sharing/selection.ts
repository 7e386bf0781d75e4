/** Reads from the page which words of which chapter are selected. */
import { textDirective } from '../../core/sharing/textFragment.ts';
import { readPieces } from './pieces.ts';

export interface SelectedWords {
  /** The chapter; of what is no chapter, the one whose picture goes with it. */
  readonly slug: string;
  /** What the part is called. */
  readonly chapter: string;
  /** As selected, spaces collapsed. */
  readonly words: string;
  /** Absolute; a browser that knows text fragments marks the words there, any other shows the chapter. */
  readonly address: string;
  /** The selection's box in the window, CSS pixels. */
  readonly box: DOMRect;
  /** The child of the part in which the selection ends. */
  readonly part: Element;
}

/** Words that are not the story's: controls, and what only some readers have; a pull quote is kept from listeners alone. */
const APART = '.share, .replies, button, [aria-hidden]:not(.quote), .visually-hidden';
/** Fewer characters are a slip of the finger. */
const FEWEST = 3;

/** Undefined where nothing is selected, or something that is not one part of the story. */
export function selectedWords(): SelectedWords | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const region = elementOf(range.startContainer)?.closest<HTMLElement>('.chapter, [data-words]');
  const about = region?.querySelector<HTMLElement>('[data-share]') ?? region;
  if (!region || !about?.dataset['path']) return undefined;
  const pieces = readPieces(region);
  const touched = pieces.flatMap((piece, block) => {
    const part = piece.host.closest(APART) ? undefined : piece.within(range);
    return part ? [{ block, words: piece.text.slice(part.from, part.to), ...part }] : [];
  });
  const first = touched[0];
  const last = touched.at(-1);
  const words = touched
    .map((one) => one.words.trim())
    .join(' ')
    .trim();
  if (!first || !last || words.length < FEWEST) return undefined;
  const { host } = pieces[last.block]!;
  const directive = textDirective({
    blocks: pieces.map(({ text }) => text),
    fickle: new Set(
      pieces.flatMap((piece, block) =>
        piece.host.closest('.share, .replies') || boxOf(piece.host) !== boxOf(host) ? [block] : [],
      ),
    ),
    ahead: textsAhead(region),
    start: { block: first.block, offset: first.from },
    end: { block: last.block, offset: last.to },
  });
  if (directive === null) return undefined;
  return {
    slug: about.dataset['share'] ?? region.dataset['words']!,
    chapter: about.dataset['title']!,
    words,
    address: `${new URL(about.dataset['path'], location.href).href}#:~:text=${directive}`,
    box: range.getBoundingClientRect(),
    part: [...region.children].find((child) => child.contains(host)) ?? host,
  };
}

/**
 * What may stand before a part on the page that begins with it: all but the story,
 * whether shown or not, and the captions, which say what is heard. Before what is
 * no chapter stands the page as it is.
 */
function textsAhead(region: Element): string[] {
  const chapter = region.matches('.chapter');
  const others = [...document.body.children].filter((one) => !one.contains(region));
  const texts = others
    .filter((one) => !chapter || !one.querySelector('.chapter'))
    .flatMap((one) => readPieces(one, true));
  const captions = chapter ? [...region.querySelectorAll('[data-at]')] : [];
  return [...texts.map(({ text }) => text), ...captions.map(({ textContent }) => textContent)];
}

/** The box that may be closed when the page is opened: over its edge no neighbours are found. */
function boxOf(element: Element): Element | null {
  const box = element.closest('details');
  return element.closest('summary')?.parentElement === box
    ? (box?.parentElement?.closest('details') ?? null)
    : box;
}

const elementOf = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement;
