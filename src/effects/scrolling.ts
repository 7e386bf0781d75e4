/** The page's scroll, listened to once for all: each listener of its own, and each look at the page, costs a slow phone on every frame. */

type Listener = (scroll: number) => void;

const listeners = new Set<Listener>();

function tell(): void {
  const scroll = window.scrollY;
  for (const listener of listeners) listener(scroll);
}

/** Calls `listener` with the scroll position, in CSS pixels, whenever it has changed. Returns the undo. */
export function onScrolled(listener: Listener): () => void {
  if (listeners.size === 0) window.addEventListener('scroll', tell, { passive: true });
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('scroll', tell);
  };
}
