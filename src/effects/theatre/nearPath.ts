/** A path of which only the figures near the canvas are kept ready: sets reach far beyond a phone's window. */
import { type Bounds, holds, meet, widened } from '../../core/paths/bounds.ts';
import { MANY_FIGURES } from '../../core/paths/crop.ts';
import { type Figure, figuresOf } from '../../core/paths/figures.ts';

/** So much of the view's size is kept ready on every side, for the camera's next moves. */
const AROUND = 0.4;

export class NearPath {
  readonly #d: string;
  #whole: Path2D | undefined;
  #figures: readonly Figure[] | undefined;
  #near: { readonly path: Path2D; readonly reach: Bounds } | undefined;

  constructor(d: string) {
    this.#d = d;
  }

  /** What is to be filled so that `view`, in the path's own units, is right. */
  within(view: () => Bounds): Path2D {
    // Taking it apart is worth it for what is drawn again, and consists of much.
    if (!this.#whole) {
      this.#whole = new Path2D(this.#d);
      return this.#whole;
    }
    this.#figures ??= this.#d.split('M').length > MANY_FIGURES ? figuresOf(this.#d) : [];
    if (this.#figures.length === 0) return this.#whole;
    const seen = view();
    if (!this.#near || !holds(this.#near.reach, seen)) {
      const reach = widened(seen, AROUND);
      const near = this.#figures.filter(({ bounds }) => meet(bounds, reach));
      this.#near = { path: new Path2D(near.map(({ d }) => d).join('')), reach };
    }
    return this.#near.path;
  }
}
