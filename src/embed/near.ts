/** Calls once when an element comes near what is seen. Returns its undo. */

/** How far off is near: a frame needs about a second to be ready. */
const MARGIN = '600px';

export function whenNear(element: Element, come: () => void): () => void {
  let observer: IntersectionObserver;
  try {
    observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        come();
      },
      { rootMargin: MARGIN },
    );
  } catch {
    // None here, or a stand-in that fails.
    come();
    return () => {};
  }
  observer.observe(element);
  return () => observer.disconnect();
}
