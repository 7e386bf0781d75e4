/** Keeps the reader's place for reload, back and forward in the history, and for the next visit in the storage. */
import { type Place, parsePlace } from '../../core/reading/readingPlace.ts';
import {
  onTurnedBack,
  rememberedPlace,
  rememberPlace,
  restoreByHand,
  showPath,
} from './address.ts';
import { goToPlace, keepPlace, placeNow } from './readersPlace.ts';
import { keep, recall } from './storage.ts';

/** So little of the page's first chapter is no place to come back to. */
const HARDLY_BEGUN = 0.3;

export interface PlaceKeeper {
  /** Where the reader left the story the last time, when that is another place than this. */
  readonly left: Place | null;
  /** Keeps the place as it is, and shows in the address what is read: whenever the reader rests. */
  save(): void;
  stop(): void;
}

/**
 * Begins to keep the place, and returns to the one that this entry of the history remembers.
 *
 * @param key under which this story's place is kept
 * @param onPage the chapters of this page
 * @param takePath the path of what is read, where the address does not show it yet
 */
export function placeKeeper(
  key: string,
  onPage: readonly string[],
  takePath: () => string | undefined,
): PlaceKeeper {
  restoreByHand();
  const stored = parseStored(recall(key));
  const unkeep = keepPlace();
  const here = parsePlace(rememberedPlace());
  const returned = here !== null && goToPlace(here);
  const begun = stored?.slug !== onPage[0] || (stored?.share ?? 0) >= HARDLY_BEGUN;

  /** For the next visit, where there is a place in the story. */
  function keepForLater(): Place | null {
    const place = placeNow();
    if (place && onPage.includes(place.slug)) keep(key, JSON.stringify(place));
    return place;
  }
  function save() {
    const path = takePath();
    // A change of it has the browser load the page's icon anew: not in mid-scroll.
    if (path !== undefined) showPath(path);
    rememberPlace(keepForLater());
  }
  // Not in the history: a page that changes it as it is left is not kept whole for a return.
  const onHide = () => {
    if (document.visibilityState === 'hidden') keepForLater();
  };
  // The entry that is left by a link within the page; that change it may still see.
  const onClick = ({ target }: Event) => {
    if (target instanceof Element && target.closest('a[href^="#"]')) save();
  };
  const unturned = onTurnedBack((entry) => {
    const there = parsePlace(entry);
    if (there) goToPlace(there);
  });
  document.addEventListener('click', onClick, true);
  window.addEventListener('pagehide', keepForLater);
  document.addEventListener('visibilitychange', onHide);
  return {
    left: !returned && begun ? stored : null,
    save,
    stop() {
      unturned();
      unkeep();
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('pagehide', keepForLater);
      document.removeEventListener('visibilitychange', onHide);
    },
  };
}

function parseStored(text: string | null): Place | null {
  try {
    return text === null ? null : parsePlace(JSON.parse(text));
  } catch {
    return null;
  }
}
