/**
 * A frame's program that did not come, or came damaged, is asked for again until the frame is
 * alive. By itself, without what the program brings for that: it is in each frame's own page.
 */
import { ATTEMPTS, limitOf, pauseAfter } from '../../../core/loading/schedule.ts';

const isAlive = () => document.querySelector('[data-frame-content][data-alive]') !== null;
let trying = false;

function begin(): void {
  if (trying || isAlive()) return;
  trying = true;
  // It has just failed: first there is a pause.
  setTimeout(retry, pauseAfter(1), 1);
}

function retry(number: number): void {
  const { src } = document.querySelector<HTMLScriptElement>('script[type=module]')!;
  const again = () => {
    if (!isAlive() && number < ATTEMPTS) setTimeout(retry, pauseAfter(number), number + 1);
  };
  // Browsers remember what failed by its address.
  import(/* @vite-ignore */ `${src}?retry=${number}`).then(again, again);
}

/** Watches the frame's module from before it is asked for. */
export function watchProgram(): void {
  // Such events do not rise; on their way down they are heard.
  document.addEventListener('error', (event) => event.target !== document && begin(), true);
  setTimeout(begin, limitOf(0));
}
