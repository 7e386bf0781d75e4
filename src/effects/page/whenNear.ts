/**
 * Marks what enters with the scroll. Elements get `data-watched`, and `data-near` once
 * they have come into the window, for good: to leave and to come again would cost
 * frames in mid-scroll. What is above the window has come.
 * The browser looks at all that is observed in many a frame: that is the next few, however long the page is.
 */

/** How far something has come in, as a share of the window's height. */
const COME = 0.06;
/** So many are observed that have not come: more than a window holds. */
const AHEAD = 6;
/** Above the window, in CSS pixels: more than any page is high. */
const ABOVE = 1e7;

/** @param elements in the page's order. Returns the undo, which takes the marks away. */
export function watchNear(elements: Iterable<Element>): () => void {
  const all = [...elements];
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          target.toggleAttribute('data-near', true);
          observer.unobserve(target);
          observeNext();
        }
        // Only now: whatever is there already does not enter.
        target.toggleAttribute('data-watched', true);
      }
    },
    { rootMargin: `${ABOVE}px 0px -${COME * 100}% 0px` },
  );
  let next = 0;
  const observeNext = () => {
    const element = all[next++];
    if (element) observer.observe(element);
  };
  for (let ahead = 0; ahead < AHEAD; ahead++) observeNext();
  return () => {
    observer.disconnect();
    for (const element of all)
      for (const name of ['data-watched', 'data-near']) element.removeAttribute(name);
  };
}
