/** When the reader rests: looks now and then, not a timer anew for every event of a scroll. */
import { onScrolled } from './scrolling.ts';

/** Milliseconds between two looks. */
const LOOK = 400;

interface Watcher {
  /** The reader has scrolled on since the last look. */
  readonly onMove?: () => void;
  /** And no further since then. */
  readonly onRest: () => void;
}

const watchers = new Set<Watcher>();
let timer: ReturnType<typeof setTimeout> | undefined;
let seen = -1;
let unlisten: (() => void) | undefined;

/** Looks again soon: something else than the scroll has changed. */
export function lookSoon(): void {
  timer ??= setTimeout(look, LOOK);
}

function look(): void {
  timer = undefined;
  const moved = window.scrollY !== seen;
  seen = window.scrollY;
  for (const { onMove, onRest } of watchers) (moved ? onMove : onRest)?.();
  if (moved) lookSoon();
}

/** Returns the undo. */
export function watchRest(watcher: Watcher): () => void {
  watchers.add(watcher);
  unlisten ??= onScrolled(lookSoon);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
    unlisten?.();
    unlisten = undefined;
  };
}
