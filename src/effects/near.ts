/**
 * Gives elements the attribute `data-near` while they are on the screen or
 * about to enter it. What moves with the scroll by style sheet alone is
 * costly wherever it stands, so it moves only there. Returns the undo.
 */
export function markNear(elements: Iterable<Element>): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        target.toggleAttribute('data-near', isIntersecting);
    },
    { rootMargin: '25% 0px' },
  );
  for (const element of elements) observer.observe(element);
  return () => observer.disconnect();
}
