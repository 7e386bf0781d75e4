/** Finds the words of a page that stand out too little from what is painted behind them. */
import { TALL_QUERY } from '../../config/stage.ts';
import { contrastWith, LEAST_CONTRAST, luminance } from '../contrast.ts';
import type { WeakWords } from './preview.ts';

/** What is not read, or has a ground of its own. */
const OUTSIDE = '.visually-hidden, .chapter__number, noscript, [popover], .share, .heard';
/** Pixels of the copy to one of the window: words are larger than that. */
const FINENESS = 0.5;

/** Of the lines that are in the window now. */
export function weakWords(stage: HTMLElement): WeakWords[] {
  // Where the picture stands above them, words have the ground to themselves and pass beneath it unseen.
  if (matchMedia(TALL_QUERY).matches) return [];
  const box = stage.getBoundingClientRect();
  const pen = copyOf(stage, box);
  if (!pen) return [];
  const weak = new Map<string, WeakWords>();
  for (const { element, words, rect } of linesIn(document.querySelector('main.story')!)) {
    if (rect.bottom > box.bottom || rect.top < box.top) continue;
    const at = (value: number) => Math.max(0, Math.round(value * FINENESS));
    const pixels = pen.getImageData(
      at(rect.left - box.left),
      at(rect.top - box.top),
      Math.max(1, at(rect.width)),
      Math.max(1, at(rect.height)),
    ).data;
    const ratio = contrastWith(inkOf(element), pixels);
    if (ratio >= LEAST_CONTRAST) continue;
    const found = { ...placeOf(element), words: words.slice(0, 40), ratio };
    const key = `${found.slug} ${found.step}`;
    if ((weak.get(key)?.ratio ?? 21) > ratio) weak.set(key, found);
  }
  return [...weak.values()];
}

/** The stage as it is seen: what is painted, and the quiet grounds over it. */
function copyOf(stage: HTMLElement, box: DOMRect): CanvasRenderingContext2D | undefined {
  const painted = stage.querySelector<HTMLCanvasElement>('.stage__canvas');
  if (!painted || stage.dataset['painted'] === undefined || box.height < 1) return undefined;
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width * FINENESS);
  canvas.height = Math.ceil(box.height * FINENESS);
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.drawImage(painted, 0, 0, canvas.width, canvas.height);
  for (const scrim of stage.querySelectorAll('.scrim')) {
    const { opacity, backgroundImage, display } = getComputedStyle(scrim);
    if (display === 'none' || Number(opacity) === 0) continue;
    const { left, width } = scrim.getBoundingClientRect();
    const [from, to] = [(left - box.left) * FINENESS, (left - box.left + width) * FINENESS];
    // The right one is the left one seen in a mirror.
    const gradient = scrim.matches('.scrim--right')
      ? pen.createLinearGradient(to, 0, from, 0)
      : pen.createLinearGradient(from, 0, to, 0);
    for (const [, colour, place] of backgroundImage.matchAll(
      /(rgba?\([^)]*\))\s*([\d.]+)(?:%|px)/g,
    ))
      gradient.addColorStop(Math.min(1, Number(place) / 100), colour!);
    pen.globalAlpha = Number(opacity);
    pen.fillStyle = gradient;
    pen.fillRect(from, 0, to - from, canvas.height);
    pen.globalAlpha = 1;
  }
  return pen;
}

interface Line {
  readonly element: Element;
  readonly words: string;
  readonly rect: DOMRect;
}

function linesIn(root: Element): Line[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const lines: Line[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement!;
    const words = node.data.trim();
    if (words === '' || element.closest(OUTSIDE)) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const within =
        rect.left >= 0 && rect.top >= 0 && rect.right <= innerWidth && rect.bottom <= innerHeight;
      if (rect.width > 1 && within) lines.push({ element, words, rect });
    }
  }
  return lines;
}

function inkOf(element: Element): number {
  const [r = 0, g = 0, b = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  return luminance(r, g, b);
}

function placeOf(element: Element): { slug: string; step?: number } {
  const chapter = element.closest('.chapter');
  const step = element.closest('.step');
  const steps = [...(chapter?.querySelectorAll('.step') ?? [])];
  return { slug: chapter?.id ?? '', ...(step && { step: steps.indexOf(step) }) };
}
