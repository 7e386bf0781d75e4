/** A dancing figure: one path a layer, whose shape changes with the frame. */
import { outlinePath } from '../../core/clip/outlinePath.ts';
import { CLIP_LAYERS, type Clip, type ClipLayer } from '../../schemas/clip.ts';
import type { Tone } from '../../schemas/picture.ts';
import { fillOf, svgElement, write } from './nodes.ts';

export class Figure {
  readonly #parent: Element;
  readonly #paths = new Map<ClipLayer, SVGPathElement>();
  #clip: Clip | null = null;
  #frame = -1;
  /** The layers it is flattened to; all when empty. */
  #dress = '';

  /** Takes over the paths that `parent` has, by their `data-layer`; others are made when they are needed. */
  constructor(parent: Element) {
    this.#parent = parent;
    for (const path of parent.querySelectorAll<SVGPathElement>('path[data-layer]'))
      this.#paths.set(path.dataset['layer'] as ClipLayer, path);
  }

  /** A layer's path, at its place among the others. */
  #path(layer: ClipLayer): SVGPathElement {
    const found = this.#paths.get(layer);
    if (found) return found;
    const path = svgElement('path', { 'data-layer': layer, fill: fillOf(layer) });
    const above = CLIP_LAYERS.slice(CLIP_LAYERS.indexOf(layer)).find((name) =>
      this.#paths.has(name),
    );
    this.#parent.insertBefore(path, above ? this.#paths.get(above)! : heldOf(this.#parent));
    this.#paths.set(layer, path);
    return path;
  }

  /** Shows a frame; with `tone`, the figure as one flat shape, but for the layers that `accents` paints. */
  show(
    clip: Clip,
    frame: number,
    tone?: Tone,
    accents: Readonly<Partial<Record<ClipLayer, Tone>>> = {},
  ): void {
    const dress = tone === undefined ? '' : ['body', ...Object.keys(accents)].join();
    if (clip !== this.#clip || frame !== this.#frame || dress !== this.#dress) {
      this.#clip = clip;
      this.#frame = frame;
      this.#dress = dress;
      const layers = clip.frames[frame]!.layers;
      for (const name of CLIP_LAYERS) {
        const index = clip.layers.indexOf(name);
        const seen = index >= 0 && (tone === undefined || name === 'body' || accents[name]);
        const outlines = seen ? layers[index]! : [];
        if (outlines.length > 0) write(this.#path(name), 'd', outlinePath(outlines));
        else if (this.#paths.has(name)) write(this.#path(name), 'd', null);
      }
    }
    write(this.#path('body'), 'fill', fillOf(tone ?? 'body'));
    for (const name in accents)
      write(this.#path(name as ClipLayer), 'fill', fillOf(accents[name as ClipLayer]!));
  }
}

/** What a figure holds lies upon it. */
const heldOf = (parent: Element) => parent.querySelector(':scope > [data-held]');
