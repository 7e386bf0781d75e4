/** Tells the page that something was shared; site owners may listen. Nothing is sent anywhere. */
import { EVENTS } from '../../config/names.ts';

export interface Shared {
  /** The chapter. */
  readonly slug: string;
  readonly what: 'chapter' | 'sentence' | 'card' | 'poster';
  /** `sheet`, `copy`, `download`, or the place of a link, such as `mastodon`. */
  readonly how: string;
}

export function announceShare(detail: Shared): void {
  document.dispatchEvent(new CustomEvent<Shared>(EVENTS.share, { detail }));
}
