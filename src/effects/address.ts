/** The only place of the history: the address follows the chapter, the entry remembers the place. */
import type { Place } from '../core/progress/place.ts';

/** Shows another path for this page; the entry is replaced, so that "back" leaves the story. */
export function showPath(path: string): void {
  if (location.pathname === path) return;
  history.replaceState(history.state, '', path + location.search);
}

/** Remembers the place in this entry of the history, for reload, back and forward. */
export function rememberPlace(place: Place): void {
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
