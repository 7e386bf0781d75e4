/** Tells how much of an element is seen, through all frames around it, as long as the page lives. */

export interface Seen {
  /** Any of it is seen. */
  readonly any: boolean;
  /** At least `share` of it is, and the page is not hidden. */
  readonly enough: boolean;
}

/** @param share 0 to 1 of the element's area */
export function watchSight(element: Element, share: number, onChange: (seen: Seen) => void): void {
  let any = false;
  let enough = false;
  const tell = () => onChange({ any, enough: enough && document.visibilityState === 'visible' });
  const observer = new IntersectionObserver(
    (entries) => {
      const { isIntersecting, intersectionRatio } = entries.at(-1)!;
      any = isIntersecting;
      enough = isIntersecting && intersectionRatio >= share;
      tell();
    },
    { threshold: [0, share] },
  );
  observer.observe(element);
  document.addEventListener('visibilitychange', tell);
}
