/** Reads from the page where its chapters lie. */
import type { Geometry } from '../core/progress/locate.ts';

/** The geometry of the chapters in document order, in CSS pixels from the document's top; `after` is what follows the last. */
export function measureStory(chapters: readonly Element[], after: Element): Geometry {
  const { scrollY, innerHeight } = window;
  const top = (element: Element) => element.getBoundingClientRect().top + scrollY;
  return { viewport: innerHeight, tops: [...chapters.map(top), top(after)] };
}
