/** The only place of the history: the address follows the chapter, the entry remembers the place. */
import type { Place } from '../../core/reading/readingPlace.ts';

/** Shows another path for this page; the entry is replaced, so that "back" leaves the story. */
export function showPath(path: string): void {
  if (location.pathname === path) return;
  history.replaceState(history.state, '', path + location.search);
}

/** Remembers the place in this entry of the history, for reload, back and forward; null is the page's top. */
export function rememberPlace(place: Place | null): void {
  history.replaceState({ ...history.state, place }, '');
}

/** What the entry remembers, unchecked. */
export function rememberedPlace(): unknown {
  return (history.state as { place?: unknown } | null)?.place;
}

/** Scroll positions are restored by place: the page's height differs from one address to the next. */
export function restoreByHand(): void {
  history.scrollRestoration = 'manual';
}

/** Calls `listener` with what is remembered, unchecked, when the reader turns back or forward to another entry of this page. Returns the undo. */
export function onTurnedBack(listener: (place: unknown) => void): () => void {
  const turned = () => listener(rememberedPlace());
  window.addEventListener('popstate', turned);
  return () => window.removeEventListener('popstate', turned);
}
