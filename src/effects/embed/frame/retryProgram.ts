/** A frame's program that did not come, or came damaged, is asked for again until the frame is alive. */
import { limitOf } from '../../../core/loading/schedule.ts';
import { keepTrying } from '../../loading/keepTrying.ts';

const isAlive = () => document.querySelector('[data-frame-content][data-alive]') !== null;
let trying = false;

function retry(): void {
  if (trying || isAlive()) return;
  trying = true;
  void keepTrying(async ({ number }) => {
    const { src } = document.querySelector<HTMLScriptElement>('script[type=module]')!;
    // It has just failed: first there is a pause. Browsers remember what failed by its address.
    if (number > 0) await import(/* @vite-ignore */ `${src}?retry=${number}`);
    if (!isAlive()) throw new Error(src);
  });
}

/** Watches the frame's module from before it is asked for. */
export function watchProgram(): void {
  // Such events do not rise; on their way down they are heard.
  document.addEventListener('error', (event) => event.target !== document && retry(), true);
  setTimeout(retry, limitOf(0));
}
