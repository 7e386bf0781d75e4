/** Reads from the page the texts that browsers search: text fragments match within each, never from one to the next. */
import { collapse } from '../../core/sharing/words.ts';

/** A part of a text node. */
interface Stretch {
  readonly node: Text;
  readonly from: number;
  readonly to: number;
}

/** Words that stand in one line of text, whatever elements they are in. */
export class Piece {
  readonly stretches: Stretch[] = [];

  /** As it reads. */
  get text(): string {
    return collapse(this.#raw);
  }

  /** The element that its words begin in. */
  get host(): Element {
    return this.stretches[0]!.node.parentElement!;
  }

  /** The selected part of its text, as characters of it; undefined where that is nothing, or space. */
  within(range: Range): { readonly from: number; readonly to: number } | undefined {
    let [at, from, to] = [0, -1, 0];
    for (const { node, ...part } of this.stretches) {
      const length = part.to - part.from;
      if (range.intersectsNode(node)) {
        const inside = (offset: number) => Math.min(Math.max(0, offset - part.from), length);
        const first = node === range.startContainer ? inside(range.startOffset) : 0;
        const last = node === range.endContainer ? inside(range.endOffset) : length;
        if (first < last) {
          if (from < 0) from = at + first;
          to = at + last;
        }
      }
      at += length;
    }
    const raw = this.#raw;
    if (from < 0 || raw.slice(from, to).trim() === '') return undefined;
    return { from: collapse(raw.slice(0, from)).length, to: collapse(raw.slice(0, to)).length };
  }

  get #raw(): string {
    return this.stretches.map(({ node, from, to }) => node.data.slice(from, to)).join('');
  }
}

/** Elements whose place in a line is a gap to the search. */
const GAPS =
  'br, hr, img, svg, math, picture, canvas, video, audio, iframe, object, input, select, textarea, meter, progress';
const NO_WORDS = 'script, style, template, noscript';

/**
 * The texts of an element in order. A text ends where a box of its own begins or
 * ends (a block, an inline block, a float, a ruby), at a line break, at a picture.
 *
 * @param all also what is not shown now
 */
export function readPieces(root: Element, all = false): Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  const add = (node: Text, from: number, to: number) => {
    if (!open) {
      open = new Piece();
      pieces.push(open);
    }
    open.stretches.push({ node, from, to });
  };
  const cut = () => {
    open = undefined;
  };
  const visit = (element: Element) => {
    if (element.matches(NO_WORDS)) return;
    if (element.matches(GAPS)) return cut();
    const style = getComputedStyle(element);
    if (style.display === 'none' && !all) return;
    const inLine =
      /^(inline|contents)$/.test(style.display) &&
      style.float === 'none' &&
      !/^(absolute|fixed)$/.test(style.position);
    if (!inLine) cut();
    for (const child of element.childNodes) {
      if (child instanceof Element) visit(child);
      else if (child instanceof Text && (all || style.visibility === 'visible')) {
        // Where line breaks are kept they are found as such only, and so are rows of spaces.
        if (/^(pre|break)/.test(style.whiteSpace)) {
          for (const { index, 0: line } of child.data.matchAll(/\S+(?: \S+)*/g)) {
            if (index > 0) cut();
            add(child, index, index + line.length);
          }
          if (/\s{2,}$|\n$/.test(child.data)) cut();
        } else add(child, 0, child.data.length);
      }
    }
    if (!inLine) cut();
  };
  visit(root);
  return pieces.filter(({ text }) => text.trim() !== '');
}
