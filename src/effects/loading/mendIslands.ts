/** Controls and stage of the story that did not come, or came damaged, are asked for again until they answer. */
import { limitOf } from '../../core/loading/schedule.ts';
import { type Attempt, keepTrying } from './keepTrying.ts';
import { refresh } from './refresh.ts';

/** Astro's element around a component; `ssr` marks one that does not answer yet. */
type Island = HTMLElement & { start(): Promise<void> };

const NAME = 'astro-island';
const FAILED = 'astro:hydration-error';
const mending = new Set<Island>();
let notice: Element | null | undefined;

function mend(island: Island): void {
  if (mending.has(island)) return;
  mending.add(island);
  keepTrying((attempt) => wake(island, attempt)).then(() => {
    mending.delete(island);
    if (mending.size === 0) notice?.remove();
  });
}

async function wake(island: Island, attempt: Attempt): Promise<void> {
  // It has just failed: first of all there is a pause.
  if (attempt.number === 0) throw new Error('first');
  const parts = ['component-url', 'renderer-url'].map((name) => island.getAttribute(name));
  // What the browser has kept may be what is damaged.
  for (const part of parts) if (part) await refresh(new URL(part, document.baseURI).href, attempt);
  // Another address: what hangs is waited for under its own for as long as the page lives.
  const component = new URL(parts[0]!, document.baseURI);
  component.searchParams.set('retry', String(attempt.number));
  island.setAttribute('component-url', component.href);
  try {
    await start(island, attempt.signal);
  } catch (error) {
    // All is here and whole, and yet: the browser remembers what was damaged for as long as the page lives.
    if (attempt.number > 1) tell();
    throw error;
  }
}

function start(island: Island, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    island.addEventListener('astro:hydrate', resolve, { signal });
    island.addEventListener(FAILED, reject, { signal });
    // It hangs: something that it needs is waited for under its own address.
    signal.addEventListener('abort', reject);
    if (island.hasAttribute('ssr')) void island.start();
    else resolve(undefined);
  });
}

function tell(): void {
  // In the page's own words.
  notice ??= document
    .querySelector<HTMLTemplateElement>('template[data-unloaded]')
    ?.content.querySelector('.unloaded');
  if (notice) document.body.append(notice);
}

/** While the stage does not answer, the server's picture there, of the page's first chapter, is not for others. */
function hideElsewhere(): void {
  const stage = document.querySelector('.stage:not([data-alive])');
  const first = document.querySelector('.chapter');
  if (!stage || !first) return;
  const watch = (entries: readonly IntersectionObserverEntry[], observer: IntersectionObserver) => {
    if (stage.hasAttribute('data-alive')) observer.disconnect();
    else stage.toggleAttribute('data-elsewhere', !entries.at(-1)!.isIntersecting);
  };
  // Read is what has passed the upper half of the window; what lies below it is not behind the reader.
  new IntersectionObserver(watch, { rootMargin: '-50% 0px 9999999px' }).observe(first);
}

export function mendIslands(): void {
  document.addEventListener('DOMContentLoaded', hideElsewhere);
  document.addEventListener(FAILED, (event) => {
    // It is mended, and told where that cannot be.
    event.preventDefault();
    mend(event.target as Island);
  });
  addEventListener('load', () => {
    const late = () => document.querySelectorAll<Island>(`${NAME}[ssr]`).forEach(mend);
    setTimeout(late, limitOf(0));
  });
}
