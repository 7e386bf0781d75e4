/**
 * What stands on the stage while nothing is painted there. The server has drawn the page's first
 * chapter; in another that picture would be a wrong one: there an empty light stands, and the chapter's own
 * poster once painting is known to be late.
 */
import { withBase } from '../../core/site/address.ts';
import { keepTrying } from '../loading/keepTrying.ts';
import type { StageSetup } from './protocol.ts';

export class StandIn {
  readonly #host: HTMLElement;
  readonly #setup: Pick<StageSetup, 'chapters' | 'home'>;
  #chapter = -1;
  #poster: HTMLImageElement | undefined;
  #coming = new AbortController();

  constructor(host: HTMLElement, setup: Pick<StageSetup, 'chapters' | 'home'>) {
    this.#host = host;
    this.#setup = setup;
  }

  /** The chapter at this index is shown now. */
  at(chapter: number): void {
    if (chapter === this.#chapter) return;
    this.#chapter = chapter;
    this.#host.toggleAttribute('data-elsewhere', chapter !== 0);
    if (this.#poster) this.come();
  }

  /** Painting is late: posters are wanted from now on. */
  come(): void {
    if (!this.#poster) {
      this.#poster = new Image();
      this.#poster.className = 'stage__poster';
      this.#poster.alt = '';
      this.#host.querySelector('svg')!.after(this.#poster);
    }
    const { chapters, home } = this.#setup;
    const poster = this.#poster;
    this.#coming.abort();
    poster.removeAttribute('data-here');
    if (this.#chapter <= 0 || 'painted' in this.#host.dataset) return;
    this.#coming = new AbortController();
    const load = async () => {
      poster.src = withBase(home, `posters/${chapters[this.#chapter]!.slug}.svg`);
      await poster.decode();
    };
    keepTrying(load, this.#coming).then(
      () => poster.toggleAttribute('data-here', true),
      // Another chapter is shown.
      () => {},
    );
  }
}
