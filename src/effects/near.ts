/**
 * Marks what enters with the scroll. Elements get `data-watched`, and `data-near`
 * while they are on the screen or about to enter it: what moves by style sheet alone
 * is costly wherever it stands, so it moves only there. On tall windows, where words
 * enter below the picture, they are near once they have come, for good.
 */

/** In windows' heights: how far beyond the window something is near; on tall windows, how far it has come in. */
const REACH = 0.25;
const COME = 0.06;

interface Watched {
  readonly element: Element;
  /** Scroll positions between which it is near, in CSS pixels. */
  readonly from: number;
  readonly to: number;
  near: boolean;
}

export interface Nearness {
  /** Takes the elements' places from the page again. */
  measure(tall: boolean): void;
  /** The page has been scrolled to here. */
  at(scroll: number): void;
  stop(): void;
}

export function watchNear(elements: Iterable<Element>): Nearness {
  const all = [...elements];
  let watched: Watched[] = [];
  /** Whether what has come stays: leaving and coming again would cost frames in mid-scroll. */
  let lasting = false;
  /** No mark changes between these. */
  let calm: readonly [from: number, to: number] = [Number.NaN, Number.NaN];

  function at(scroll: number): void {
    if (scroll >= calm[0] && scroll < calm[1]) return;
    let from = Number.NEGATIVE_INFINITY;
    let to = Number.POSITIVE_INFINITY;
    for (const one of watched) {
      const near = (lasting && one.near) || (scroll >= one.from && scroll < one.to);
      if (near !== one.near) one.element.toggleAttribute('data-near', near);
      one.near = near;
      for (const edge of [one.from, one.to]) {
        if (edge <= scroll) from = Math.max(from, edge);
        else to = Math.min(to, edge);
      }
    }
    calm = [from, to];
  }

  return {
    measure(tall) {
      const { innerHeight: height, scrollY } = window;
      lasting = tall;
      watched = all.map((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return {
          element,
          from: top + scrollY - height * (tall ? 1 - COME : 1 + REACH),
          to: tall ? Number.POSITIVE_INFINITY : bottom + scrollY + height * REACH,
          near: element.hasAttribute('data-near'),
        };
      });
      calm = [Number.NaN, Number.NaN];
      at(scrollY);
      // Only now: whatever is there already does not enter.
      for (const element of all) element.toggleAttribute('data-watched', true);
    },
    at,
    stop() {
      for (const element of all)
        for (const name of ['data-watched', 'data-near']) element.removeAttribute(name);
    },
  };
}
