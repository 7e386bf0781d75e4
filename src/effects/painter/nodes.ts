/** SVG elements, written to only when something changes: a frame touches what moved and nothing else. */

const SVG = 'http://www.w3.org/2000/svg';

export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

const written = new WeakMap<Element, Map<string, string | null>>();

/** Sets an attribute, or removes it when null; skips what stands already. */
export function write(element: Element, name: string, value: string | null): void {
  let known = written.get(element);
  if (!known) {
    known = new Map();
    written.set(element, known);
  }
  if (known.get(name) === value && known.has(name)) return;
  known.set(name, value);
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Opacity as an attribute; 1 is none, 0 takes the element out of rendering. */
export function writeOpacity(element: Element, opacity: number): void {
  write(element, 'display', opacity <= 0.004 ? 'none' : null);
  write(element, 'opacity', opacity >= 0.996 ? null : String(Math.round(opacity * 100) / 100));
}

/**
 * Opacity of a single filled path, by its fill: the same to the eye, but without
 * a layer of its own, of which a set would otherwise have dozens in every frame.
 */
export function writeFade(path: Element, opacity: number): void {
  write(path, 'display', opacity <= 0.004 ? 'none' : null);
  write(path, 'fill-opacity', opacity >= 0.996 ? null : String(Math.round(opacity * 100) / 100));
}

/** A paint server reference for a tone. */
export const fillOf = (tone: string): string => `var(--tone-${tone})`;

/** The first child group with that data attribute, made when missing. */
export function group(parent: Element, attribute: string, value: string): SVGGElement {
  const found = parent.querySelector<SVGGElement>(`:scope > g[${attribute}="${value}"]`);
  return found ?? parent.appendChild(svgElement('g', { [attribute]: value }));
}
