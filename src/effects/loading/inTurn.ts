/**
 * Astro's directive `client:turn`: islands that come together wake one after the other, each in a
 * task of its own, so that between two of them the browser paints, and answers a press.
 * `client:turn="idle"` asks for an island only when there is nothing more urgent to do.
 */
import type { ClientDirective } from 'astro';

/** Where nobody says when a browser is idle, so many milliseconds are waited for. */
const LATER = 200;

let last: Promise<void> = Promise.resolve();

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Resolves in a task that nobody else's turn is in. */
function turn(): Promise<void> {
  last = last.then(nextTask);
  return last;
}

function leisure(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve);
    else setTimeout(resolve, LATER);
  });
}

/** @throws whatever the island does as it wakes; those behind it have their turn all the same */
const inTurn: ClientDirective = async (load, { value }) => {
  if (value === 'idle') await leisure();
  const wake = await load();
  // Only what has come takes a turn: it waits for nothing that hangs.
  await turn();
  await wake();
};

export default inTurn;
