/** Reads from the page where its chapters lie. */
import { TALL_QUERY } from '../../config/stage.ts';
import type { Geometry } from '../../core/reading/playhead.ts';

/** The geometry of the chapters in document order, in CSS pixels from the document's top; `after` is what follows the last. */
export function measureStory(chapters: readonly Element[], after: Element): Geometry {
  const { scrollY, innerHeight } = window;
  const top = (element: Element) => element.getBoundingClientRect().top + scrollY;
  // Words read best in the middle of the window, or of what the picture leaves of it.
  const { scrollPaddingTop } = getComputedStyle(document.documentElement);
  const covered = window.matchMedia(TALL_QUERY).matches ? Number.parseFloat(scrollPaddingTop) : 0;
  const focus = (innerHeight + covered) / 2;
  const quotes = chapters.flatMap((chapter) =>
    [...chapter.querySelectorAll('.quote')].map((quote) => {
      const box = quote.getBoundingClientRect();
      return (box.top + box.bottom) / 2 + scrollY - focus;
    }),
  );
  return { viewport: innerHeight, tops: [...chapters.map(top), top(after)], quotes };
}
