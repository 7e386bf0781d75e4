/**
 * Marks what enters with the scroll. Elements get `data-watched`, and `data-near` once
 * they have come into the window, for good: to leave and to come again would cost
 * frames in mid-scroll. What is above the window has come.
 */

/** How far something has come in, as a share of the window's height. */
const COME = 0.06;
/** Above the window, in CSS pixels: more than any page is high. */
const ABOVE = 1e7;

/** Returns the undo, which takes the marks away. */
export function watchNear(elements: Iterable<Element>): () => void {
  const all = [...elements];
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          target.toggleAttribute('data-near', true);
          observer.unobserve(target);
        }
        // Only now: whatever is there already does not enter.
        target.toggleAttribute('data-watched', true);
      }
    },
    { rootMargin: `${ABOVE}px 0px -${COME * 100}% 0px` },
  );
  for (const element of all) observer.observe(element);
  return () => {
    observer.disconnect();
    for (const element of all)
      for (const name of ['data-watched', 'data-near']) element.removeAttribute(name);
  };
}
