/** A dancing figure: one path a layer, whose shape changes with the frame. */
import { outlinePath } from '../../core/clip/outlinePath.ts';
import { CLIP_LAYERS, type Clip, type ClipLayer } from '../../schemas/clip.ts';
import type { Tone } from '../../schemas/picture.ts';
import { fillOf, svgElement, write } from './nodes.ts';

export class Figure {
  readonly #paths: ReadonlyMap<ClipLayer, SVGPathElement>;
  #clip: Clip | null = null;
  #frame = -1;
  /** The layers it is flattened to; all when empty. */
  #dress = '';

  /** Takes over the paths that `parent` has, by their `data-layer`, and adds the missing ones. */
  constructor(parent: Element) {
    this.#paths = new Map(
      CLIP_LAYERS.map((layer) => {
        const found = parent.querySelector<SVGPathElement>(`path[data-layer="${layer}"]`);
        return [
          layer,
          found ??
            parent.appendChild(svgElement('path', { 'data-layer': layer, fill: fillOf(layer) })),
        ];
      }),
    );
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
      for (const [name, path] of this.#paths) {
        const index = clip.layers.indexOf(name);
        const outlines =
          index < 0 || (tone !== undefined && name !== 'body' && !accents[name])
            ? []
            : layers[index]!;
        write(path, 'd', outlines.length > 0 ? outlinePath(outlines) : null);
      }
    }
    write(this.#paths.get('body')!, 'fill', fillOf(tone ?? 'body'));
    for (const [name, accent] of Object.entries(accents))
      write(this.#paths.get(name as ClipLayer)!, 'fill', fillOf(accent));
  }
}
